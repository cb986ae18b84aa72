"""The knowledge base: sources, checks and staging. Imports neither MkDocs nor the network."""
