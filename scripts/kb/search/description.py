"""OpenSearch descriptions (opensearch.org, 1.1): a browser may then search the guide from its own field."""

from __future__ import annotations

from html import escape

from kb.model.corpus import Corpus, Page
from kb.model.languages import LANGUAGES
from kb.render.view import View

TEMPLATE = """<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>{name}</ShortName>
  <Description>{description}</Description>
  <Language>{language}-CA</Language>
  <InputEncoding>UTF-8</InputEncoding>
  <Url type="text/html" template="{address}?q={{searchTerms}}"/>
</OpenSearchDescription>
"""


def descriptions(corpus: Corpus, site: str) -> dict[str, str]:
    """One a language, for a site of that address; none where no page shows results."""
    if not (page := corpus.generated_page("search")):
        return {}
    return {f"assets/search/opensearch-{code}.xml": _description(View(corpus, code), page, site) for code in LANGUAGES}


def _description(view: View, page: Page, site: str) -> str:
    return TEMPLATE.format(
        name=escape(view.label("searcher")),
        description=escape(view.label("find-title")),
        language=view.language,
        address=escape(site.rstrip("/") + page.address(view.language)),
    )
