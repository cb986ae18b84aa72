"""The words that the guide itself adds: the keys of docs/interface.yml, and what fills each.

A key is here once code asks for it; its words stand in the file alone, where they are checked as any text is.
"""

from __future__ import annotations

import re

INTERFACE = "docs/interface.yml"
PLACEHOLDER = re.compile(r"\{([a-z]+)\}")

# Lists of values that a record may have, each with its words; such a list may grow in the file alone.
VOCABULARIES = ("initiatives", "clienteles", "places")

_KEYS = """
    skip home menu close-menu nav path toc top print-page bar section-before section-after find search-here
    glossary all-sections
    scheme scheme-auto scheme-light scheme-dark
    language-name turn previous next
    about independent standing memo in-memo official{link} publications plan
    licences{code}{licence} edition{date} page-changed{date}
    feedback feedback-to{address} page-address{address}
    lost lost-why lost-home lost-elsewhere{link} lost-home-elsewhere
    kind-principle kind-example kind-model kind-situation kind-term kind-section kind-reference
    situation-gestes situation-equipes situation-principes situation-exemples situation-modeles situation-loi
    situation-terms{terms}
    team where-when in-short law-article{law}{numbers} law-articles{law}{numbers} and
    pillar-rapprochement pillar-partenariat-concertation pillar-proactivite pillar-named-rapprochement
    pillar-named-partenariat-concertation pillar-named-proactivite
    see-term see-reference close copy copied not-copied said-of{text}{what}
    find-title find-close find-hint find-kind find-all find-pillars find-results find-loading find-failed find-again
    find-none{query} find-filtered find-unfilter find-found-one find-found{count} find-found-more{count}{shown}
    find-near find-glossary find-elsewhere-one find-elsewhere{count} find-keys find-single
    find-filters find-weak{found} find-own find-all-results{count} find-submit
    find-recent find-forget{query} find-forget-all find-examples searcher
    source source-elsewhere policy outside-example outside-model editorial editorial-silence page{pages} pages{pages}
    untitled{heading} undated note
    pillar organisations organisation partners partner place period from{start} from-decade{start} to{end}
    to-decade{end} since{start} initiative clientele english-name english-name-elsewhere idea mechanism caution
    caution-elsewhere evidence evidence-described evidence-evaluated evidence-editorial undocumented
    undocumented-elsewhere unsaid{things} unsaid-elsewhere{things} unsaid-organisations unsaid-partners unsaid-place
    unsaid-caution unsaid-besoin unsaid-fonctionnement unsaid-participants unsaid-resultats milestones milestone
    prose-en-bref prose-besoin prose-fonctionnement prose-participants prose-resultats prose-discussion
    prose-resultats-elsewhere
    ties relations-example relations-model relations-note examples models principles
    aliases other-name see used-in cited-in own-definition guide-words entry-more narrow-entries added notes{count}
    documents laws
    data value item step content giver receiver scale{end}{start} vision unit guide derived
    date principle overview model narrow all show-all shown{all}{shown} chosen{count} none compare compare-more
    compared{count}
    leads-to{link} section-moved{link} changed{date} no-edition first-edition no-change
    changes-new{count} changes-gone{count} changes-fact{count} changes-wording{count}
    changes-all{count}
    change-new change-gone change-merged{link} change-fact change-wording deleted inserted
    cite cite-description{title} cite-back cite-in-fr cite-in-en cite-section cite-passage cite-policy cite-text
    cite-derived cite-files cite-qr cite-qr-of{address} cite-outside cite-note{passage} quoted{title} copy-link
    of-section{mark} comment on-section{mark} the-section{mark}
    places.undocumented
"""
# Key → the placeholders that its words have, in the order of the file.
KEYS = {word.partition("{")[0]: frozenset(PLACEHOLDER.findall(word)) for word in _KEYS.split()}
