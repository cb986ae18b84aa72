"""Every closed vocabulary that code knows by its values; their words stand in docs/interface.yml."""

from __future__ import annotations

EVIDENCE = ("described", "evaluated", "editorial")
YEARS = range(1800, 2101)  # that a date of the base can have
PILLARS = ("rapprochement", "partenariat-concertation", "proactivite")

# The prose of a record: ids of its sections in their order, and those that its brief or its facts may tell instead.
PROSE = ("en-bref", "besoin", "fonctionnement", "participants", "resultats", "discussion")
OPTIONAL = frozenset({"besoin", "participants"})
NOTES = 21  # how many footnotes the policy has


# The kinds of boxes that an author may write, such as `!!! editorial "Note du guide"` for what the policy does not say.
BOXES = ("editorial", "note")
