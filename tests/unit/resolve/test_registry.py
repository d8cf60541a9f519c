"""Who is in the matter: the matter file's people first, then everybody whom a paper makes obvious, each once."""

from __future__ import annotations

import pytest
from factories import claim, document, merged, registry

from redactor.model import Category, Document, Role
from redactor.resolve import KnownPerson, Registry


def named(text: str, *names: tuple[str, Role | None, float], known: tuple[KnownPerson, ...] = ()) -> Registry:
    page = document(text)
    return registry({page: [claim(page, name, role=role, score=score) for name, role, score in names]}, known)


def roles_in(page: Document, of: Registry) -> list[tuple[str, Role]]:
    return [(page.text(one.span), one.role) for one in merged(page, [], of)]


def test_two_spellings_of_the_same_words_are_one_person() -> None:
    found = named("MUSTER, Wen and Wen Muster", ("MUSTER, Wen", None, 0.9), ("Wen Muster", Role.SUBJECT, 0.9))
    [person] = found.persons
    assert (len(person.names), person.role, person.sure) == (2, Role.SUBJECT, True)


def test_a_person_of_the_matter_file_keeps_its_role_and_number() -> None:
    listed = KnownPerson(("MUSTER, Wen",), Role.OFFICIAL, ((Category.A_NUMBER, "A200555111"),))
    found = named("respondent Wen Muster", ("Wen Muster", Role.SUBJECT, 0.9), known=(listed,))
    [person] = found.persons
    assert (person.role, person.listed) == (Role.OFFICIAL, True)
    assert found.numbers == {(Category.A_NUMBER, "200555111")}


def test_a_protected_role_wins_a_tie() -> None:
    found = named("Wen Muster, Wen Muster", ("Wen Muster", Role.OFFICER, 0.85), ("Wen Muster", Role.WITNESS, 0.85))
    assert [person.role for person in found.persons] == [Role.WITNESS]


def test_one_claim_of_a_protected_role_outweighs_several_titles() -> None:
    officer = ("Wen Muster", Role.OFFICER, 0.88)
    found = named("DO Wen Muster", officer, officer, ("Wen Muster", Role.WITNESS, 0.82))
    assert [person.role for person in found.persons] == [Role.WITNESS]


def test_an_officer_in_one_spelling_and_a_witness_in_another_is_protected() -> None:
    found = named("MUSTER, Wen. Wen Muster", ("MUSTER, Wen", Role.OFFICER, 0.95), ("Wen Muster", Role.WITNESS, 0.8))
    assert [person.role for person in found.persons] == [Role.WITNESS]


@pytest.mark.parametrize("text", ["Date of Birth", "New York", "Notice to Appear", "12", "told the officer"])
def test_form_words_never_become_a_person(text: str) -> None:
    assert named(text, (text, Role.SUBJECT, 0.9)).persons == ()


def test_a_single_word_that_the_matter_writes_small_is_not_looked_for_elsewhere() -> None:
    page = document("Roundup\nThe roundup of teams")
    found = registry({page: [claim(page, "Roundup", role=Role.SUBJECT)]})
    assert [person.sure for person in found.persons] == [False]
    assert roles_in(document("Roundup was short", number=2), found) == []


def test_a_single_name_in_another_script_is_looked_for_elsewhere() -> None:
    page = document("Ответчик: Петренко")
    found = registry({page: [claim(page, "Петренко", role=Role.SUBJECT)]})
    assert [person.sure for person in found.persons] == [True]


def test_an_e_mail_address_does_not_make_its_owner_a_small_word() -> None:
    page = document("Respondent: Marisol\nwrites from marisol@example.org")
    found = registry({page: [claim(page, "Marisol", role=Role.SUBJECT)]})
    assert roles_in(document("Marisol came", number=2), found) == [("Marisol", Role.SUBJECT)]


def test_numbers_of_every_document_are_in_the_registry_in_one_spelling() -> None:
    page = document("A-200 555 111 born March 4, 1985, Male")
    found = registry({
        page: [
            claim(page, "A-200 555 111", Category.A_NUMBER),
            claim(page, "March 4, 1985", Category.DATE_OF_BIRTH),
            claim(page, "Male", Category.SEX),
        ]
    })  # fmt: skip
    assert (Category.A_NUMBER, "200555111") in found.numbers
    assert (Category.DATE_OF_BIRTH, "1985-03-04") in found.numbers
    assert {category for category, _ in found.numbers} == {Category.A_NUMBER, Category.DATE_OF_BIRTH}


@pytest.mark.parametrize("role", [Role.OFFICIAL, Role.COUNSEL, Role.JUDGE])
def test_an_official_or_counsel_of_the_matter_file_is_never_a_subject(role: Role) -> None:
    page = document("Robin Sample signed.\nCounsel: Robin Sample\nSAMPLE, Robin")
    found = registry(known=[KnownPerson(("Robin Sample",), role)])
    assert {given for _, given in roles_in(page, found)} == {role}


def test_a_person_without_a_role_beside_an_official_of_another_name_stays_unknown() -> None:
    page = document("Robin Sample met Wen Muster")
    met = claim(page, "Wen Muster", score=0.5)
    found = registry({page: [met]}, [KnownPerson(("Robin Sample",), Role.OFFICIAL)])
    assert [(page.text(one.span), one.role) for one in merged(page, [met], found)] == [
        ("Robin Sample", Role.OFFICIAL),
        ("Wen Muster", Role.UNKNOWN),
    ]
