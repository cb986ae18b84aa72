"""French and English: typography, dates, abbreviations, dictionaries, names and readability."""
