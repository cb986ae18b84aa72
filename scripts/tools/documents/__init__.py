"""The words and links of a document that someone else wrote, whatever program saved it."""

from tools.documents.kinds import read
from tools.documents.line import DocumentLine, Unreadable

__all__ = ["DocumentLine", "Unreadable", "read"]
