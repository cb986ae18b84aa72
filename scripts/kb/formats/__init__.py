"""The formats of the sources, as text with its places: YAML, Markdown, the tree of files."""
