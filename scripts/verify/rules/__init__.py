"""The rules, one module per family; a rule is a pure generator of findings whose docstring states it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from pkgutil import iter_modules

from kb.model.finding import Finding
from verify.site import BuiltSite

Rule = Callable[[BuiltSite], Iterator[Finding]]

_FAMILIES = (import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__))
RULES: tuple[Rule, ...] = tuple(rule for family in _FAMILIES for rule in family.RULES)
