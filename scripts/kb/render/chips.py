"""Chips: the buttons of a form that each stand for a value, pressed or not; raw HTML."""

from __future__ import annotations

from html import escape

from kb.render.view import View


def chip(name: str, value: str, text: str, more: str = "") -> str:
    """The chip of a value of `name`; `more` is HTML."""
    return (
        f'<button class="chip" type="button" name="{name}" value="{escape(value)}" aria-pressed="false">'
        f"{escape(text)}{more}</button>"
    )


def everything(view: View) -> str:
    """The chip that takes every choice back, pressed while there is none."""
    return f'<button class="chip" type="reset" aria-pressed="true">{view.label("all")}</button>'
