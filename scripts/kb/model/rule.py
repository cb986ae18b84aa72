"""Rules, and what is said of them, in both languages: each rule stands beside the function that holds it."""

from __future__ import annotations

RULES: dict[str, Rule] = {}  # by code, once the module of each is loaded


class Said(str):
    """A text in English, with the same in French: `fr`."""

    fr: str

    def __new__(cls, en: str, fr: str) -> Said:
        text = super().__new__(cls, en)
        text.fr = fr
        return text

    def in_language(self, language: str) -> str:
        return self.fr if language == "fr" else str(self)


def in_language(text: str, language: str) -> str:
    """What a text says in a language, where it is said in both; any other text as it is."""
    return text.in_language(language) if isinstance(text, Said) else text


def counted(number: int, noun: Said) -> Said:
    """A number and its noun; each word of the French one agrees."""
    french = noun.fr if number < 2 else " ".join(f"{word}s" for word in noun.fr.split())
    return Said(f"{number} {noun}{'s' * (number != 1)}", f"{number} {french}")


class Rule(str):
    """The code of a rule, such as LNK001, whose meaning never changes once it is published.

    Args:
        code: three letters of its family and three figures.
        en: the rule, in one sentence.
        fr: the same in French.
        why_en: what readers or editors would lose without it.
        why_fr: the same in French.
        warning: it stops nothing, but under `--strict` and when the guide is published.

    Raises:
        ValueError: the code is taken.
    """

    rule: Said
    why: Said
    warning: bool

    def __new__(cls, code: str, en: str, fr: str, why_en: str, why_fr: str, warning: bool = False) -> Rule:
        if code in RULES:
            raise ValueError(f"{code} is a rule already")
        rule = super().__new__(cls, code)
        rule.rule, rule.why, rule.warning = Said(en, fr), Said(why_en, why_fr), warning
        RULES[code] = rule
        return rule
