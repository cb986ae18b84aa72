"""The picture that other sites show beside a link to the guide: its emblem, name, description and standing.

The emblem and all colours are those of the icon, whose shapes are drawn here one by one: rectangles, circles, and paths
of straight lines. The bytes depend on nothing but what is drawn and the version of Pillow.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from lxml import etree
from PIL import Image, ImageDraw, ImageFont

from kb.cite.citation import Guide
from kb.model.languages import LANGUAGES
from kb.render.home import is_home
from kb.render.view import View

SIZE = WIDTH, HEIGHT = 1200, 630  # pixels: what most readers of Open Graph ask for
MARGIN, EMBLEM, EDGE = 80, 190, 14
FINER = 4  # the emblem is drawn larger than it is shown, so that its edges are smooth
COMMAND = re.compile(r"([MHZ])([^MHZ]*)")


class Fonts(NamedTuple):
    """The files of two fonts: that of the name, and that of the rest."""

    name: bytes
    text: bytes


def address(language: str) -> str:
    return f"/assets/img/card-{language}.png"


def said(view: View, guide: Guide) -> tuple[str, ...]:
    """What the picture says, line by line."""
    home = (page for page in view.corpus.pages.values() if is_home(page, view.language))
    described = (view.text(page.description(view.language)) for page in home)
    return view.text(guide.title), *described, view.label("standing")


def stage_cards(views: dict[str, View], guide: Guide, icon: bytes, fonts: Fonts) -> dict[str, bytes]:
    """Staged path → PNG, for each language."""
    return {address(code).lstrip("/"): _drawn(said(views[code], guide), icon, fonts) for code in LANGUAGES}


@cache  # `serve` asks again at each change
def _drawn(lines: tuple[str, ...], icon: bytes, fonts: Fonts) -> bytes:
    shapes = etree.fromstring(icon)
    ground, roof, wall, _ = (shape.get("fill") for shape in shapes)
    card = Image.new("RGB", SIZE, ground)
    card.paste(_emblem(shapes, ground), (MARGIN * 2 // 3, MARGIN * 2 // 3))
    draw = ImageDraw.Draw(card)
    draw.rectangle((0, HEIGHT - EDGE, WIDTH, HEIGHT), fill=roof)
    name, *rest, standing = lines
    height = _write(draw, name, ImageFont.truetype(io.BytesIO(fonts.name), 50), MARGIN + EMBLEM, wall)
    text = ImageFont.truetype(io.BytesIO(fonts.text), 34)
    for line in rest:
        height = _write(draw, line, text, height + 24, wall)
    draw.text((MARGIN, HEIGHT - EDGE - 40), standing, fill=roof, font=text, anchor="ls")
    out = io.BytesIO()
    card.save(out, "PNG", optimize=True)
    return out.getvalue()


def _write(draw: ImageDraw.ImageDraw, text: str, font: ImageFont.FreeTypeFont, top: int, ink: str | None) -> int:
    """Lines as wide as the margins allow, from `top` down; returns where the next may begin."""
    for line in _broken(text, font):
        draw.text((MARGIN, top), line, fill=ink, font=font)
        top += round(font.size * 1.3)
    return top


def _broken(text: str, font: ImageFont.FreeTypeFont) -> Iterator[str]:
    """The lines of a text; a no-break space breaks none."""
    line, *words = text.split(" ")
    for word in words:
        if font.getlength(f"{line} {word}") <= WIDTH - 2 * MARGIN:
            line = f"{line} {word}"
        else:
            yield line
            line = word
    yield line


def _emblem(shapes: etree._Element, ground: str | None) -> Image.Image:
    side = EMBLEM * FINER
    scale = side / float(shapes.get("viewBox", "").split()[-1])
    image = Image.new("RGB", (side, side), ground)
    draw = ImageDraw.Draw(image)
    for shape in shapes:
        fill, path = shape.get("fill"), shape.get("d")
        at = {key: float(value) * scale for key, value in shape.items() if key not in ("d", "fill")}
        if path:
            draw.polygon([(x * scale, y * scale) for x, y in _corners(path)], fill)
        elif "r" in at:
            draw.circle((at["cx"], at["cy"]), at["r"], fill)
        else:
            x, y = at.get("x", 0), at.get("y", 0)
            draw.rounded_rectangle((x, y, x + at["width"], y + at["height"]), at["rx"], fill)
    return image.resize((EMBLEM, EMBLEM), Image.Resampling.LANCZOS)


def _corners(path: str) -> Iterator[tuple[float, float]]:
    """The corners of a path that starts with M, and goes straight on or along H; no other command is known here."""
    x = y = 0.0
    for command, written in COMMAND.findall(path):
        numbers = [float(number) for number in written.split()]
        while numbers:
            x, y = numbers.pop(0), numbers.pop(0) if command == "M" else y
            yield x, y
