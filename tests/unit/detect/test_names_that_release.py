"""Claims that let something stand must not reach over somebody's name."""

from __future__ import annotations

from redactor.detect.common_words import common_words
from redactor.detect.identifiers.address import AddressRecognizer
from redactor.model import Category
from tests.support.factories import claim, document


def test_a_courthouse_address_ends_with_its_sentence() -> None:
    text = "met at 320 Jay Street. Muster had a pending case under indictment 06218/2019"
    courthouses = [
        text[found.start : found.end]
        for found in AddressRecognizer().analyze(text, [], None)
        if found.entity_type == Category.COURTHOUSE
    ]
    assert courthouses == ["320 Jay Street."]


def test_a_name_in_a_text_message_does_not_make_the_name_an_ordinary_word() -> None:
    page = document("Muster is due tomorrow.\nwes: u see muster yet\ntor: muster usually comes")
    seen = claim(page, "Muster", score=0.5, recognizer="ModelNameRecognizer")
    assert list(common_words(page, [seen])) == []


def test_a_defined_term_that_prose_writes_small_is_an_ordinary_word() -> None:
    page = document("The Agency must add Unique Identifiers to records. Such unique identifiers are random.")
    seen = claim(page, "Unique Identifiers", score=0.5, recognizer="ModelNameRecognizer")
    assert [found.category for found in common_words(page, [seen])] == [Category.COMMON_WORD]
