"""Categories have words and a colour, and what was found is marked where it stands."""

from __future__ import annotations

import pytest

from redactor.model import Category, Disposition
from redactor.review.records import State, Why
from redactor.web.marking import around_parts, marked_parts
from redactor.web.wording import (
    _FAMILIES,
    DISPOSITION_WORDS,
    FAMILY_NAMES,
    WHY_WORDS,
    Family,
    category_words,
    family,
    place_words,
    slug,
)


def test_every_category_has_words_and_a_family_that_the_legend_names() -> None:
    for category in Category:
        assert "_" not in category_words(category)
        assert family(category) in FAMILY_NAMES


def test_families_name_only_categories_that_there_are() -> None:
    named = " ".join(_FAMILIES.values()).split()
    assert set(named) <= {category.value for category in Category}
    assert len(named) == len(set(named))


def test_names_and_numbers_do_not_share_a_colour() -> None:
    assert family(Category.PERSON_NAME) is Family.PEOPLE
    assert family(Category.A_NUMBER) is Family.AGENCY
    assert family(Category.DRAWN) is Family.OTHER


def test_every_reason_and_disposition_has_words() -> None:
    assert set(WHY_WORDS) == set(Why)
    assert set(DISPOSITION_WORDS) == set(Disposition)


def test_slugs_stand_in_classes_and_urls() -> None:
    assert slug(State.AWAITS_SECOND) == "awaits-second-reader"
    assert slug(Why.QC_SAMPLE) == "qc-sample"


def test_a_place_off_the_page_is_named_by_what_holds_it_and_never_by_its_own_name() -> None:
    assert place_words(3, "p3") == "page 3"
    assert place_words(None, "field:Mother_Maiden_Name_Quintanilla") == "in a form field"
    assert place_words(None, "something:else") == "off the page"


@pytest.mark.parametrize(
    ("line", "words", "marked"),
    [
        ("Called Marisol today", "marisol", ["Marisol"]),
        ("Nuñez and NUÑEZ", "nunez", ["Nuñez", "NUÑEZ"]),
        ("two  words here", "two words", ["two  words"]),
        ("ﬁle and file", "file", ["ﬁle", "file"]),
        ("nothing of it", "absent", []),
        ("nothing asked", "  ", []),
    ],
)
def test_what_was_looked_for_is_marked_in_any_case_and_with_any_accents(
    line: str, words: str, marked: list[str]
) -> None:
    parts = marked_parts(line, words)
    assert "".join(text for text, _ in parts) == line
    assert [text for text, hit in parts if hit] == marked


def test_of_two_equal_words_around_a_finding_the_one_in_the_middle_is_marked() -> None:
    around = "PERU stands here, and the finding is PERU, and there is more text behind it"
    (before, _), (words, hit), _ = around_parts(around, "PERU")
    assert (before.endswith("finding is "), words, hit) == (True, "PERU", True)


def test_long_context_is_cut_between_words() -> None:
    parts = around_parts("many words " * 30 + "FOUND" + " and more" * 30, "FOUND")
    assert parts[0][0].startswith("… ")
    assert parts[-1][0].endswith(" …")
    assert len(parts[0][0]) < 90
