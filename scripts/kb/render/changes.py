"""The page of what changed: each edition, newest first, word by word; and the date of each section's last change."""

from __future__ import annotations

from functools import lru_cache
from html import escape

from kb.model.corpus import Corpus
from kb.model.edition import Step, last_changes, steps
from kb.model.languages import LANGUAGES
from kb.published.published import inside
from kb.render.links import link
from kb.render.slots import inline
from kb.text.dates import in_words
from kb.text.labels import label
from kb.text.typography import typeset
from kb.text.worddiff import Piece, changed_paragraphs

TAGS = {"deleted": "del", "inserted": "ins"}


def body(corpus: Corpus, language: str) -> str:
    done = list(steps(corpus.editions, language))
    if not done:
        return label(corpus, "no-edition", language)
    return "\n\n".join(_edition(corpus, step, language, first=step is done[0]) for step in reversed(done))


def _edition(corpus: Corpus, step: Step, language: str, first: bool) -> str:
    parts = [f"## {_of_edition(corpus, step.date, language)} {{ #edition-{step.date} }}"]
    if step.why:
        parts.append(f"<p>{_escaped(step.why, language)}</p>")
    if first:
        return "\n\n".join([*parts, label(corpus, "first-edition", language)])
    if step.changed:
        parts.append(_group(corpus, "changed", step.date, language))
        for id_, (before, after) in step.changed.items():
            parts += [
                f"{_name(corpus, id_, after, language)}\n{{ .change }}",
                _difference(corpus, before, after, language),
            ]
    for key, texts in (("added", step.added), ("removed", step.removed)):
        if texts:
            names = [f"- {_name(corpus, id_, text, language)}" for id_, text in texts.items()]
            parts += [_group(corpus, key, step.date, language), "\n".join(names)]
    if not (step.changed or step.added or step.removed):
        parts.append(label(corpus, "no-change", language))
    return "\n\n".join(parts)


def _of_edition(corpus: Corpus, date: str, language: str) -> str:
    return typeset(label(corpus, "edition", language, date=in_words(date, language)), language)


def _group(corpus: Corpus, key: str, date: str, language: str) -> str:
    return f"### {label(corpus, f'edition-{key}', language)} {{ #edition-{date}-{key} }}"


def _name(corpus: Corpus, id_: str, text: list[str], language: str) -> str:
    """A link where the id still leads somewhere, else the title that it had."""
    if id_ in corpus.note:
        return f"[{inline(text[0], language)}][{id_}]"
    return link(corpus, id_, language) if id_ in corpus.targets else inline(text[0], language)


def _difference(corpus: Corpus, before: list[str], after: list[str], language: str) -> str:
    """The changed paragraphs; what is struck out or underlined is also said, for who does not see it."""
    found = (
        "".join(_piece(corpus, piece, language) for piece in pieces) for pieces in changed_paragraphs(before, after)
    )
    rows = [f"<p>{text}</p>".replace("</del><ins>", "</del> <ins>") for text in found]
    return "\n".join(['<div class="difference">', *rows, "</div>"])


def _piece(corpus: Corpus, piece: Piece, language: str) -> str:
    text = _escaped(piece.text, language)
    if piece.kind == "same":
        return text
    tag, said = TAGS[piece.kind], label(corpus, piece.kind, language)
    return f'<{tag}><span class="visually-hidden">{said} </span>{text}</{tag}>'


def _escaped(text: str, language: str) -> str:
    return escape(typeset(text, language), quote=False)


@lru_cache(maxsize=len(LANGUAGES))
def _dates(corpus: Corpus, language: str) -> dict[str, str]:
    return last_changes(corpus.editions, language)


def last_change(corpus: Corpus, reference: str, language: str) -> str:
    """The date of the edition that last changed a section, or anything on a page; "" where none holds it."""
    dates = _dates(corpus, language)
    return max((dates.get(id_, "") for id_ in inside(corpus, reference, language)), default="")


def change_line(corpus: Corpus, reference: str, language: str) -> str:
    """« Dernière modification : 22 novembre 2026 », linked to what that edition changed."""
    date = last_change(corpus, reference, language)
    page = corpus.generated_page("changes")
    if not date or not page:
        return ""
    words = typeset(in_words(date, language), language)
    line = label(corpus, "changed", language, date=f"[{words}][{page.id}#edition-{date}]")
    return f"{line}\n{{ .changed }}"
