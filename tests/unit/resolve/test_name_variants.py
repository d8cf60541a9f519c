"""A name's parts, what a claim's text leaves of it, and every way to write it."""

from __future__ import annotations

import pytest

from redactor.resolve.names import Name, cleaned, fold, parse, tokens
from redactor.resolve.variants import Strength, variants


def written(name: str, strength: Strength) -> set[str]:
    return {variant.text for variant in variants(parse(name)) if variant.strength is strength}


def test_a_comma_tells_surnames_from_given_names_and_nothing_else_does() -> None:
    assert parse("EJEMPLO LÓPEZ, María Elena") == Name(("maria", "elena"), ("ejemplo", "lopez"))
    assert parse("María Elena Ejemplo") == Name(("maria", "elena", "ejemplo"), ())


def test_the_words_that_tell_a_name_apart_leave_out_particles_and_initials() -> None:
    assert parse("DE LA CRUZ, Ana M.").words == {"cruz", "ana"}


@pytest.mark.parametrize(
    ("claimed", "name"),
    [
        ("SDDO J. SAMPLE", "J. SAMPLE"),
        ("Mr. Wen Muster", "Wen Muster"),
        ("MUSTER, Wen\nDOB", "MUSTER, Wen"),
        ("MUSTER, Wen, Brooklyn", "MUSTER, Wen"),
        ("Wen Muster, New York", "Wen Muster"),
        ("the respondent Rosa Muster", "Rosa Muster"),
        ("Juan de la Cruz", "Juan de la Cruz"),
        ("Wen\nMuster", "Wen Muster"),
    ],
)
def test_titles_places_and_form_words_around_a_name_are_let_go(claimed: str, name: str) -> None:
    assert cleaned(claimed) == name


@pytest.mark.parametrize(
    "text",
    ["Date of Birth", "New York, New York", "Muster came running in", "", "Wen Ana Rosa Kai Lee Amadou Olena Muster"],
)
def test_what_is_no_name_leaves_nothing(text: str) -> None:
    assert cleaned(text) is None


def test_every_order_and_cut_of_a_full_name_is_looked_for() -> None:
    full = written("EJEMPLO LOPEZ, Maria Elena", Strength.FULL)
    assert {
        "maria elena ejemplo lopez", "ejemplo lopez maria elena", "maria ejemplo", "maria lopez", "lopez maria",
        "m e ejemplo lopez", "m ejemplo", "maria e ejemplo", "ejemplo lopez", "maria ejemplolopez",
    } <= full  # fmt: skip
    assert written("EJEMPLO LOPEZ, Maria Elena", Strength.SURNAME) == {"ejemplo", "lopez", "ejemplolopez"}
    assert written("EJEMPLO LOPEZ, Maria Elena", Strength.GIVEN) == {"maria", "elena"}


def test_particles_may_be_kept_or_dropped() -> None:
    full = written("DE LA CRUZ EJEMPLO, Ana", Strength.FULL)
    assert {"ana de la cruz ejemplo", "ana cruz ejemplo", "cruz ejemplo ana", "ana cruz", "ana de la cruz"} <= full
    assert written("DE LA CRUZ EJEMPLO, Ana", Strength.SURNAME) == {
        "cruz", "ejemplo", "cruzejemplo", "delacruz", "delacruzejemplo",
    }  # fmt: skip


def test_where_the_order_is_unknown_any_word_may_be_the_surname() -> None:
    assert written("Wen Okafor Muster", Strength.SURNAME) == {"okafor", "muster", "okaformuster"}
    assert written("Wen Okafor Muster", Strength.GIVEN) == {"wen"}
    assert {"muster wen", "wen muster", "okafor muster wen"} <= written("Wen Okafor Muster", Strength.FULL)


def test_a_single_name_counts_as_a_surname() -> None:
    assert variants(parse("Muster")) == {
        variant for variant in variants(parse("MUSTER")) if variant.strength is Strength.SURNAME
    }


@pytest.mark.parametrize("name", ["Li, Wu", "M., A."])
def test_words_of_two_letters_are_never_looked_for_alone(name: str) -> None:
    assert not [variant for variant in variants(parse(name)) if len(variant.text) < 3]


def test_folding_takes_case_and_accents_and_keeps_letters() -> None:
    assert fold("MÚÑOZ-Ångström") == "munoz-angstrom"
    assert fold("Straße") == "strasse"


def test_an_apostrophe_parts_a_possessive_and_joins_a_name() -> None:
    assert [word for word, _, _ in tokens("O'Neil's and Muster's")] == ["oneil", "s", "and", "muster", "s"]
    text = "María  Ejemplo"
    assert [text[start:end] for _, start, end in tokens(text)] == ["María", "Ejemplo"]
