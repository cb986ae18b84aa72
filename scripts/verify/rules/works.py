"""Rules on what the JSON-LD of a page shares with other pages: its licence, its source, the way that leads to it."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kb.model.finding import Finding
from kb.model.rule import Rule, Said
from verify.facts import PageFacts
from verify.rules.citations import BUILD_AGAIN
from verify.site import BuiltSite

HTM096 = Rule(
    "HTM096",
    "The JSON-LD of every page names the same licence and, where it names one, the same source.",
    "Les données JSON-LD de toutes les pages nomment la même licence et, si elles en nomment une, la même source.",
    "Programs would let people copy one page under other terms, or trace it to another document.",
    "Des programmes permettraient de copier une page à d'autres conditions, ou la rattacheraient à un autre document.",
)

HTM097 = Rule(
    "HTM097",
    "The way to a page in its JSON-LD leads, by name, through pages of its language and the one above it.",
    "Le fil d'Ariane d'une page, dans ses données JSON-LD, passe, en les nommant, par des pages de sa langue et par "
    "celle du dessus.",
    "Search engines would show the page as part of another chapter, under a link that leads elsewhere.",
    "Les moteurs de recherche montreraient la page dans un autre chapitre, sous un lien qui mène ailleurs.",
)

_SHARED = {"license": Said("licence", "licence"), "isBasedOn": Said("source", "source")}
Crumb = Mapping[str, Any]


def licence_and_source_are_the_guides(site: BuiltSite) -> Iterator[Finding]:
    """The licence and the source that the JSON-LD of a page names are those that most pages name."""
    for key, what in _SHARED.items():
        named = [
            (page, line, json.dumps(node[key], sort_keys=True, ensure_ascii=False))
            for page, line, node in _nodes(site)
            if node.get(key)
        ]
        most = Counter(said for *_, said in named).most_common(1)
        for page, line, said in named:
            if said != most[0][0]:
                message = Said(
                    f"JSON-LD names the {what} {said}, most pages {most[0][0]}",
                    f"JSON-LD nomme la {what.fr} {said}, et la plupart des pages, {most[0][0]}",
                )
                yield Finding(page.path, line, 1, HTM096, message, BUILD_AGAIN)


def _nodes(site: BuiltSite) -> Iterator[tuple[PageFacts, int, Mapping[str, Any]]]:
    for page in site.pages.values():
        for line, node in page.linked_data:
            yield page, line, node


def ways_lead_through_pages(site: BuiltSite) -> Iterator[Finding]:
    """The way to a page leads through pages of its language, by the names that most ways give them."""
    ways = [
        (page, line, [crumb for crumb in crumbs if isinstance(crumb, dict)])
        for page, line, node in _nodes(site)
        if isinstance(crumbs := node.get("itemListElement"), list)
    ]
    names: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for *_, crumbs in ways:
        for crumb in crumbs:
            names[str(crumb.get("item"))][str(crumb.get("name"))] += 1
    for page, line, crumbs in ways:
        for fault in (*_faults(site, page, crumbs, names),)[:1]:
            yield Finding(page.path, line, 1, HTM097, fault, BUILD_AGAIN)


def _faults(
    site: BuiltSite, page: PageFacts, crumbs: Sequence[Crumb], names: Mapping[str, Counter[str]]
) -> Iterator[Said]:
    through = []
    for crumb in crumbs[:-1]:  # HTM074 has the last
        item, name = str(crumb.get("item")), str(crumb.get("name"))
        other = site.pages.get(site.resolver.resolve("", item).file)
        through.append(other.path if other else "")
        if other is None or other.folder_language != page.folder_language:
            yield Said(f"the way leads through {item}", f"le fil d'Ariane passe par {item}")
        elif (usual := names[item].most_common(1)[0][0]) != name:
            yield Said(
                f"the way calls {item} “{name}”, others “{usual}”", f"« {name} » nomme {item}, ailleurs « {usual} »"
            )
    above = f"{page.folder.rstrip('/').rpartition('/')[0]}/index.html".lstrip("/")
    if above in site.pages and above not in through and above != page.path:
        yield Said(f"the way does not lead through {above}", f"le fil d'Ariane ne passe pas par {above}")


RULES = (licence_and_source_are_the_guides, ways_lead_through_pages)
