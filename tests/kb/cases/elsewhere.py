"""ELS: subjects that the policy does not cover, which the search leads elsewhere."""

from support import Case

ELSEWHERE = "docs/elsewhere.yml"
SUBJECT = """- words: {fr: [plainte], en: [complaint]}
  says: {fr: La politique n'en parle pas., en: The policy does not speak of it.}
  see: [rapprochement, rapprochement#presence, r-loi-police]
"""

FAILING = [
    Case("ELS001", "page", {ELSEWHERE: SUBJECT.replace("[rapprochement,", "[⟦ELS001⟧raprochement,")}),
    Case("ELS001", "heading", {ELSEWHERE: SUBJECT.replace("rapprochement#presence", "⟦ELS001⟧rapprochement#presense")}),
    Case(
        "REC002",
        "no word in English",
        {ELSEWHERE: SUBJECT.replace("words: {", "⟦REC002⟧words: {").replace("complaint", "")},
    ),
]
CLEAN = [Case("ELS001", "page, heading and reference", {ELSEWHERE: SUBJECT})]
