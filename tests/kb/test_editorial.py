"""A record from outside the policy says so wherever it is shown, and rests on its own references."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kb.cite.citation import Guide, cite, reference
from kb.cite.exports import csl
from kb.cite.pages import stage_citations
from kb.model.finding import Finding
from kb.read.reader import read
from kb.render import stage
from kb.render.view import View
from kb.render.whole import reading_order
from support import BASE, edit, findings

GUIDE = Guide(title={"fr": "Le guide", "en": "The guide"}, site="https://guide.example/")
SOURCE = {
    "example": ("source: [reso]\nevidence: described", "E2", "examples/ailleurs"),
    "model": ("source: [hub]\nevidence: evaluated", "M2", "models/ailleurs"),
}
WORDS = {
    "Les résultats selon la politique": "Les résultats selon la source",
    "What the policy says of its results": "What the source says of its results",
    "Non documenté dans la politique.": "Non documenté dans la source.",
    "Not documented in the policy.": "Not documented in the source.",
}


def plant(root: Path, kind: str) -> Path:
    """One more record, made of the base's own, that the policy does not tell of."""
    original = BASE / ("examples/reso" if kind == "example" else "models/hub")
    source, mark, folder = SOURCE[kind]
    (root / folder).mkdir()
    for path in original.iterdir():
        text = path.read_text(encoding="utf-8")
        for old, new in WORDS.items():
            text = text.replace(old, new)
        (root / folder / path.name).write_text(text, encoding="utf-8")
    record = f"{folder}/record.yml"
    edit(root, record, source, "source: editorial\nreferences: [r-sondage]\nevidence: editorial")
    edit(root, record, f"id: {original.name}\nmark: {mark[0]}1", f"id: ailleurs\nmark: {mark}")
    edit(root, record, "slug: {fr: ", "slug: {fr: autre-")
    edit(
        root, record, ", en: reso-team" if kind == "example" else ", en: hub}", ", en: other" + "}" * (kind == "model")
    )
    edit(root, record, 'title: {fr: "L' if kind == "example" else 'title: {fr: "Les', 'title: {fr: "Autre : l')
    edit(root, record, 'en: "The RÉSO' if kind == "example" else 'en: "Hubs"', 'en: "Other' + '"' * (kind == "model"))
    if kind == "model":
        edit(root, record, "english_name: Community Mobilization Prince Albert\n", "")
    return root


def faults(root: Path) -> list[Finding]:
    """The findings, but for what its texts bring as they are copies."""
    return [finding for finding in findings(root) if finding.code not in ("PAR015", "PEN012")]


@pytest.fixture(params=["example", "model"])
def kind(request) -> str:
    return request.param


@pytest.fixture
def guide(base: Path, kind: str) -> Path:
    return plant(base, kind)


def test_it_is_no_fault(guide):
    assert list(map(str, faults(guide))) == []


def test_its_page_says_so(guide, kind):
    corpus = read(guide)
    tree = stage(corpus)
    french, english = (tree[f"{language}/{corpus.pages['ailleurs'].file(language)}"] for language in ("fr", "en"))
    what = "cet exemple" if kind == "example" else "ce modèle"
    assert f"Complément du guide\u00a0: {what} ne vient pas de la politique.\n{{ .editorial }}" in french
    assert "does not come from the policy.\n{ .editorial }" in english
    assert "Hors de la politique\u00a0: ajout du guide" in french
    assert "Outside the policy: added by this guide" in english
    assert "Source, hors de la politique\u00a0: [Firme Léger (2024). Sondage sur la police][r-sondage]." in french
    assert "selon la politique" not in french
    assert "dans la politique" not in french
    assert "r-politique" not in french
    assert "de la politique\n:" not in french
    assert ("Nom anglais" in french) is False


def test_it_is_in_the_lists_the_bibliography_and_the_whole(guide, kind):
    corpus = read(guide)
    tree = stage(corpus)
    listed = tree[f"fr/{corpus.generated_page(f'{kind}s').file('fr')}"]
    assert "Hors de la politique\u00a0: ajout du guide" in listed
    assert "ailleurs" in [page.id for page in reading_order(corpus)]
    (entry,) = [part for part in tree["fr/references.md"].split("\n\n") if "{ #r-sondage .reference }" in part]
    assert "][ailleurs]" in entry


def test_its_citation_says_so(guide):
    corpus = read(guide)
    cited = cite(View(corpus, "fr"), GUIDE, "ailleurs")
    assert r"\[complément du guide, hors de la politique\]" in reference(cited)
    assert csl(corpus, cited)["note"] == "complément du guide, hors de la politique"
    assert cited.policy is None
    name = corpus.mark("ailleurs").lower()
    tree = stage_citations(corpus, GUIDE)
    assert "added by the guide, outside the policy" in tree[f"en/cite/{name}.md"]
    assert "politique.ris" not in tree[f"fr/citer/{name}.md"]
    assert "N1  - complément du guide, hors de la politique" in tree[f"fr/citer/{name}.ris"]
    assert json.loads(tree[f"en/cite/{name}.json"])[0]["note"] == "added by the guide, outside the policy"


@pytest.mark.parametrize(
    ("old", "new", "code", "said"),
    [
        ("references: [r-sondage]\n", "", "REC020", "a record from outside the policy names no reference"),
        (
            "evidence: editorial",
            "evidence: described",
            "REC020",
            "the evidence is described, and the source is editorial",
        ),
        ("[r-sondage]", "[r-sondages]", "REC003", "references names the unknown id r-sondages"),
        ("source: editorial", "source: []", "REC002", "source: names no unit"),
    ],
)
def test_half_said_is_a_finding(guide, old, new, code, said):
    path = next(guide.glob("*/ailleurs/record.yml")).relative_to(guide).as_posix()
    edit(guide, path, old, new)
    (finding,) = [finding for finding in faults(guide) if finding.path == path]
    assert finding.code == code
    assert said in finding.message


def test_a_record_of_the_policy_rests_on_the_policy(base):
    edit(base, "examples/reso/record.yml", "evidence: described", "references: [r-sondage]\nevidence: editorial")
    edit(base, "models/hub/record.yml", "english_name: Community Mobilization Prince Albert\n", "")
    assert sorted(finding.code for finding in findings(base)) == ["REC020", "REC020", "REC021"]


def test_a_place_that_is_new_is_told_where_to_go(base):
    edit(base, "examples/reso/record.yml", "place: longueuil", "place: sherbrooke")
    (finding,) = findings(base)
    assert finding.message.startswith("place: sherbrooke is not one of montreal, longueuil")
    assert finding.hint == "write one of these, or add it to docs/interface.yml in both languages"
