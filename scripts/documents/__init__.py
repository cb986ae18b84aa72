"""The words and links of a document that someone else wrote, whatever program saved it."""

from documents.kinds import read
from documents.line import Line, Unreadable

__all__ = ["Line", "Unreadable", "read"]
