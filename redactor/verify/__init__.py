"""Doubts the writer. A copy is read again by pdfium, pikepdf, pypdf and (where installed) poppler, none of which the
writer uses to make it, and by OCR where glyphs and pixels can disagree; what the writer declares of boxes, moved words
and pictures is held against the original. Only what passes every check becomes a ``VerifiedCopy``.
"""

from __future__ import annotations

from redactor.verify.copies import FailedCopyError, check, verify
from redactor.verify.folding import BARRIER
from redactor.verify.matching import occurrences
from redactor.verify.readers import readers
from redactor.verify.stranger import doubt
from redactor.verify.values import Expectation, WithheldValue
from redactor.verify.volume import Lawful, bates_of_page, verify_volume

__all__ = [
    "BARRIER",
    "Expectation",
    "FailedCopyError",
    "Lawful",
    "WithheldValue",
    "bates_of_page",
    "check",
    "doubt",
    "occurrences",
    "readers",
    "verify",
    "verify_volume",
]
