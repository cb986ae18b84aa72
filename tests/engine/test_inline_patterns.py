"""A page reads the same with only the inline patterns that it can need."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from markdown.extensions import Extension

from engine.inline_patterns import SIGNS, InlinePatterns

EXTENSIONS = ("attr_list", "tables", "md_in_html", "toc")
PARTS = (
    "`a`", "\\*", "\\`", "[b](c.md)", "[b][d]", "[d]", "\n\n[d]: e.md\n\n", "![f](g.svg)", "![f][d]", "![d]",
    "<b>h</b>", "<https://i.example>", "<j@k.example>", "&amp;", "&#233;", "&", "*l*", "**m**", "_n_", "  \n", "\n",
    "\n\n", "\t", " o ", "\n\n- ", "\n\n# ", "\n\n| p |\n| --- |\n| ", "{ .q }", '\n\n<div markdown="1">\n\n',
    "\n\n</div>\n\n", "!", "[", "<",
)  # fmt: skip


class Fewer(Extension):
    def extendMarkdown(self, md: Markdown) -> None:
        InlinePatterns(md)


@given(st.lists(st.sampled_from(PARTS), max_size=12).map("".join))
def test_a_text_reads_the_same(text: str):
    assert Markdown(extensions=[*EXTENSIONS, Fewer()]).convert(text) == Markdown(extensions=EXTENSIONS).convert(text)


def test_patterns_without_their_sign_are_left_out():
    md = Markdown(extensions=[Fewer()])
    md.convert("Plain.")
    assert len(md.treeprocessors["inline"].inlinePatterns) == len(md.inlinePatterns) - sum(map(len, SIGNS.values()))
    md.convert("`a` \\* [b](c) ![d](e) <f> &amp;")
    assert len(md.treeprocessors["inline"].inlinePatterns) == len(md.inlinePatterns)
