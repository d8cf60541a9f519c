"""What name recognizers read in a text: the name as the page writes it, and the role that is claimed for it."""

from __future__ import annotations

from factories import document

from redactor.detect import detect
from redactor.detect.recognizer import IdentifierRecognizer
from redactor.model import Category, Role
from redactor.shadow import shadow


def names_read(recognizer: IdentifierRecognizer, text: str) -> set[tuple[str, Role | None]]:
    """Each distinct name of one recognizer's claims, with its role."""
    plain = shadow(text)
    return {
        (text[slice(*plain.origin(claim.start, claim.end))], (claim.recognition_metadata or {}).get("role"))
        for claim in recognizer.analyze(plain.text, [])
    }


def names_detected(text: str) -> set[str]:
    """Each name that any recognizer claims on a page that says ``text``, line ends as they stand."""
    page = document(text)
    return {page.text(claim.span) for claim in detect(page) if claim.category is Category.PERSON_NAME}
