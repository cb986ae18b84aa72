"""What a situation, an aide-mémoire and the first page of a group show of the base, and where the policy is opened."""

from __future__ import annotations

from cases.situations import gestures, situation
from kb.formats.siteconfig import navigations
from kb.read.reader import read
from kb.render import stage
from kb.render.locators import policy_address
from kb.render.view import View
from support import Case, apply, make_base, new_page

FRENCH, ENGLISH = "fr/nouvelle.md", "en/nouvelle.md"


def staged(tmp_path, *changes, then=lambda corpus: None):
    root = make_base(tmp_path)
    for change in changes:
        apply(root, Case("", "", change))
    corpus = read(root)
    then(corpus)
    return stage(corpus)


def test_a_situation_shows_the_base_before_its_own_text(tmp_path):
    page = staged(tmp_path, gestures("presence-gestes"), situation())[FRENCH].replace("\u00a0", " ")
    order = [
        "# **S1**{ .mark } Page { #nouvelle }",
        "Une page.\n{ .answer }",
        "{ #equipes }",
        "][reso] | ",
        "{ #gestes }",
        "### [P1.1 Présence et accessibilité][presence] { #carte-presence .card }",
        "Soyez là aussi quand rien ne presse",
        "Deux gestes :\n\n- venir;\n- parler.",
        "{ #loi }",
        "{ #silence }",
        "Du texte.",
        "{ #modeles }",
        "[M1 ",
        "[concertation][t-concertation]",
    ]
    places = [page.find(part) for part in order]
    assert -1 not in places, order[places.index(-1)]
    assert places == sorted(places)


def test_a_section_that_only_touches_on_it_is_told_by_its_first_sentence_after_the_silence(tmp_path):
    also = situation("sections: [presence, ecoute]", "sections: [presence]\n  also: [ecoute]")
    page = staged(tmp_path, gestures("presence-gestes"), also)[FRENCH]
    assert "carte-ecoute" not in page and page.count("[ecoute]") == 2, "once, and where the link leads"
    places = [page.index(part) for part in ("{ #silence }", "{ #principes }", "- [P1.2", "{ #modeles }")]
    assert places == sorted(places)


def test_an_article_of_a_law_is_linked_where_legisquebec_publishes_it(tmp_path):
    laws = {
        "docs/references.yml": [
            ("  - id: r-loi-police\n", "  - id: r-loi-police\n    url: {fr: legis:fr/document/lc/P-13.1}\n"),
            ("sites:\n", "sites:\n  legis: https://www.legisquebec.gouv.qc.ca/\n"),
        ]
    }
    tree = staged(tmp_path, laws, situation('["48"]', '["48", "49", "50.1"]'))
    way = "(https://www.legisquebec.gouv.qc.ca/fr/document/lc/P-13.1?code=se:"
    assert f"Articles [48]{way}48), [49]{way}49) et [50.1]{way}50.1)" in tree[FRENCH]
    assert "Sections 48, 49 and 50.1: " in tree[ENGLISH]


def test_an_aide_memoire_has_a_card_for_each_principle_and_the_principle_leads_to_it(tmp_path):
    memo = new_page(head="sources: [rapprochement]\ngenerated: memo", body="")
    numbered = {
        "docs/fr/piliers/rapprochement.md": [("- venir;\n- parler.", "1. **Venir.** Tôt.\n2. **Parler.** Peu.")]
    }
    tree = staged(tmp_path, gestures("presence-gestes"), numbered, memo)
    page = tree[FRENCH]
    assert page.index("{ #carte-presence .card }") < page.index("{ #carte-ecoute .card }")
    assert "1. **Venir.**\n2. **Parler.**" in page, "a numbered item is told by its bold words"
    assert "][nouvelle#carte-presence]" in tree["fr/piliers/rapprochement.md"]
    for path in ("fr/exemples/equipe-reso.md", "fr/concordance.md"):
        assert "[aide-mémoire][nouvelle#carte-presence]{ .to-memo }" in tree[path]
    assert "[Page][nouvelle]\n{ .in-memo }" in tree["fr/liens.md"]


def test_the_first_page_of_a_group_lists_the_others(tmp_path):
    nav = """plugins:
  - i18n:
      languages:
        - locale: fr
          nav:
            - index.md
            - Groupe:
                - nouvelle.md
                - politique/contexte.md
            - Autre:
                - glossaire.md
"""

    def set_navigation(corpus):
        corpus.navigations.update(navigations(nav))

    page = staged(tmp_path, new_page(head="editorial: true\ngenerated: contents"), then=set_navigation)[FRENCH]
    assert (
        "- **[C Mise en contexte][mise-en-contexte]** : " in page.replace("\u00a0", " ") and "[Glossaire]" not in page
    )


def test_the_policy_is_opened_at_its_page_where_its_address_is_known(tmp_path):
    corpus = read(make_base(tmp_path))
    address = "https://www.quebec.ca/politique.pdf#page=12"
    assert policy_address(View(corpus, "en"), 12) == address
    assert f"[Politique]({address}), p." in stage(corpus)["fr/piliers/rapprochement.md"]
    for folder, url in (("unknown", ""), ("listed", "    url: {fr: qc:publications}\n")):
        change = {"docs/references.yml": [("    url: {fr: qc:politique.pdf}\n", url)]}
        other = read(apply_to(tmp_path / folder, change))
        assert policy_address(View(other, "fr"), 12) is None
        assert "[Politique][r-politique], p." in stage(other)["fr/piliers/rapprochement.md"]


def apply_to(folder, change):
    root = make_base(folder)
    apply(root, Case("", "", change))
    return root
