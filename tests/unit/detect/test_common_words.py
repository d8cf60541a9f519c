"""A name that is only words, because its page writes them small too, gets a second claim; a supported one does not."""

from __future__ import annotations

import pytest
from factories import claim, document

from redactor.detect.common_words import common_words
from redactor.model import Category, Detection, Passage, Role

MODEL = "ModelNameRecognizer"
PAGE = "Unique Identifiers\nThe unique identifiers of each record are kept apart.\nRosa Muster grew a rosa bush."


def marked(text: str, *names: str, recognizer: str = MODEL, score: float = 0.5) -> list[str]:
    page = document(text)
    claims = [claim(page, name, recognizer=recognizer, score=score) for name in names]
    return [page.text(one.span) for one in common_words(page, claims)]


def test_a_heading_taken_for_a_person_is_marked_where_its_page_writes_it_small() -> None:
    page = document(PAGE)
    taken = claim(page, "Unique Identifiers", recognizer=MODEL, score=0.5)
    [mark] = common_words(page, [taken])
    assert (mark.category, mark.span, mark.role) == (Category.COMMON_WORD, taken.span, None)


def test_a_name_of_which_one_word_is_never_written_small_stays_a_name() -> None:
    assert marked(PAGE, "Rosa Muster") == []


@pytest.mark.parametrize("recognizer", ["ModelNameRecognizer", "LastFirstRecognizer"])
def test_shape_and_model_are_no_support(recognizer: str) -> None:
    assert marked(PAGE, "Unique Identifiers", recognizer=recognizer) == ["Unique Identifiers"]


@pytest.mark.parametrize("recognizer", ["LabelledNameRecognizer", "TitledNameRecognizer", "cells"])
def test_a_label_a_title_or_a_cell_supports_a_name_that_is_also_a_word(recognizer: str) -> None:
    assert marked(PAGE, "Unique Identifiers", recognizer=recognizer, score=0.85) == []


def test_a_label_supports_what_the_model_claims_at_the_same_place() -> None:
    page = document("Respondent: Grace Young\nBy the grace of a young clerk")
    labelled = claim(page, "Grace Young", recognizer="LabelledNameRecognizer", role=Role.SUBJECT)
    guessed = claim(page, "Young", recognizer=MODEL, score=0.5)
    assert list(common_words(page, [labelled, guessed])) == []


def test_an_address_in_small_letters_makes_nobody_a_common_word() -> None:
    text = "Marisol called.\nShe writes from marisol@example.org, marisol.ruiz@example.org and marisol-r@example.org"
    assert marked(text, "Marisol") == []


def test_a_path_or_file_in_small_letters_makes_nobody_a_common_word() -> None:
    assert marked("Marisol called.\nSaved as marisol.pdf and www.example.org/marisol", "Marisol") == []


def test_a_capitalised_name_in_another_script_is_not_written_small() -> None:
    assert marked("Олена Петренко called.\nOlena", "Олена Петренко") == []
    assert marked("Ángeles Ñíguez", "Ángeles Ñíguez") == []


def test_a_message_written_without_any_capital_makes_nobody_a_common_word() -> None:
    assert marked("Rosa Muster called.\nrosa muster said she was on her way", "Rosa Muster") == []


def test_small_letters_off_the_page_speak_against_nobody() -> None:
    page = document("Marisol called.", more=[Passage("meta:Keywords", "marisol")])
    assert list(common_words(page, [claim(page, "Marisol", recognizer=MODEL, score=0.5)])) == []


def test_other_categories_are_left_alone() -> None:
    page = document("Unique\nunique")
    other: Detection = claim(page, "Unique", Category.EMPLOYER, recognizer=MODEL, score=0.5)
    assert list(common_words(page, [other])) == []
