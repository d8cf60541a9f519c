"""The one door to presidio and spaCy: nothing fetched, nothing swallowed, nothing told, and every place kept."""

from __future__ import annotations

import logging
import socket
from functools import lru_cache

import pytest
from factories import document, document_id

from redactor.detect import detect, presidio
from redactor.detect.names.base import NamePattern, NameRecognizer
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.errors import DetectionError
from redactor.model import Category, Document, Passage

SECRETS = ("Wen", "Muster", "200 555 111", "200555111", "wen.muster", "555-0142", "Marisol")
PAGE = (
    "Respondent: MUSTER, Wen\nFile No. A200 555 111\nCall (917) 555-0142 or write to wen.muster@example.org.\n"
    "Marisol Muster told the officer on March 3, 2020 that she was afraid."
)
ENDLESS = r"(?P<id>(a|aa)+$)"
"""Takes twice as long for every further a that is not the last of the text."""


def claimed(on: Document, category: Category) -> set[str]:
    return {on.text(claim.span) for claim in detect(on) if claim.category is category}


@pytest.fixture
def new_analyzer(monkeypatch: pytest.MonkeyPatch) -> None:
    """An analyzer made anew for one test, beside the process's own."""
    monkeypatch.setattr(presidio, "_reader", lru_cache(maxsize=1)(presidio._reader.__wrapped__))


class Slow(IdentifierRecognizer):
    """Never ends on a long run of one letter."""

    category = Category.PASSPORT
    shapes = (Shape("endless", ENDLESS, 0.5),)


class SlowName(NameRecognizer):
    """The same among the names."""

    patterns = (NamePattern("endless", ENDLESS, None, 0.5),)


@pytest.mark.usefixtures("new_analyzer")
@pytest.mark.parametrize("slow", [Slow, SlowName])
def test_a_pattern_that_runs_out_of_time_holds_the_document_back(
    slow: type[IdentifierRecognizer], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("redactor.detect.recognizer.PATTERN_SECONDS", 0.05)
    monkeypatch.setattr(presidio, "IDENTIFIERS", (slow,))
    monkeypatch.setattr(presidio, "NAMES", ())
    with pytest.raises(DetectionError, match=rf"pattern {slow.__name__}/endless ran out of time"):
        detect(document("a" * 60 + " Muster"))


def test_nothing_that_is_logged_holds_text_of_the_document(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        claims = detect(document(PAGE))
    assert claims
    told = caplog.text + " ".join(str(record.args) for record in caplog.records)
    assert not any(secret in told for secret in SECRETS)


def test_a_claims_reason_names_pattern_and_place_but_no_text() -> None:
    for claim in detect(document(PAGE)):
        assert not any(secret in f"{claim.reason} {claim.recognizer}" for secret in SECRETS)


@pytest.mark.usefixtures("new_analyzer")
def test_detection_asks_no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise AssertionError("detection reached for the network")

    monkeypatch.setattr(socket.socket, "connect", refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)
    assert claimed(document(PAGE), Category.EMAIL) == {"wen.muster@example.org"}


@pytest.mark.parametrize(
    ("text", "value", "category", "why"),
    [
        ("Respondent: Ana Gri\ufb03th", "Ana Gri\ufb03th", Category.PERSON_NAME, "one glyph for three letters"),
        ("Respondent: Ana Mus\u00adter", "Ana Mus\u00adter", Category.PERSON_NAME, "a soft hyphen"),
        ("Respondent: Ana Mus-\nter", "Ana Mus-\nter", Category.PERSON_NAME, "a hyphen at the line end"),
        ("Respondent: Ana Mu\u0308ller", "Ana Mu\u0308ller", Category.PERSON_NAME, "an accent set apart"),
        ("Respondent: Ana\u00a0Muster", "Ana\u00a0Muster", Category.PERSON_NAME, "a blank that does not break"),
        ("Respondent: \u041custer, \u0410na", "\u041custer, \u0410na", Category.PERSON_NAME, "Cyrillic look-alikes"),
        ("File A 2 0 0 5 5 5 1 1 1 opened", "A 2 0 0 5 5 5 1 1 1", Category.A_NUMBER, "set apart letter by letter"),
        ("File A200\u2013555\u2013111 opened", "A200\u2013555\u2013111", Category.A_NUMBER, "dashes of a typesetter"),
        ("File \u0410200555111 opened", "\u0410200555111", Category.A_NUMBER, "a Cyrillic A"),
        ("File \uff21\uff12\uff10\uff10555111 opened", "\uff21\uff12\uff10\uff10555111", Category.A_NUMBER, "wide"),
        ("File A\u200b200\u200b555\u200b111 opened", "A\u200b200\u200b555\u200b111", Category.A_NUMBER, "zero width"),
    ],
)
def test_a_claim_points_to_the_text_as_the_page_has_it(text: str, value: str, category: Category, why: str) -> None:
    assert value in claimed(document(text), category), why


def test_what_stands_behind_an_expanded_ligature_keeps_its_place() -> None:
    text = "\ufb03\ufb03\ufb03 o\ufb03ce: Respondent: Wen Muster\nFile No. A200555111"
    page = document(text)
    assert "Wen Muster" in claimed(page, Category.PERSON_NAME)
    assert claimed(page, Category.A_NUMBER) == {"A200555111"}


def test_a_passage_too_long_for_the_model_is_looked_at_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(presidio, "_LONGEST", 500)
    line = "nothing to see on this line of the attachment\n"
    long = Passage("attachment:1", line * 40 + "Respondent: Wen Muster\nFile A200 555 111\n" + line, None)
    whole = document("cover", more=[long])
    assert "Wen Muster" in claimed(whole, Category.PERSON_NAME)
    assert claimed(whole, Category.A_NUMBER) == {"A200 555 111"}


def test_a_long_passage_is_cut_between_lines_and_loses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(presidio, "_LONGEST", 60)
    lines = [f"Respondent: Wen Muster, number {number} of the list\n" for number in range(12)]
    pieces = presidio._pieces("".join(lines) + "x" * 150)
    assert "".join(pieces) == "".join(lines) + "x" * 150
    assert pieces[:12] == lines
    assert max(map(len, pieces)) <= 60


def test_regions_nobody_could_read_and_marks_never_applied_are_claims_of_their_own() -> None:
    regions = [Passage("p1/image:1", "", 1), Passage("p1/mark:1", "", 1), Passage("p1/mark:2", "", 1)]
    page = document("a page", more=regions)
    found = sorted((claim.category, claim.span.passage, claim.span.start, claim.span.end) for claim in detect(page))
    assert found == [
        (Category.IMAGE, "p1/image:1", 0, 0),
        (Category.MARKED_FOR_REDACTION, "p1/mark:1", 0, 0),
        (Category.MARKED_FOR_REDACTION, "p1/mark:2", 0, 0),
    ]


@pytest.mark.parametrize("address", ["field:Respondent", "meta:Title", "annot:p1/1", "outline", "name", "p1/hidden"])
def test_text_off_the_page_is_looked_at_like_the_page(address: str) -> None:
    off_page = document("a page", more=[Passage(address, "Respondent: MUSTER, Wen A200555111", None)])
    found = {(claim.span.passage, claim.category) for claim in detect(off_page)}
    assert {(address, Category.PERSON_NAME), (address, Category.A_NUMBER)} <= found


def test_every_claim_names_its_own_document_and_lies_in_its_passage() -> None:
    page = document(PAGE, number=7)
    for claim in detect(page):
        assert claim.document == document_id(7)
        assert 0 <= claim.span.start < claim.span.end <= len(page.passage(claim.span.passage).text)
        assert 0 < claim.score <= 1
