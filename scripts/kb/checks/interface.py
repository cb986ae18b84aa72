"""The words of the interface: what fills them has its place in both languages, and no value is there for nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.model.corpus import Corpus, Item
from kb.model.finding import Finding, did_you_mean
from kb.model.interface import KEYS
from kb.model.languages import LANGUAGES, Bilingual
from kb.model.rule import Rule, Said

INT001 = Rule(
    "INT001",
    "A text of docs/interface.yml has the placeholders of its key, such as {date}, in both languages.",
    "Un texte de docs/interface.yml a les espaces à remplir de sa clé, comme {date}, dans les deux langues.",
    "The page would show a sentence with a hole, or braces that nobody fills.",
    "La page montrerait une phrase trouée, ou des accolades que rien ne remplit.",
)

INT002 = Rule(
    "INT002",
    "A value of a vocabulary of docs/interface.yml is that of an example.",
    "Une valeur d'un vocabulaire de docs/interface.yml est celle d'un exemple.",
    "Editors would choose from a list of values that nobody keeps right.",
    "On choisirait dans une liste de valeurs que personne ne tient à jour.",
)

BRACES = re.compile(r"\{([^{}]*)\}?|\}")


def _own(corpus: Corpus) -> Iterator[tuple[str, Item[Bilingual]]]:
    """The words of the base itself; a tree without any speaks as the guide does."""
    return ((key, item) for key, item in corpus.interface.items() if item.path in corpus.files)


def placeholders_filled(corpus: Corpus) -> Iterator[Finding]:
    """Each language has every placeholder of the key, and no other braces."""
    for key, item in _own(corpus):
        wanted = KEYS.get(key, frozenset())
        for language in LANGUAGES:
            found = {match[0]: match[1] or "" for match in BRACES.finditer(item.value[language])}
            for name in sorted(wanted.difference(text[1:-1] for text in found)):
                message = Said(f"{{{name}}} is missing", f"{{{name}}} manque")
                hint = Said("put it where the page fills it in", "mettez-le là où la page le remplit")
                yield item.finding(INT001, message, hint, (language,))
            for text, name in found.items():
                if text != f"{{{name}}}" or name not in wanted:
                    message = Said(f"nothing fills {text}", f"rien ne remplit {text}")
                    hint = did_you_mean(name, wanted, Said("remove it", "retirez-le"))
                    yield item.finding(INT001, message, hint, (language,))


def values_used(corpus: Corpus) -> Iterator[Finding]:
    """Each value of a vocabulary is that of an example; one that code knows needs none."""
    used = {
        f"{vocabulary}.{value}"
        for record in (page.record for page in corpus.examples)
        for vocabulary, values in (
            ("initiatives", record.initiative),
            ("clienteles", record.clientele),
            ("places", [record.place]),
        )
        for value in values
    }
    for key, item in _own(corpus):
        if "." in key and key not in KEYS and key not in used:
            message = Said(f"no example has {key}", f"aucun exemple n'a {key}")
            hint = Said("remove it, or give it to one", "retirez-la, ou donnez-la à un exemple")
            yield item.finding(INT002, message, hint)


CHECKS = (placeholders_filled, values_used)
