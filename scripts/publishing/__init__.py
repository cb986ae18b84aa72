"""A verified site in the place of the folder that a server serves."""
