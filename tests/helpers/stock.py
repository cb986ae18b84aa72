"""The peer of the benchmarks: Material, static-i18n and search as anyone would set them up, on the same staged tree."""

from __future__ import annotations

from pathlib import Path

import yaml
from mkdocs.utils.yaml import yaml_load

from content import PROJECT
from engine import navigation, staging
from kb.read.reader import read

OURS = ("hooks", "extra_css", "extra_javascript", "extra", "strict", "site_url")


def configure(root: Path, folder: Path, site_url: str = "https://stock.example/") -> Path:
    """A mkdocs.yml in `folder` for the staged tree of `root`, with the project's languages, menu and Markdown, and none
    of its own code; the site goes into `folder / "stock"`."""
    with (PROJECT / "mkdocs.yml").open(encoding="utf-8") as source:
        config = {key: value for key, value in yaml_load(source).items() if key not in OURS}
    corpus = read(root)
    for language in config["plugins"][0]["i18n"]["languages"]:
        language["nav"] = navigation.adapted(language["nav"], corpus, language["locale"])
    config |= {
        "site_url": site_url,
        "docs_dir": str(staging.stage_folder(root)),
        "site_dir": str(folder / "stock"),
        "theme": {"name": "material", "font": False, "language": "fr"},
        "plugins": [*config["plugins"], "search"],
    }
    path = folder / "mkdocs.yml"
    path.write_text(yaml.safe_dump(config, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return path
