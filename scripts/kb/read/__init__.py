"""Files into a Corpus."""
