"""What the lexicon says of single words, and that its files are what SOURCES.md says."""

from __future__ import annotations

from pathlib import Path

import pytest

from redactor import lexicon
from redactor.lexicon import Kind, Tier, words

DATA = Path(lexicon.__file__).parent / "data"


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Motion", Kind.LEGAL),
        ("Plaintiffs’", Kind.LEGAL),
        ("FOIA", Kind.AGENCY),
        ("NTAs", Kind.AGENCY),
        ("Honduran", Kind.CAPITALISED),
        ("Transportation", Kind.ENGLISH),
        ("Non-Responsive", Kind.LEGAL),
        ("Wednesday", Kind.CALENDAR),
        ("Supp", Kind.CITATION),
        ("Cmplxn", Kind.FORM),
    ],
)
def test_words_of_the_field_are_explained_wherever_they_stand(word: str, kind: Kind) -> None:
    assert lexicon.explains(word) is kind


@pytest.mark.parametrize("word", ["Grace", "Rivers", "Rosa", "April", "Brady", "Gao", "Garcia", "Peña", "Julio"])
def test_a_word_that_people_are_called_by_is_not_explained_by_itself(word: str) -> None:
    assert lexicon.explains(word) is None


def test_a_word_may_be_english_and_a_name() -> None:
    assert lexicon.is_english("Rivers")
    assert lexicon.is_surname("Rivers")
    assert lexicon.english_tier("grace") is Tier.COMMON
    assert lexicon.is_given("Grace")
    assert lexicon.names_people("Grace")


def test_accents_case_apostrophes_and_hyphens_make_no_difference_to_names() -> None:
    assert lexicon.surname_rank("PEÑA") == lexicon.surname_rank("pena") is not None
    assert lexicon.surname_rank("O’Neil") == lexicon.surname_rank("ONEIL") is not None
    assert lexicon.fold("Núñez’s") == "nunez's"


def test_common_names_rank_before_rare_ones() -> None:
    smith, rare = lexicon.surname_rank("Smith"), lexicon.surname_rank("Zweibel")
    assert smith == 0
    assert rare is not None and rare > 100_000


def test_a_small_city_abroad_is_a_place_that_points_to_somebody() -> None:
    assert lexicon.is_place("Juticalpa")
    assert not lexicon.is_place("Juticalpa", well_known=True)
    assert lexicon.is_place("Staten Island", well_known=True)
    assert lexicon.is_place("Guatemala", well_known=True)


def test_every_data_file_has_its_source_named() -> None:
    told = (DATA.parent / "SOURCES.md").read_text(encoding="utf-8")
    for file in DATA.glob("*.txt"):
        suffix = file.name.removesuffix(".txt").removeprefix("places")
        assert file.name in told or suffix in told, file.name


def test_built_lists_are_folded_and_hold_each_entry_once() -> None:
    for file in DATA.glob("*.txt"):
        if not file.name.startswith("hand-") and file.name != "acronyms.txt":
            lines = file.read_text(encoding="utf-8").splitlines()
            assert len(lines) == len(set(lines)), file.name
            assert all(line and line == words.fold(line).strip() for line in lines), file.name
