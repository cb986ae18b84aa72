"""All that knows MkDocs, and the steps that lead from the sources to a site."""
