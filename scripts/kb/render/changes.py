"""The page of what changed: each edition, newest first, word by word; and the date of each section's last change."""

from __future__ import annotations

from html import escape

from kb.model.edition import Step, steps
from kb.published.published import inside
from kb.render.view import View
from kb.text.worddiff import Piece, changed_paragraphs

TAGS = {"deleted": "del", "inserted": "ins"}


def body(view: View) -> str:
    done = list(steps(view.corpus.editions, view.language))
    if not done:
        return view.label("no-edition")
    return "\n\n".join(_edition(view, step, first=step is done[0]) for step in reversed(done))


def _edition(view: View, step: Step, first: bool) -> str:
    parts = [f"## {_of_edition(view, step.date)} {{ #edition-{step.date} }}"]
    if step.why:
        parts.append(f"<p>{_escaped(view, step.why)}</p>")
    if first:
        return "\n\n".join([*parts, view.label("first-edition")])
    if step.changed:
        parts.append(_group(view, "changed", step.date))
        for id_, (before, after) in step.changed.items():
            parts += [
                f"{_name(view, id_, after)}\n{{ .change }}",
                _difference(view, before, after),
            ]
    for key, texts in (("added", step.added), ("removed", step.removed)):
        if texts:
            names = [f"- {_name(view, id_, text)}" for id_, text in texts.items()]
            parts += [_group(view, key, step.date), "\n".join(names)]
    if not (step.changed or step.added or step.removed):
        parts.append(view.label("no-change"))
    return "\n\n".join(parts)


def _of_edition(view: View, date: str) -> str:
    return view.label("edition", date=view.date(date))


def _group(view: View, key: str, date: str) -> str:
    return f"### {view.label(f'edition-{key}')} {{ #edition-{date}-{key} }}"


def _name(view: View, id_: str, text: list[str]) -> str:
    """A link where the id still leads somewhere, else the title that it had."""
    if id_ in view.corpus.note:
        return f"[{view.inline(text[0])}][{id_}]"
    return view.link(id_) if id_ in view.corpus.targets else view.inline(text[0])


def _difference(view: View, before: list[str], after: list[str]) -> str:
    """The changed paragraphs; what is struck out or underlined is also said, for who does not see it."""
    found = ("".join(_piece(view, piece) for piece in pieces) for pieces in changed_paragraphs(before, after))
    rows = [f"<p>{text}</p>".replace("</del><ins>", "</del> <ins>") for text in found]
    return "\n".join(['<div class="difference">', *rows, "</div>"])


def _piece(view: View, piece: Piece) -> str:
    text = _escaped(view, piece.text)
    if piece.kind == "same":
        return text
    tag, said = TAGS[piece.kind], view.label(piece.kind)
    return f'<{tag}><span class="visually-hidden">{said} </span>{text}</{tag}>'


def _escaped(view: View, text: str) -> str:
    return escape(view.text(text), quote=False)


def last_change(view: View, reference: str) -> str:
    """The date of the edition that last changed a section, or anything on a page; "" where none holds it."""
    return max((view.changes.get(id_, "") for id_ in inside(view.corpus, reference, view.language)), default="")


def change_line(view: View, reference: str) -> str:
    """« Dernière modification : 22 novembre 2026 », linked to what that edition changed."""
    date = last_change(view, reference)
    page = view.corpus.generated_page("changes")
    if not date or not page:
        return ""
    line = view.label("changed", date=f"[{view.date(date)}][{page.id}#edition-{date}]")
    return f"{line}\n{{ .changed }}"
