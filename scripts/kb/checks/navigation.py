"""The navigations of mkdocs.yml against the pages: each page once, at the same place in both languages."""

from __future__ import annotations

from collections.abc import Iterator

from kb.formats.siteconfig import PATH, NavigationLine
from kb.model import sitepath
from kb.model.corpus import Corpus, Document, Page
from kb.model.finding import Finding, closest, did_you_mean
from kb.model.languages import LANGUAGES
from kb.model.page import RECORD_PAGES
from kb.model.rule import Rule, Said

NAV001 = Rule(
    "NAV001",
    "An entry of the navigation names a page of its language, or the records of a kind.",
    "Une entrée de la navigation nomme une page de sa langue, ou les fiches d'un type.",
    "The menu would offer readers an entry that leads nowhere.",
    "Le menu offrirait une entrée qui ne mène nulle part.",
)

NAV002 = Rule(
    "NAV002",
    "A page stands in the navigation of its language, once.",
    "Une page figure dans la navigation de sa langue, une seule fois.",
    "Readers who browse by the menu would miss the page, or meet it twice and wonder why.",
    "Qui suit le menu manquerait la page, ou la verrait deux fois sans savoir pourquoi.",
)

NAV003 = Rule(
    "NAV003",
    "The navigations of both languages have the same pages, in the same order and as deep.",
    "Les navigations des deux langues ont les mêmes pages, dans le même ordre et au même niveau.",
    "Someone who changes language would no longer find their place in the menu.",
    "Une personne qui change de langue ne se retrouverait plus dans le menu.",
)


NAV004 = Rule(
    "NAV004",
    "The home page has the title of the guide that mkdocs.yml gives.",
    "La page d'accueil a le titre du guide que donne mkdocs.yml.",
    "The guide would be cited under one name and present itself under another.",
    "Le guide serait cité sous un nom et se présenterait sous un autre.",
)


NAV005 = Rule(
    "NAV005",
    "Each name of the site in mkdocs.yml is how the title of the guide starts in its language.",
    "Chaque nom du site dans mkdocs.yml est le début du titre du guide dans sa langue.",
    "The guide would bear one name at the head of a page and another in a browser's tab or in a search.",
    "Le guide porterait un nom en tête de page et un autre dans un onglet ou une recherche.",
)

ABOUT, CITING = "a-propos", "citer"  # the page about the guide, and its section on how to cite it


def entries_are_pages(corpus: Corpus) -> Iterator[Finding]:
    """An entry names a page of its language, or the records of a kind."""
    for language, navigation in corpus.navigations.items():
        known, free = _known(corpus, language), _unlisted(corpus, language)
        for entry in navigation.entries:
            if entry.path not in known and not _unread(corpus, language, entry):
                hint = did_you_mean(entry.path, free, Said("remove this line", "retirez cette ligne"))
                message = Said(
                    f"{entry.path} is no page of docs/{language}",
                    f"l'entrée {entry.path} n'est pas une page de docs/{language}",
                )
                yield _finding(entry, NAV001, message, hint)


def pages_are_entries(corpus: Corpus) -> Iterator[Finding]:
    """Each page stands in the navigation of its language, once."""
    for language, navigation in corpus.navigations.items():
        known = _known(corpus, language)
        listed: dict[str, NavigationLine] = {}
        for entry in navigation.entries:
            first = listed.setdefault(known.get(entry.path, entry.path), entry)
            if first is not entry:
                message = Said(
                    f"{entry.path} stands in the navigation already, on line {first.line}",
                    f"{entry.path} est déjà dans la navigation, à la ligne {first.line}",
                )
                yield _finding(entry, NAV002, message, Said("keep one of the two", "gardez l'une des deux entrées"))
        strange = [path for path in listed if path.endswith(".md") and path not in known]
        meant = {
            known.get(closest(path, _unlisted(corpus, language)) or "") for path in strange
        }  # NAV001 reports those
        for page in corpus.pages.values():
            if language in page.documents and not {page.id, page.kind} & (listed.keys() | meant):
                yield Finding(PATH, navigation.line, 1, NAV002, *_not_listed(page, language))


def _not_listed(page: Page, language: str) -> tuple[Said, Said]:
    path = page.documents[language].path
    names = page.source_file(language).removesuffix(".md").split("/")
    entry = f"{'/'.join(sitepath.kebab(name) or name for name in names)}.md"  # as IDS009 has it renamed
    message = Said(f"{path} stands in no navigation", f"{path} n'est dans aucune navigation")
    return message, Said(f"add {entry} to the nav of “{language}”", f"ajoutez {entry} au nav de « {language} »")


def same_order(corpus: Corpus) -> Iterator[Finding]:
    """Both languages list the same pages in the same order, as deep."""
    if not all(language in corpus.navigations for language in LANGUAGES):
        return
    sides = [_listed(corpus, language) for language in LANGUAGES]
    common = sides[0].keys() & sides[1].keys()
    french, english = ([(id_, entry) for id_, entry in side.items() if id_ in common] for side in sides)
    for (one, first), (other, second) in zip(french, english, strict=True):
        if (one, first.depth) != (other, second.depth):
            message = Said(
                f"{second.path} stands where the French navigation has {first.path} (line {first.line})",
                f"{second.path} est là où la navigation française a {first.path} (ligne {first.line})",
            )
            hint = Said("give both the same order and depth", "donnez aux deux le même ordre et la même profondeur")
            yield _finding(second, NAV003, message, hint)
            return


def titles_agree(corpus: Corpus) -> Iterator[Finding]:
    """The home page has the title by which the guide is cited, and the page that says how to cite it has it too."""
    for page in corpus.authored:
        for language, item in page.meta.items():
            title = corpus.titles.get(language)
            if title and page.source_file(language) == "index.md" and item.value.title != title:
                message = Said(
                    f"the home page has another title than the guide in {PATH}",
                    f"la page d'accueil a un autre titre que le guide dans {PATH}",
                )
                hint = Said(
                    f"write “{title}” here, or change extra: guide: title there",
                    f"écrivez ici « {title} », ou changez-y extra: guide: title",
                )
                yield item.finding(NAV004, message, hint, ("title",))
            elif title and page.id == ABOUT and title not in page.documents[language].text:
                yield _other_name(page.documents[language], title)


def _other_name(document: Document, title: str) -> Finding:
    """The form of a citation, in the page about the guide, that names it otherwise."""
    heading = next((heading.line for heading in document.scan.headings if heading.id == CITING), 1)
    quoted = (block.line for block in document.scan.blocks if block.section == CITING and block.kind == "quote")
    message = Said(
        f"the form of a citation has another title than the guide in {PATH}",
        f"la forme d'une citation a un autre titre que le guide dans {PATH}",
    )
    hint = Said(f"cite “{title}” here", f"citez ici « {title} »")
    return document.finding(NAV004, next(quoted, heading), 1, message, hint)


def names_agree(corpus: Corpus) -> Iterator[Finding]:
    """Each name of the site is how the title of the guide starts, where that is the title of the home page too."""
    for name in corpus.site_names if next(titles_agree(corpus), None) is None else ():
        title = corpus.titles.get(name.language, name.text)
        if not title.startswith(name.text):
            message = Said(
                f"the name of the site is not how the guide's title starts: {title}",
                f"le nom du site n'est pas le début du titre du guide : {title}",
            )
            hint = Said(
                "write its start, or change extra: guide: title", "écrivez-en le début, ou changez extra: guide: title"
            )
            yield Finding(PATH, name.line, name.column, NAV005, message, hint)


def _listed(corpus: Corpus, language: str) -> dict[str, NavigationLine]:
    """The first entry of each page and kind of records that a navigation names."""
    known = _known(corpus, language)
    listed: dict[str, NavigationLine] = {}
    for entry in corpus.navigations[language].entries:
        if entry.path in known:
            listed.setdefault(known[entry.path], entry)
    return listed


def _known(corpus: Corpus, language: str) -> dict[str, str]:
    """What an entry may be → the id of the page, by file name or published place, or the kind of records."""
    pages = corpus.pages.values()
    written = [page for page in pages if language in page.documents]
    return {
        **{page.published[language]: page.id for page in pages if language in page.published},  # gone: PAR001
        **{place(language): page.id for page in written for place in (page.file, page.source_file)},
        **{f"{page.folder[language]}/*.md": page.kind for page in RECORD_PAGES},
    }


def _unlisted(corpus: Corpus, language: str) -> list[str]:
    """What an entry may still be: the pages there that stand nowhere in the navigation."""
    known = _known(corpus, language)
    there = {id_ for id_, page in corpus.pages.items() if language in page.documents}
    there |= {page.kind for page in RECORD_PAGES}
    listed = {known.get(entry.path) for entry in corpus.navigations[language].entries}
    written = (page for page in corpus.pages.values() if language in page.documents)
    files = {page.source_file(language) for page in written}  # not where a page was published from
    return [path for path, id_ in known.items() if id_ in there - listed and (path in files or path.endswith("*.md"))]


def _unread(corpus: Corpus, language: str, entry: NavigationLine) -> bool:
    """Whether the page is there and has a fault of its own."""
    path = f"docs/{language}/{entry.path}"
    return path in corpus.files or path in corpus.unread


def _finding(entry: NavigationLine, code: str, message: str, hint: str) -> Finding:
    return Finding(PATH, entry.line, entry.column, code, message, hint)


CHECKS = (entries_are_pages, pages_are_entries, same_order, titles_agree, names_agree)
