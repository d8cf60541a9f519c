"""Which spans may identify a noncitizen, or tell what must keep standing. It reports; it never judges relevance.

Detection works on one document and knows nothing of the others. Every claim of every recognizer comes out, each with
its reason; merging, roles and the second pass over the matter are the business of ``resolve``.
"""

from __future__ import annotations

import re
from dataclasses import replace

from redactor.detect.common_words import common_words
from redactor.detect.delimited import delimited_cells
from redactor.detect.illegible import illegible
from redactor.detect.inline import inline_cells
from redactor.detect.labels import printed
from redactor.detect.layout import cells
from redactor.detect.presidio import analyze
from redactor.detect.short_citations import short_citations
from redactor.detect.streams import new_neighbourhoods
from redactor.detect.unheaded import unheaded_cells
from redactor.model import OWN_LANGUAGE_MODEL, Category, Detection, Document, Passage, Span
from redactor.vocabulary import only_print

__all__ = ["detect"]

_BREAK = re.compile(r"[\t\n]+")
_LAST_BREAK = re.compile(r"[\t\n]+(?=[^\t\n]*\Z)")
_PAGE_NUMBER = re.compile(r"\d{1,3}[\t\n]+(?=[^\W\d_])")
_PAGED = re.compile(r"(?i)\bpage\s(?:\d{1,3}\sof\s)?$")
"""A page's number at the end of its line is no part of the date or address that begins the next one."""

_STREAM = "/stream"
_QUESTION = re.compile(r"\.(?: ?[a-z]\.)?[ \t]+[^\W\d_]")
"""What follows a number that counts a form's questions: "13. Race, Ethnic, or Tribal Group"."""

_EDITION = re.compile(
    r"Form [A-Z]{1,4}-\d{1,4}[A-Z]?[ \t]*(?:\(?(?:Rev\.?|Edition)[ \t]*)?$"
    r"|\bOMB No[^A-Za-z]{0,30}(?:[^\n]*\n)?[^\n]*Expires:?[ \t]$"
)
"""Before a form's own date: the edition in its foot, and the day until which its questions are approved."""

_WORDS = frozenset(
    {Category.NATIONALITY, Category.PLACE_OF_BIRTH, Category.EMPLOYER, Category.SCHOOL, Category.LANGUAGE}
)
"""Categories whose values are words, and not those of a form's next heading."""

_AS_READ = re.compile(r"p\d+")
_IMAGE = re.compile(r"p\d+/image:\d+")
_MARK = re.compile(r"p\d+/mark:\d+")


def detect(document: Document, language_model: str = OWN_LANGUAGE_MODEL) -> tuple[Detection, ...]:
    """Every claim on the document's passages, on the page and off it. ``language_model`` is the name of the one that
    reads for names.

    Spans are half-open code points of the passage. Raises DetectionError where the document could not be looked at as
    a whole, SetupError where the language model is missing.
    """
    detections: list[Detection] = []
    as_read = {passage.address: passage.text for passage in document.passages}
    for passage in document.passages:
        if passage.text:
            page = as_read.get(passage.address.removesuffix(_STREAM)) if passage.address.endswith(_STREAM) else None
            parts = None if page is None else tuple(new_neighbourhoods(passage.text, page))
            read = analyze(document, passage, language_model, parts)
            claims = (_without_print(passage, claim) for claim in read)
            detections.extend(claim for claim in claims if not _form_print(passage, claim))
        elif _IMAGE.fullmatch(passage.address):
            detections.append(_region(document, passage, Category.IMAGE, "ink that was not read as text"))
        elif _MARK.fullmatch(passage.address):
            detections.append(_region(document, passage, Category.MARKED_FOR_REDACTION, "a mark never applied"))
    pages = [passage for passage in document.passages if _AS_READ.fullmatch(passage.address)]
    detections.extend(cells(document.id, pages))
    detections.extend(claim for page in pages for claim in illegible(document.id, page))
    texts = [passage for passage in document.passages if not passage.address.endswith("/stream")]
    detections.extend((*inline_cells(document.id, texts), *delimited_cells(document.id, texts)))
    detections.extend(unheaded_cells(document.id, pages))
    detections.extend(list(common_words(document, detections)))
    detections.extend(list(short_citations(document, detections)))
    return tuple(detections)


def _without_print(passage: Passage, claim: Detection) -> Detection:
    """The claim without lines and cells at either end that are the form's own print."""
    start, end = claim.span.start, claim.span.end
    paged = _PAGED.search(passage.text, max(0, start - 14), start)
    if paged and (page_number := _PAGE_NUMBER.match(passage.text, start, end)):
        start = page_number.end()
    if claim.category is Category.ADDRESS and "\t" in passage.text[start:end]:
        start, end = _longest_cell(passage.text, start, end)
    while (cut := _BREAK.search(passage.text, start, end)) and printed(passage.text[start : cut.start()]):
        start = cut.end()
    while (cut := _LAST_BREAK.search(passage.text, start, end)) and printed(passage.text[cut.end() : end]):
        end = cut.start()
    return claim if (start, end) == (claim.span.start, claim.span.end) else _moved(claim, start, end)


def _longest_cell(text: str, start: int, end: int) -> tuple[int, int]:
    """An address stands in one column: of a claim across columns, the longest piece with a number and words."""
    pieces, at = [], start
    for piece in text[start:end].split("\t"):
        if any(c.isdigit() for c in piece) and sum(c.isalpha() for c in piece) > 5:
            pieces.append((at, at + len(piece)))
        at += len(piece) + 1
    return max(pieces, key=lambda p: p[1] - p[0], default=(start, end))


def _moved(claim: Detection, start: int, end: int) -> Detection:
    return replace(claim, span=Span(claim.span.passage, start, end))


def _form_print(passage: Passage, claim: Detection) -> bool:
    """Whether a claim is the form's own print, or the beginning of a longer word: the next label on a line is not the
    value of the one before it."""
    start, end = claim.span.start, claim.span.end
    if claim.category in (Category.COURTHOUSE, Category.CASE_NAME, Category.ACTION_DOCKET, Category.BATES_NUMBER):
        return False
    following = passage.text[end : end + 1]
    value = passage.text[start:end]
    if "DATE" in claim.category.value and _EDITION.search(passage.text, max(0, start - 60), start):
        return True
    cut = end - start <= 3 and following.isalpha() and value.isalpha() is False
    if value.isdigit() and len(value) <= 2:
        cut = cut or _QUESTION.match(passage.text, end) is not None
    heading = claim.category in _WORDS and not any(map(str.isdigit, value)) and only_print(value)
    return cut or heading or printed(value)


def _region(document: Document, passage: Passage, category: Category, reason: str) -> Detection:
    return Detection(document.id, Span(passage.address, 0, 0), category, 1.0, "regions", reason)
