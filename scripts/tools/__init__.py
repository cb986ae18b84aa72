"""What works apart from the build: other hosts, npm, documents of others."""
