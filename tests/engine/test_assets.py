"""An image or a file of docs/assets, written in its one form, is found from every page: in both languages, at every
depth, in the page that holds the whole guide, below a path."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from urllib.parse import urljoin

import pytest
from lxml import html
from PIL import Image

from content import copy_content
from engine import mkdocs_run
from kb.checks import check
from kb.read.reader import read
from sitefixture import SITE_URL
from verify import verify

TEXTS = {
    "fr": "![Deux policières à vélo](assets/img/velo.jpg)\n\nLisez l'[affiche](assets/files/affiche.pdf). On écrit "
    "`[texte](assets/img/velo.jpg)`.\n",
    "en": "![Two police officers on bicycles](assets/img/velo.jpg)\n\nRead the [poster](assets/files/affiche.pdf). One "
    "writes `[text](assets/img/velo.jpg)`.\n",
}
SOURCES = {  # the end of each → where it is read: on its page and, if the policy is its source, in the whole guide
    "docs/fr/a-propos.md": ["a-propos"],
    "docs/en/about.md": ["en/about"],
    "docs/fr/piliers/rapprochement.md": ["piliers/rapprochement", "imprimer"],
    "docs/en/pillars/closer-ties.md": ["en/pillars/closer-ties", "en/print"],
    "examples/reso/fr.md": ["exemples/equipe-reso", "imprimer"],
    "examples/reso/en.md": ["en/examples/reso-team", "en/print"],
}


@pytest.fixture(scope="module")
def illustrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real content with a photo and a file, linked from pages of every kind."""
    root = copy_content(tmp_path_factory.mktemp("illustrated"))
    photo = BytesIO()
    Image.new("RGB", (40, 30)).save(photo, "JPEG")
    for path, data in {"img/velo.jpg": photo.getvalue(), "files/affiche.pdf": b"%PDF-1.4\n%%EOF\n"}.items():
        (root / "docs/assets" / path).parent.mkdir(exist_ok=True)
        (root / "docs/assets" / path).write_bytes(data)
    for source in SOURCES:
        language = "en" if "/en/" in source or source.endswith("en.md") else "fr"
        with open(root / source, "a", encoding="utf-8") as file:
            file.write(f"\n{TEXTS[language]}")
    return root


def test_the_check_takes_the_form(illustrated: Path):
    assert [finding for finding in check(read(illustrated)) if not finding.is_warning] == []


def test_every_page_leads_to_the_file(illustrated: Path, tmp_path: Path, monkeypatch):
    monkeypatch.setenv("SITE_URL", SITE_URL)
    mkdocs_run.run_mkdocs(mkdocs_run.configuration(illustrated, tmp_path))
    assert verify(tmp_path, SITE_URL) == []
    for page in {page for pages in SOURCES.values() for page in pages}:
        text = html.parse(str(tmp_path / page / "index.html")).getroot()
        links = {
            urljoin(f"/{page}/", link)
            for link in text.xpath("//img/@src | //a/@href")
            if link.endswith(("velo.jpg", "affiche.pdf"))
        }
        assert links == {"/assets/img/velo.jpg", "/assets/files/affiche.pdf"}, page
        assert any("(assets/img/velo.jpg)" in code for code in text.xpath("//code/text()")), page
    assert (tmp_path / "assets/img/velo.jpg").is_file() and (tmp_path / "assets/files/affiche.pdf").is_file()
