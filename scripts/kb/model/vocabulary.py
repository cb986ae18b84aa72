"""Every closed vocabulary of the records, with its labels in both languages."""

from __future__ import annotations

from kb.model.languages import Bilingual


def _labels(**labels: tuple[str, str]) -> dict[str, Bilingual]:
    return {key.replace("_", "-"): Bilingual(fr=fr, en=en) for key, (fr, en) in labels.items()}


INITIATIVES = _labels(
    restructuring=("Réorganisation des services", "Service restructuring"),
    training=("Formation", "Training"),
    media=("Communication et médias", "Communication and media"),
    mixed_team=("Équipe mixte d'intervention", "Mixed intervention team"),
    service_point=("Point de service", "Service point"),
    specialized_service=("Service spécialisé", "Specialized service"),
    intelligence=("Renseignement", "Intelligence"),
    network=("Réseau de pratique", "Practice network"),
)
CLIENTELES = _labels(
    general_public=("Ensemble de la population", "General public"),
    homelessness=("Personnes en situation d'itinérance", "People experiencing homelessness"),
    crisis=("Personnes en situation de crise", "People in crisis"),
    indigenous=("Communautés autochtones", "Indigenous communities"),
    vulnerability=("Personnes en situation de vulnérabilité", "People in vulnerable situations"),
    police_personnel=("Personnel policier", "Police personnel"),
)
PLACES = _labels(
    montreal=("Montréal", "Montréal"),
    longueuil=("Agglomération de Longueuil", "Longueuil agglomeration"),
    laval=("Laval", "Laval"),
    quebec_city=("Ville de Québec", "Québec City"),
    val_dor=("Val-d'Or", "Val-d'Or"),
    quebec_wide=("Ensemble du Québec", "All of Québec"),
    undocumented=("Non documenté dans la politique", "Not documented in the policy"),
)
EVIDENCE = _labels(
    described=(
        "Décrit dans la politique, sans évaluation rapportée",
        "Described in the policy, no evaluation reported",
    ),
    evaluated=("Évaluation rapportée par la politique", "Evaluation reported by the policy"),
    editorial=("Hors de la politique : ajout du guide", "Outside the policy: added by this guide"),
)
YEARS = range(1800, 2101)  # that a date of the base can have
PILLARS = ("rapprochement", "partenariat-concertation", "proactivite")
UNDOCUMENTED = Bilingual(fr="Non documenté dans la politique", en="Not documented in the policy")
UNDOCUMENTED_ELSEWHERE = Bilingual(fr="Non documenté dans la source", en="Not documented in the source")

# The sections that staging adds to a record's page, by its kind.
GENERATED_SECTIONS = {"example": ("jalons", "relations"), "model": ("relations",)}

# The prose of a record: ids of its sections in their order, with their headings.
PROSE = {
    "en-bref": Bilingual(fr="En bref", en="In brief"),
    "besoin": Bilingual(fr="Le besoin", en="The need"),
    "fonctionnement": Bilingual(fr="Le fonctionnement", en="How it works"),
    "participants": Bilingual(fr="Les personnes et organisations engagées", en="Who takes part"),
    "resultats": Bilingual(fr="Les résultats selon la politique", en="What the policy says of its results"),
    "discussion": Bilingual(fr="Questions pour la discussion", en="Questions for discussion"),
}
NOTES = 21  # how many footnotes the policy has
PROSE_ELSEWHERE = {
    **PROSE,
    "resultats": Bilingual(fr="Les résultats selon la source", en="What the source says of its results"),
}


def prose(editorial: bool) -> dict[str, Bilingual]:
    """The sections of a record's prose, in the words of one from the policy or from outside it."""
    return PROSE_ELSEWHERE if editorial else PROSE


def undocumented(editorial: bool) -> Bilingual:
    """What is written where the policy, or the source of what is editorial, is silent."""
    return UNDOCUMENTED_ELSEWHERE if editorial else UNDOCUMENTED
