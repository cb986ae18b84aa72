"""Citing the guide and what the policy cites: bibliography entries, exports, metadata, links to cite."""
