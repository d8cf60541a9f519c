"""Doubts the writer. A copy is read again by pdfium, pikepdf, pypdf and (where installed) poppler, none of which the
writer uses to make it; only what passes every check becomes a ``VerifiedCopy``.

It does not read pictures: that the words of a scan were found is the business of extraction and of the reviewer. What
it does hold is that a picture under a box has nothing left in it.
"""

from __future__ import annotations

from redactor.verify.copies import FailedCopyError, check, verify
from redactor.verify.folding import BARRIER
from redactor.verify.matching import occurrences
from redactor.verify.readers import readers
from redactor.verify.stranger import doubt
from redactor.verify.values import Expectation, WithheldValue
from redactor.verify.volume import verify_volume

__all__ = [
    "BARRIER",
    "Expectation",
    "FailedCopyError",
    "WithheldValue",
    "check",
    "doubt",
    "occurrences",
    "readers",
    "verify",
    "verify_volume",
]
