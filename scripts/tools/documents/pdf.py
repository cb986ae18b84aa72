"""PDF, with the links that its pages have besides their text."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator

from tools.documents.line import DocumentLine, Unreadable


def lines(data: bytes) -> list[DocumentLine]:
    """The lines of each page, then its links.

    Raises:
        Unreadable: it is damaged, or has a password.
    """
    from pypdf import PdfReader  # half a second that only a PDF is worth
    from pypdf.errors import DependencyError, FileNotDecryptedError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        return [DocumentLine(number, *text) for number, text in enumerate(_texts(PdfReader(io.BytesIO(data))), 1)]
    except (DependencyError, FileNotDecryptedError) as error:
        raise Unreadable("is encrypted: save it without a password or restrictions") from error
    except Exception as error:  # pypdf raises whatever a damaged file makes it stumble over
        raise Unreadable("is damaged: open it, and save it again") from error


def _texts(reader) -> Iterator[tuple[str, bool]]:
    for page in reader.pages:
        for text in (page.extract_text() or "").splitlines():
            yield text, False
        for annotation in page.annotations or ():
            action = annotation.get_object().get("/A")
            address = action and action.get_object().get("/URI")
            if address:
                yield str(address), True
