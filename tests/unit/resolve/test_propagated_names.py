"""A name that one paper makes obvious is found in every other, however that one writes it; an ordinary word is not."""

from __future__ import annotations

import pytest
from factories import KEY, claim, document, found_again, hits, merged, registry, roster

from redactor.model import Category, Passage, Role
from redactor.pipeline.findings import matter_findings
from redactor.resolve import KnownPerson

MARIA = roster("MUÑOZ LOPEZ, Maria Elena", "El Chino")


def test_a_name_that_a_form_makes_obvious_is_found_in_a_letter_that_does_not() -> None:
    form = document("Family Name\nEJEMPLO RUIZ, Marisol", number=1)
    letter = document("Thank you. Ejemplo was here with Marisol.", number=2)
    known = registry({form: [claim(form, "EJEMPLO RUIZ, Marisol", role=Role.SUBJECT)], letter: []})
    found = merged(letter, [], known)
    assert [(letter.text(each.span), each.role) for each in found] == [
        ("Ejemplo", Role.SUBJECT),
        ("Marisol", Role.SUBJECT),
    ]
    assert len({each.subject for each in found}) == 1


@pytest.mark.parametrize(
    ("text", "name", "why"),
    [
        ("then Munoz left", "Munoz", "surname alone, without its tilde"),
        ("then Lopez left", "Lopez", "second surname alone"),
        ("MUÑOZ LOPEZ MARIA ELENA", "MUÑOZ LOPEZ MARIA ELENA", "capitals, reversed, no comma"),
        ("maria elena muñoz lopez", "maria elena muñoz lopez", "small letters, in full"),
        ("Maria Lopez", "Maria Lopez", "first name and second surname"),
        ("Muñoz, Maria", "Muñoz, Maria", "reversed with a comma"),
        ("Muñoz-Lopez", "Muñoz-Lopez", "surnames with a hyphen"),
        ("MUNOZLOPEZ", "MUNOZLOPEZ", "surnames joined"),
        ("Lopez Muñoz", "Lopez Muñoz", "surnames the other way round"),
        ("M. E. Muñoz", "M. E. Muñoz", "initials"),
        ("Maria E. Muñoz Lopez", "Maria E. Muñoz Lopez", "a middle initial"),
        ("MUÑOZ LOPEZ, M.", "MUÑOZ LOPEZ, M", "reversed with an initial"),
        ("she is Maria\nMuñoz", "Maria\nMuñoz", "over a line end"),
        ("she is Maria Mu-\nñoz", "Maria Mu-\nñoz", "hyphenated at a line end"),
        ("Muñoz's bag and Muñoz’s hat", "Muñoz", "possessive"),
        ("M U Ñ O Z", "M U Ñ O Z", "spaced out"),
        ("Mun\u0303oz", "Mun\u0303oz", "an accent set apart"),
        ("M\u00fa\u00f1oz", "M\u00fa\u00f1oz", "an accent too many"),
        ("L\u043epez", "L\u043epez", "a Cyrillic o"),
        ("they say El Chino did", "El Chino", "an alias of the roster"),
        ("Maria\tMuñoz", "Maria\tMuñoz", "in two cells"),
    ],
)
def test_each_way_to_write_a_known_name_is_found(text: str, name: str, why: str) -> None:
    assert found_again(text, MARIA) == {name}, why


@pytest.mark.parametrize(
    ("roster_name", "text"),
    [
        ("DE LA CRUZ EJEMPLO, Ana", "Ana Cruz Ejemplo"),
        ("DE LA CRUZ EJEMPLO, Ana", "ana de la cruz"),
        ("O'MUSTER, Sean", "OMUSTER Sean"),
        ("O'MUSTER, Sean", "Sean O’Muster"),
        ("AL-MUSTER, Yusuf", "Yusuf Al Muster"),
        ("AL-MUSTER, Yusuf", "Yusuf Muster"),
        ("NGUYEN, Thi Anh", "Nguyen Thi Anh"),
        ("Wen Muster", "MUSTER, Wen"),
        ("DIALLO-MUSTER, Fatoumata", "Fatoumata Diallo"),
        ("Петренко, Олена", "Олена Петренко"),
        ("LI, Wen", "Wen Li"),
    ],
)
def test_names_of_many_habits_are_found_whole(roster_name: str, text: str) -> None:
    assert found_again(text, roster(roster_name)) == {text}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Maria came alone", "a given name without its person is anybody's"),
        ("Lopezville and Marias", "part of a longer word"),
        ("Elena, Marian and Lope", "words that begin alike"),
    ],
)
def test_what_only_resembles_the_name_is_left(text: str, why: str) -> None:
    assert found_again(text, MARIA) == set(), why


@pytest.mark.parametrize("gap", ["\n", "\t"])
def test_an_initial_at_a_lines_or_cells_end_is_not_the_next_ones(gap: str) -> None:
    assert found_again(f"Exhibit M{gap}Lopez left", MARIA) == {"Lopez"}


def test_a_given_name_counts_where_its_person_is_in_the_document() -> None:
    assert found_again("Ms. Lopez said so.\nMaria then left.", MARIA) == {"Lopez", "Maria"}


def test_a_given_name_counts_on_another_page_of_the_persons_document() -> None:
    two_pages = document("about Ms. Lopez", "Maria then left")
    spans = {one.detection.span.passage for one in hits(two_pages, MARIA)}
    assert spans == {"p1", "p2"}


@pytest.mark.parametrize("surname", ["King", "Young", "May", "Price", "Hall"])
def test_a_surname_that_is_a_word_needs_a_names_company(surname: str) -> None:
    known = roster(f"{surname.upper()}, Wen")
    assert found_again(f"{surname} was no more than that", known) == set()
    assert found_again(f"On paper the {surname.lower()} was told to wait", known) == set()
    assert found_again(f"The {surname} report does not say so", known) == set()
    assert found_again(f"Ms. {surname} was asked for it", known) == {surname}
    assert found_again(f"{surname} was told to wait", known) == {surname}
    assert found_again(f"{surname} cried and said so", known) == {surname}
    assert found_again(f"It is {surname}'s daughter", known) == {surname}
    assert found_again(f"Officers met the {surname} family", known) == {surname}
    assert found_again(f"Wen {surname} was told to wait", known) == {f"Wen {surname}"}
    assert found_again(f"{surname.upper()}, WEN", known) == {f"{surname.upper()}, WEN"}


def test_a_state_or_a_body_among_the_parties_makes_no_person() -> None:
    parties = (
        "State of New York",
        "United States Immigration and Customs Enforcement",
        "United States of America",
        "Department of Homeland Security",
    )
    known = registry(known=[KnownPerson((name,), Role.PUBLIC) for name in parties])
    assert known.persons == ()
    assert found_again("The State of New York and Immigration and Customs Enforcement of New York", known) == set()


def test_a_message_without_any_capital_names_people_all_the_same() -> None:
    assert found_again("lopez said ok", MARIA) == {"lopez"}
    assert found_again("Ms. Said wrote:\nlopez said ok", MARIA) == {"lopez"}


@pytest.mark.parametrize(
    "text", ["Maria.Elena.Lopez", "maria_lopez.pdf", "M.a.r.i.a Lopez", "MariaLopez", "Maria 1 Lopez"]
)
def test_a_long_name_is_found_whatever_stands_between_its_letters(text: str) -> None:
    [claimed] = found_again(text, MARIA)
    assert text.startswith(claimed)
    assert claimed.lower().endswith("lopez")


def test_a_guess_of_the_model_is_looked_for_in_full_only() -> None:
    page = document("Rosa Muster")
    guess = claim(page, "Rosa Muster", score=0.5, recognizer="ModelNameRecognizer")
    known = registry({page: [guess]})
    assert found_again("Rosa Muster came", known) == {"Rosa Muster"}
    assert found_again("MUSTER, ROSA", known) == {"MUSTER, ROSA"}
    assert found_again("Muster came, and so did Rosa", known) == set()


def test_names_are_found_off_the_page_too() -> None:
    places = ("field:Alien_Name", "meta:Title", "annot:p1/1", "outline", "name", "p1/hidden")
    page = document("nothing", more=[Passage(place, "Lopez, Maria") for place in places])
    assert {one.detection.span.passage for one in hits(page, MARIA)} == set(places)


def test_a_hit_tells_its_person_and_never_the_name() -> None:
    page = document("Maria Lopez and Ms. Lopez")
    for one in hits(page, MARIA):
        assert one.subject == MARIA.persons[0].id
        assert one.detection.category is Category.PERSON_NAME
        assert "lopez" not in one.detection.reason.lower()
        assert one.subject in one.detection.reason


def test_a_matter_without_people_finds_nobody() -> None:
    assert hits(document("Maria Lopez"), registry()) == ()


def test_a_surnames_first_letter_is_no_given_names_initial() -> None:
    known = registry(known=[KnownPerson(("Blanca Ejemplo Maldonado",), Role.SUBJECT)])
    page = document("DO E. Ejemplo signed")
    [one] = hits(page, known)
    assert (page.text(one.detection.span), one.detection.score) == ("Ejemplo", 0.7)


def test_an_officer_known_by_surname_with_its_particle_does_not_release_a_noncitizens() -> None:
    people = [KnownPerson(("Mohammed al-Ejemplo",), Role.SUBJECT), KnownPerson(("al-Ejemplo",), Role.OFFICER)]
    page = document("It was al-Ejemplo who cried")
    [found] = merged(page, [], registry(known=people))
    assert found.role is Role.SUBJECT


def test_a_titled_officer_with_a_noncitizens_surname_is_not_taken_for_the_noncitizens_other_name() -> None:
    page = document("The subject, Mohammed al-Ejemplo, was met by DO Oswald al-Ejemplo. Oswald al-Ejemplo left.")
    claims = [
        claim(page, "Mohammed al-Ejemplo", role=Role.SUBJECT),
        claim(page, "Oswald al-Ejemplo", role=Role.OFFICER),
    ]
    found, _ = matter_findings([page], claims, (), KEY)
    roles = {page.text(each.span): each.role for each in found if each.category is Category.PERSON_NAME}
    assert roles == {"Mohammed al-Ejemplo": Role.SUBJECT, "Oswald al-Ejemplo": Role.OFFICER}
