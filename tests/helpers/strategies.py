"""Texts and bytes for property tests: what Markdown and YAML are made of, mixed with anything at all."""

from __future__ import annotations

from hypothesis import strategies as st

MARKUP = [
    *"[]()<>!`*_{}#|\\:\"'-",
    *("\n", "\n\n", " ", "    ", "\t", "\0", "\u00a0", "\u2028", "\x0b", "  \n", "\\\n", "\\|"),
    *("```", "**", "## ", "- ", "1) ", "> ", '!!! note "', "|---|", "\n|-|-|\n", "{ #x }", "{ .y }", "*x*{ lang=fr }"),
    *("[x][y]", "[x](y)", "![x][y]", "https://a.b", "&amp;", "<b>", "<!--", "-->", "a", "é", "20 %", "« x »"),
]
YAML = [
    *(b"\n", b": ", b"- ", b"[", b"]", b"{", b"}", b"&a ", b"*a", b"!!int ", b'"', b"'", b"|\n", b"~", b"# ", b"---\n"),
    *(b"2021-13-01", b"id: reso", b"<<: ", b"? ", b"\xff", b"\xef\xbb\xbf", b"\r", b"\0", b"\xc3"),
]

# Line ends are Unix ones, as the reader hands them on.
characters = st.characters(exclude_characters="\r", exclude_categories=["Cs"])
markdown = st.lists(st.sampled_from(MARKUP) | characters, max_size=40).map("".join)
prose = st.text(st.sampled_from(" \u00a0\u202f'\"«»:;!?%$.…“”‘’()[]123abcéM°hp") | characters, max_size=40).map(
    lambda text: text.replace("\n", " ")
)
yaml_text = st.lists(st.sampled_from(YAML).map(lambda b: b.decode(errors="ignore")) | characters, max_size=30).map(
    "".join
)

# Cut `length` bytes at a share of the file, and put others in their place.
damage = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 40), st.sampled_from(YAML) | st.binary(max_size=40)),
    min_size=1,
    max_size=4,
)


def damaged(data: bytes, changes: list[tuple[float, int, bytes]]) -> bytes:
    for share, length, new in changes:
        at = int(share * len(data))
        data = data[:at] + new + data[at + length :]
    return data


# What authors write, line by line: each block as it is meant or nearly so, touching the one before or not.
SENTENCES = [
    *(
        "Un mot.",
        "La police agit :",
        "**Un titre.** La suite",
        "Un *autre* mot",
        "Voir [la vision][vision].",
        "2019 suit.",
    ),
    *(
        "Un `mot` en code",
        "Le [pôle][hub]{ .x }",
        "a_b_c et d*e",
        "**gras",
        "R&D, 5 < 6",
        "Un \\[mot\\]",
        "*a **b** c*",
    ),
    *(
        "Le *mot*{ lang=en } dit",
        "« Un mot »",
        "**« a »** et b",
        "\\* un",
        "**[a][b]** : c",
        "un <mot>",
        "20 % des gens",
    ),
    *("mot  ", "![Une image][fig-a]", "[a][] et [b]", "<https://a.example/>", "*a*b", "__a__ b", "***a***", "x | y"),
]
STARTS = [
    *("", "", "", "- ", "- ", "* ", "+ ", "1. ", "2. ", "3. ", "1) ", "2019. ", "> ", "> - ", "- - ", "-   ", "1.  "),
    *("## ", "##", "#", "!!! note ", ":   ", "- ## ", "> ## ", "- > "),
]
LINES = [
    *(
        "## Titre { #titre }",
        "### Suite {#suite}",
        "## Fin{#fin}",
        "| a | b |",
        "|---|---|",
        "| c | d |",
        "a | b",
        "--- | ---",
    ),
    *(
        '!!! note "Titre"',
        "!!! editorial",
        "    dans l'encadré",
        "    - dans l'encadré",
        "      - dessous",
        "```",
        "~~~",
        "---",
    ),
    *(
        "===",
        "<div>",
        "</div>",
        "<!-- note -->",
        "[x]: y",
        "*[SPAL]: Un service",
        "{ .editorial }",
        "{ #ici }",
        "***",
        "|",
    ),
]
line = st.one_of(st.tuples(st.sampled_from(STARTS), st.sampled_from(SENTENCES)).map("".join), st.sampled_from(LINES))
indented = st.tuples(st.sampled_from(["", "", "", " ", "  ", "   ", "    ", "      ", "\t"]), line).map("".join)
authored = st.lists(st.tuples(indented, st.sampled_from(["\n", "\n", "\n\n", "\n\n\n"])), min_size=1, max_size=12).map(
    lambda lines: "".join(map("".join, lines))
)
tidy = st.lists(st.tuples(line, st.sampled_from(["\n", "\n\n", "\n\n"])), min_size=1, max_size=8).map(
    lambda lines: "".join(map("".join, lines))
)
