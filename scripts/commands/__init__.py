"""The commands of build.py that keep what was published: one module each, with `register` for its command line."""
