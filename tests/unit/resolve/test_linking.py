"""Whose a number is, and which names are one person's: rows, sentences and forms tell; contradictions keep apart."""

from __future__ import annotations

from dataclasses import replace

import pytest
from factories import KEY, claim, document, hits, merged, registry

from redactor.model import Category, Document, Role
from redactor.pipeline.findings import matter_findings
from redactor.resolve import KnownPerson, Person, Registry

A, DOB, RECEIPT = Category.A_NUMBER, Category.DATE_OF_BIRTH, Category.RECEIPT_NUMBER


def people(page: Document, *values: tuple[str, Category | Role | None]) -> dict[str, Person]:
    """The registry's people by their id, of a matter that is this page."""
    return {person.id: person for person in matter(page, *values).persons}


def matter(
    page: Document, *values: tuple[str, Category | Role | None], known: tuple[KnownPerson, ...] = ()
) -> Registry:
    """The registry of a page with claims on numbers (text, category) and names (text, role)."""
    claims = [
        claim(page, text, what) if isinstance(what, Category) else claim(page, text, role=what) for text, what in values
    ]
    return registry({page: claims}, known)


@pytest.mark.parametrize(
    "text",
    [
        "MUSTER, Wen\tA200555111\t03/04/1985",
        "Wen Muster, A200555111, born 03/04/1985, came.",
        "Wen Muster came to the office.\nThe file is A200555111 and the date 03/04/1985.",
    ],
    ids=["a row", "a sentence", "a form of one person"],
)
def test_a_name_and_numbers_that_a_paper_puts_together_are_one_persons(text: str) -> None:
    name = "MUSTER, Wen" if "MUSTER" in text else "Wen Muster"
    [person] = people(document(text), (name, Role.SUBJECT), ("A200555111", A), ("03/04/1985", DOB)).values()
    assert person.numbers == {(A, "200555111"), (DOB, "1985-03-04")}


def test_a_number_behind_an_officers_name_is_not_the_officers() -> None:
    page = document("Wen Muster was met by DO Kai Sample, A200555111.")
    found = matter(page, ("Wen Muster", Role.SUBJECT), ("Kai Sample", Role.OFFICER), ("A200555111", A))
    assert {person.role: bool(person.numbers) for person in found.persons} == {Role.SUBJECT: True, Role.OFFICER: False}


def test_a_number_two_people_precede_in_one_row_is_nobodys_by_its_row() -> None:
    page = document("Wen Muster\tRosa Lee\tA200555111")
    assert (
        sum(bool(p.numbers) for p in people(page, ("Wen Muster", None), ("Rosa Lee", None), ("A200555111", A)).values())
        == 1
    )


def test_a_number_links_a_short_name_to_the_full_one() -> None:
    page = document("MUSTER OKAFOR, Wen\tA200555111\nlater\nW. Muster\tA200555111")
    first = claim(page, "MUSTER OKAFOR, Wen", role=Role.SUBJECT)
    claims = [first, claim(page, "W. Muster"), claim(page, "A200555111", A)]
    start = page.passages[0].text.rindex("A200555111")
    second = replace(claims[2], span=replace(claims[2].span, start=start, end=start + 10))
    [person] = registry({page: [*claims, second]}).persons
    assert len(person.names) == 2


def test_two_a_numbers_tell_two_people_of_one_name_apart() -> None:
    page = document("MUSTER, Wen\tA200555111\nMUSTER, WEN\tA200555222")
    found = people(
        page, ("MUSTER, Wen", Role.SUBJECT), ("MUSTER, WEN", Role.SUBJECT), ("A200555111", A), ("A200555222", A)
    )
    assert sorted(value for person in found.values() for _, value in person.numbers) == ["200555111", "200555222"]
    assert len(found) == 2


def test_a_mention_on_the_line_of_a_number_is_about_that_numbers_holder() -> None:
    page = document("MUSTERO, Wen\tA200555111\nMUSTERO, WEN\tA200555222")
    values = ("MUSTERO, Wen", Role.SUBJECT), ("MUSTERO, WEN", Role.SUBJECT), ("A200555111", A), ("A200555222", A)
    known = matter(page, *values)
    holder = {value: person.id for person in known.persons for _, value in person.numbers}
    other = document("Mustero\tA200555222\nMustero left", number=2)
    one, number, neither = sorted(hits(other, known), key=lambda hit: hit.detection.span)
    assert one.subject == number.subject == holder["200555222"]
    assert neither.subject == holder["200555222"]


def test_different_dates_of_birth_keep_a_short_name_from_a_full_one() -> None:
    page = document("MUSTER OKAFOR, Wen\t03/04/1985\nMUSTER, Wen\t05/06/1999")
    claims = (
        ("MUSTER OKAFOR, Wen", Role.SUBJECT),
        ("MUSTER, Wen", Role.SUBJECT),
        ("03/04/1985", DOB),
        ("05/06/1999", DOB),
    )
    assert len(people(page, *claims)) == 2


def test_a_family_that_shares_a_receipt_stays_a_family() -> None:
    page = document("MUSTER, Wen\tIOE0912345678\nMUSTER, Rosa\tIOE0912345678")
    assert len(people(page, ("MUSTER, Wen", None), ("MUSTER, Rosa", None), ("IOE0912345678", RECEIPT))) == 2


def test_a_short_name_of_two_possible_people_stays_by_itself() -> None:
    page = document("Wen Ana Muster. Wen Rosa Muster. Wen Muster.")
    found = people(page, ("Wen Ana Muster", None), ("Wen Rosa Muster", None), ("Wen Muster.", None))
    assert len(found) == 3


def test_a_nickname_is_joined_to_the_name_it_stands_for() -> None:
    page = document("EJEMPLO RUIZ, José was here. Chepe Ejemplo left.")
    assert len(people(page, ("EJEMPLO RUIZ, José", Role.SUBJECT), ("Chepe Ejemplo", None))) == 1


def test_an_officers_name_is_never_joined_to_a_noncitizens_fuller_one() -> None:
    page = document("DO Wen Muster signed for Wen Muster Okafor")
    found = people(page, ("Wen Muster Okafor", Role.SUBJECT), ("Wen Muster", Role.OFFICER))
    assert {person.role for person in found.values()} == {Role.SUBJECT, Role.OFFICER}


def test_a_noncitizen_called_like_a_listed_official_is_protected_everywhere() -> None:
    official = KnownPerson(("Robin Sample",), Role.OFFICIAL)
    page = document("SAMPLE, Robin\tA200555111\nlater")
    known = matter(page, ("SAMPLE, Robin", Role.SUBJECT), ("A200555111", A), known=(official,))
    [found] = merged(document("Robin Sample spoke", number=2), [], known)
    assert found.role is Role.SUBJECT


def test_a_persons_id_is_the_same_when_other_papers_come_and_says_nothing() -> None:
    page = document("MUSTER, Wen\tA200555111")
    other = document("LEE, Rosa\tA200555222", number=2)
    claims = [claim(page, "MUSTER, Wen", role=Role.SUBJECT), claim(page, "A200555111", A)]
    more = [claim(other, "LEE, Rosa", role=Role.SUBJECT), claim(other, "A200555222", A)]
    [before] = registry({page: claims}).persons
    assert before.id in {person.id for person in registry({page: claims, other: more}).persons}
    assert "200555111" not in before.id
    assert "muster" not in before.id.lower()


def test_numbers_of_a_person_carry_the_persons_id_into_findings() -> None:
    page = document("MUSTER, Wen\tA200555111\t03/04/1985")
    claims = [
        claim(page, "MUSTER, Wen", role=Role.SUBJECT),
        claim(page, "A200555111", A),
        claim(page, "03/04/1985", DOB),
    ]
    found, known = matter_findings([page], claims, (), KEY)
    assert {each.subject for each in found if each.category in (A, DOB, Category.PERSON_NAME)} == {known.persons[0].id}


def test_what_the_second_pass_learns_of_a_name_is_looked_for_too() -> None:
    form = document("Respondent: Ms. Quetzalborn", number=1)
    letter = document("Zephyrine Quetzalborn came. Later Zephyrine left.", number=2)
    claims = [claim(form, "Quetzalborn", role=Role.SUBJECT)]
    found, _ = matter_findings([form, letter], claims, (), KEY)
    assert [letter.text(f.span) for f in found if f.document == letter.id and f.category is Category.PERSON_NAME] == [
        "Zephyrine Quetzalborn",
        "Zephyrine",
    ]


def test_the_machine_readable_zone_names_its_holder() -> None:
    page = document("P<USAEJEMPLO<RUIZ<<MARISOL<ANA<<<<<<<<<<<<<<<<<\nMarisol Ejemplo came")
    zone = claim(page, "P<USAEJEMPLO<RUIZ<<MARISOL<ANA<<<<<<<<<<<<<<<<<", Category.MRZ)
    assert "Marisol Ejemplo" in {page.text(one.span) for one in merged(page, [zone], registry({page: [zone]}))}
