"""The words of docs/interface.yml as readers see them."""

from __future__ import annotations

import re

from kb.model.corpus import Corpus
from kb.model.interface import KEYS, PLACEHOLDER, VOCABULARIES
from kb.model.languages import LANGUAGES, Bilingual
from kb.model.vocabulary import PROSE
from kb.text.typography import typeset


def label(corpus: Corpus, key: str, language: str, **filled: object) -> str:
    """The words under a key, typeset; each placeholder that is given is filled with what is typeset already.

    A key whose words have a fault, which is a finding, stands for them.
    """
    text = typeset(plain_label(corpus, key)[language], language)
    return PLACEHOLDER.sub(lambda match: _fill(match, filled), text) if filled else text


def _fill(match: re.Match[str], filled: dict[str, object]) -> str:
    return str(filled[match[1]]) if match[1] in filled else match[0]


def plain_label(corpus: Corpus, key: str) -> Bilingual:
    """The words under a key, as they are typed.

    Raises:
        KeyError: no words can have this key.
    """
    if key in corpus.interface:
        return corpus.interface[key].value
    if key not in KEYS and key.partition(".")[0] not in VOCABULARIES:
        raise KeyError(key)
    return Bilingual(**dict.fromkeys(LANGUAGES, key))


def prose(corpus: Corpus, editorial: bool) -> dict[str, Bilingual]:
    """The sections of a record's prose with their headings, in the words of one from the policy or from outside it."""
    own = {id_: plain_label(corpus, f"prose-{id_}") for id_ in PROSE}
    return own | ({"resultats": plain_label(corpus, "prose-resultats-elsewhere")} if editorial else {})


def undocumented(corpus: Corpus, editorial: bool) -> Bilingual:
    """What is written where the policy, or the source of what is editorial, is silent."""
    return plain_label(corpus, "undocumented-elsewhere" if editorial else "undocumented")
