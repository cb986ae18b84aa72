"""What is said of an address of another host, and of why that host gave no answer."""

from __future__ import annotations

import re

import httpx

from kb.model.rule import Said

_ERRNO = re.compile(r"^\[Errno -?\d+\] ")
# A part of what the system says → in French.
_REASONS = {
    "All connection attempts failed": "aucune tentative de connexion n'a réussi",
    "Connection refused": "l'hôte refuse la connexion",
    "Name or service not known": "aucun hôte de ce nom",
    "No address associated with hostname": "aucun hôte de ce nom",
    "Temporary failure in name resolution": "le nom de l'hôte ne peut pas être résolu pour le moment",
    "certificate verify failed": "le certificat de l'hôte n'est pas valide",
    "Server disconnected": "l'hôte a coupé la connexion sans répondre",
    "Connection reset by peer": "l'hôte a coupé la connexion",
    "Network is unreachable": "le réseau est hors d'atteinte",
    "No route to host": "aucune route ne mène à l'hôte",
}
_KINDS = {
    httpx.ConnectTimeout: "l'hôte ne répond pas à temps",
    httpx.ConnectError: "la connexion a échoué",
    httpx.TimeoutException: "l'hôte ne répond pas à temps",
    httpx.ProtocolError: "l'hôte ne suit pas les règles du web",
    httpx.InvalidURL: "l'adresse est mal formée",
}


def gone(written: str, status: int, end: str) -> tuple[Said, Said]:
    """The message and the hint for an address that ends, through `end` if it leads on, in a 404 or 410."""
    message = Said(
        f"gone: {written} ({status}{f', through {end}' if end else ''})",
        f"disparue : {written} ({status}{f', en passant par {end}' if end else ''})",
    )
    hint = Said("find where it is now, or an archived copy", "trouvez où elle est maintenant, ou une copie archivée")
    return message, hint


def to_front(written: str, end: str) -> tuple[Said, Said]:
    message = Said(
        f"moved: {written} leads to the front page {end}", f"déplacée : {written} mène à la page d'accueil {end}"
    )
    return message, Said("it may be gone: look for it", "elle a peut-être disparu : cherchez-la")


def moved(written: str, new: str) -> tuple[Said, Said]:
    return Said(f"moved: {written}", f"déplacée : {written}"), Said(f"write {new}", f"écrivez {new}")


def unreachable(written: str, reason: Said) -> tuple[Said, Said]:
    message = Said(f"unreachable: {written}: {reason}", f"inaccessible : {written} : {reason.fr}")
    return message, Said("try later, or open it in a browser", "réessayez plus tard, ou ouvrez-la dans un navigateur")


def asked(reason: Said) -> Said:
    return Said(f"{reason} (asked for another address)", f"{reason.fr} (demandé pour une autre adresse)")


def answers(status: int) -> Said:
    return Said(f"the host answers {status}", f"l'hôte répond {status}")


def late(deadline: float) -> Said:
    return Said(f"no answer within {deadline:g} s", f"aucune réponse en {deadline:g} s")


def endless(hops: int) -> Said:
    return Said(f"it leads on more than {hops} times", f"elle mène ailleurs plus de {hops} fois")


def no_web(address: str) -> Said:
    return Said(f"it leads to {address}, no web address", f"elle mène à {address}, qui n'est pas une adresse web")


def why(error: Exception) -> Said:
    """What kept a host from answering; in French, what is not known stays in the words of the system."""
    reason = _ERRNO.sub("", " ".join(str(error).split())) or type(error).__name__
    known = next((french for part, french in _REASONS.items() if part in reason), "")
    kind = next((french for kind, french in _KINDS.items() if isinstance(error, kind)), "la demande a échoué")
    return Said(reason, known or f"{kind} ({reason})")
