"""Only those inline patterns of Python-Markdown that a page can need: it tries each of them on every run of text."""

from __future__ import annotations

from markdown import Markdown
from markdown.preprocessors import Preprocessor

FIRST = 1000  # priority: what reads the text before it changes
# What a text must hold for these patterns to find anything in it.
SIGNS = {
    "`": ("backtick",),
    "\\": ("escape",),
    "[": ("reference", "link", "short_reference"),
    "![": ("image_link", "image_reference", "short_image_ref"),
    "<": ("autolink", "automail", "html"),
    "&": ("entity",),
}


class InlinePatterns(Preprocessor):
    """Takes the patterns that a text cannot need from the inline processor of `md`; the text stays as it is."""

    def __init__(self, md: Markdown):
        super().__init__(md)
        md.preprocessors.register(self, "inline-patterns", FIRST)

    def run(self, lines: list[str]) -> list[str]:
        text, every = "\n".join(lines), self.md.inlinePatterns
        vain = [every[name] for sign, names in SIGNS.items() if sign not in text for name in names]
        # a list, as a registry sorts itself at each look
        inline = self.md.treeprocessors["inline"]
        inline.inlinePatterns = [pattern for pattern in every if pattern not in vain]  # type: ignore[attr-defined]
        return lines
