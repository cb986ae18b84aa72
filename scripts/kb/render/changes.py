"""The page of what changed: each edition, newest first, word by word; and the date of each section's last change."""

from __future__ import annotations

import re
from html import escape
from typing import NamedTuple

from kb.model.corpus import Corpus
from kb.model.edition import EditionStep, steps
from kb.published.published import inside, published
from kb.render.view import View
from kb.text.facts import same_facts
from kb.text.worddiff import DiffRun, in_context

KINDS = ("new", "fact", "gone", "wording")  # in the order of a page's reader; the last, the most and the least, folded
NUMBERED = ("situation", "example", "model")
TAGS = {"deleted": "del", "inserted": "ins"}


class Change(NamedTuple):
    """What an edition did to one text; without paragraphs before it is new, without any after it is gone."""

    id: str
    before: list[str]
    after: list[str]

    def kind(self, language: str) -> str:
        """One of `KINDS`: a fact where numbers, months or names are no more the same, else the wording alone."""
        if not (self.before and self.after):
            return "gone" if self.before else "new"
        return "wording" if same_facts(self.before, self.after, language) else "fact"


def body(view: View) -> str:
    done = list(steps(view.corpus.editions, view.language))
    if not done:
        return view.label("no-edition")
    return "\n\n".join(_edition(view, step, done) for step in reversed(done))


def _edition(view: View, step: EditionStep, done: list[EditionStep]) -> str:
    """What an edition changed; all of it is folded away but in the newest."""
    parts = [f"## {_of_edition(view, step.date)} {{ #edition-{step.date} }}"]
    if step.why:
        parts.append(f"<p>{_escaped(view, step.why)}</p>")
    if step is done[0]:
        return "\n\n".join([*parts, view.label("first-edition")])
    changes = _changes(view, step)
    told: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for change in changes:
        kind = change.kind(view.language)
        told[kind].append(_change(view, step.date, change, kind))
    titles = {kind: view.label(f"changes-{kind}", count=len(told[kind])) for kind in KINDS if told[kind]}
    parts.append("\n".join(f"- {title}" for title in titles.values()) or view.label("no-change"))
    if "wording" in titles:
        told["wording"] = [_folded(titles["wording"], told["wording"])]
    texts = [text for kind in KINDS for text in told[kind]]
    if changes and step is not done[-1]:
        texts = [_folded(view.label("changes-all", count=len(changes)), texts)]
    return "\n\n".join([*parts, *texts])


def _folded(title: str, texts: list[str]) -> str:
    return "\n\n".join(['<details markdown="1">', f"<summary>{title}</summary>", *texts, "</details>"])


def _of_edition(view: View, date: str) -> str:
    return view.label("edition", date=view.date(date))


def _changes(view: View, step: EditionStep) -> list[Change]:
    """In the order that readers know: the policy's, situations, examples, models, terms, the rest."""
    found = [Change(id_, [], text) for id_, text in step.added.items()]
    found += [Change(id_, *texts) for id_, texts in step.changed.items()]
    found += [Change(id_, text, []) for id_, text in step.removed.items()]
    known = dict.fromkeys((*view.corpus.unit, *published(view.corpus)))
    places = {id_: place for place, id_ in enumerate(known)}
    return sorted(found, key=lambda change: (*_rank(view.corpus, change.id), places.get(change.id, len(places))))


def _rank(corpus: Corpus, id_: str) -> tuple[int, list[int]]:
    """The group of a text and, in those with an order of their own, the number in its mark."""
    kind, mark = corpus.targets[id_].kind if id_ in corpus.targets else "", corpus.mark(id_)
    if mark and kind in NUMBERED:
        return 1 + NUMBERED.index(kind), [int(number) for number in re.findall(r"\d+", mark)]
    return (0 if mark else 1 + len(NUMBERED) + (kind != "term")), []


def _change(view: View, date: str, change: Change, kind: str) -> str:
    """A text under its name, with what kind of change it is and the words, of one that is new or gone the first."""
    paragraphs = change.before[1:2], change.after[1:2]
    if kind in ("fact", "wording"):
        paragraphs = change.before, change.after
    return "\n\n".join(
        [
            f"### {_name(view, change.id, change.after or change.before)} {{ #edition-{date}-{change.id} }}",
            f"{_kind(view, change.id, kind)}\n{{ .change }}",
            _difference(view, *paragraphs),
        ]
    )


def _kind(view: View, id_: str, kind: str) -> str:
    """What kind of change it is; of what is gone and was merged into another, with a link to what holds it now."""
    if kind == "gone" and id_ not in view.corpus.targets:
        ways = (entry.to for entry in view.corpus.ledger.moved if entry.to and entry.id == id_)
        if to := next((to for to in ways if to in published(view.corpus)), ""):
            return view.label("change-merged", link=f"[{view.inline(view.named(to))}][{to}]")
    return view.label(f"change-{kind}")


def _name(view: View, id_: str, text: list[str]) -> str:
    """A link where the id still leads somewhere, else the title that it had."""
    if id_ in view.corpus.note or id_ in view.corpus.figure:
        return f"[{view.inline(text[0])}][{id_}]"
    return view.link(id_) if id_ in view.corpus.targets else view.inline(text[0])


def _difference(view: View, before: list[str], after: list[str]) -> str:
    """The changed paragraphs; what is struck out or framed is also said, for who does not see it."""
    found = ("".join(_piece(view, piece) for piece in pieces) for pieces in in_context(before, after))
    rows = [f"<p>{text}</p>".replace("</del><ins>", "</del> <ins>") for text in found]
    return "\n".join(['<div class="difference">', *rows, "</div>"])


def _piece(view: View, piece: DiffRun) -> str:
    text = _escaped(view, piece.text)
    if piece.kind == "same":
        return text
    tag, said = TAGS[piece.kind], view.label(piece.kind)
    return f'<{tag}><span class="visually-hidden">{said} </span>{text}</{tag}>'


def _escaped(view: View, text: str) -> str:
    return view.spoken(escape(view.text(text), quote=False))


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
