"""The text of both languages: its typography, words, numbers, dates, and what answers what."""
