"""The words that staging adds to the authors' own, in both languages."""

from __future__ import annotations

from kb.bilingual import Bilingual


def _both(fr: str, en: str) -> Bilingual:
    return Bilingual(fr=fr, en=en)


LABELS = {
    "source": _both("Source", "Source"),
    "policy": _both("Politique", "Policy"),
    "page": _both("p.", "p."),
    "ties": _both("Exemples et modèles liés (lecture du guide)", "Related examples and models (this guide's reading)"),
    "relations": _both("Ce que cela illustre", "What it illustrates"),
    "relations-note": _both(
        "Ces rapprochements sont une lecture du guide, non de la politique.",
        "These connections are this guide's reading, not the policy's.",
    ),
    "examples": _both("Exemples", "Examples"),
    "models": _both("Modèles", "Models"),
    "principles": _both("Principes", "Principles"),
    "milestones": _both("Jalons", "Milestones"),
    "editorial": _both(
        "Complément du guide : ces questions ne viennent pas de la politique.",
        "Added by this guide: these questions do not come from the policy.",
    ),
    "facts": _both("En un coup d'œil", "At a glance"),
    "mark": _both("Repère", "Mark"),
    "pillar": _both("Pilier", "Pillar"),
    "organisations": _both("Organisations", "Organizations"),
    "partners": _both("Partenaires", "Partners"),
    "place": _both("Lieu", "Place"),
    "period": _both("Période", "Period"),
    "initiative": _both("Type d'initiative", "Kind of initiative"),
    "clientele": _both("Clientèle", "Who it serves"),
    "evidence": _both("Appui documentaire", "Evidence"),
    "english-name": _both("Nom anglais dans la politique", "Name in the policy"),
    "idea": _both("Idée", "Idea"),
    "mechanism": _both("Mécanisme", "Mechanism"),
    "caution": _both("Mise en garde de la politique", "The policy's caution"),
    "since": _both("depuis {}", "since {}"),
    "from-to": _both("de {} à {}", "{} to {}"),
    "aliases": _both("Se dit aussi", "Also"),
    "other-name": _both("En anglais", "In French"),
    "see": _both("Voir aussi", "See also"),
    "used-in": _both("Employé dans", "Used in"),
    "cited-in": _both("Cité dans", "Cited in"),
    "own-definition": _both("définition du guide", "this guide's definition"),
    "added": _both("adresse ou titre ajouté par le guide", "address or title added by this guide"),
    "note": _both("note", "note"),
    "notes": _both("Les 21 notes de la politique", "The policy's 21 notes"),
    "documents": _both("Les documents", "Documents"),
    "laws": _both("Les lois et le projet de loi", "Acts and bill"),
    "data": _both("Données", "Data"),
    "figure": _both("Figure", "Figure"),
    "value": _both("Valeur", "Value"),
    "item": _both("Élément", "Item"),
    "step": _both("Étape", "Step"),
    "content": _both("Contenu", "Content"),
    "vision": _both("Vision", "Vision"),
    "unit": _both("Dans la politique", "In the policy"),
    "guide": _both("Dans le guide", "In this guide"),
    "derived": _both("page déduite", "derived page"),
    "date": _both("Date", "Date"),
    "event": _both("Jalon", "Milestone"),
    "where": _both("Dans le guide", "In this guide"),
    "principle": _both("Principe", "Principle"),
    "none": _both("Aucun", "None"),
}


def label(key: str, language: str) -> str:
    return LABELS[key][language]
