"""Whose a name is, where the name itself does not say: its line, the block it stands in, the title beside it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from factories import by_id, claim, document, merged, registry

from redactor.model import Category, Detection, Document, Role
from redactor.resolve import KnownPerson, with_roles

COURT = "Federal court paper"
BLOCK = "Respectfully submitted,\n\nKai Sample\nSample Legal Foundation\n(212) 555-0143\nkai@example.org\n"


def placed(page: Document, *claims: Detection) -> list[Role | None]:
    return [each.role for each in with_roles(by_id(page), claims)]


@pytest.mark.parametrize(
    ("number", "category"),
    [
        ("A200 555 111", Category.A_NUMBER),
        ("03/04/1985", Category.DATE_OF_BIRTH),
        ("1105489735", Category.FINS),
        ("IOE0912345678", Category.RECEIPT_NUMBER),
    ],
)
def test_a_name_on_the_line_of_a_noncitizens_number_is_a_subjects(number: str, category: Category) -> None:
    page = document(f"Team 3\nWen Muster\t{number}\nRosa Lee\t12")
    wen, rosa, count = claim(page, "Wen Muster"), claim(page, "Rosa Lee"), claim(page, number, category)
    assert placed(page, wen, rosa, count) == [Role.SUBJECT, None, None]


def test_a_role_that_is_known_is_kept() -> None:
    page = document("DO Sample\tA200 555 111")
    sample, number = claim(page, "Sample", role=Role.OFFICER), claim(page, "A200 555 111", Category.A_NUMBER)
    assert placed(page, sample, number) == [Role.OFFICER, None]


def test_a_number_on_another_page_or_of_another_document_says_nothing() -> None:
    one, other = document("Wen Muster", "A200 555 111", number=1), document("A200 555 111", number=2)
    claims = (
        claim(one, "Wen Muster"),
        claim(one, "A200 555 111", Category.A_NUMBER, passage="p2"),
        claim(other, "A200 555 111", Category.A_NUMBER),
    )
    assert [each.role for each in with_roles(by_id(one, other), claims)] == [None, None, None]


def test_what_stands_in_a_block_of_counsel_of_a_court_paper_is_counsels() -> None:
    page = document(BLOCK, doc_type=COURT)
    claims = (
        claim(page, "Kai Sample"),
        claim(page, "(212) 555-0143", Category.PHONE),
        claim(page, "kai@example.org", Category.EMAIL),
    )
    assert placed(page, *claims) == [Role.COUNSEL] * 3


def test_the_same_block_in_an_agency_form_is_nobodys() -> None:
    page = document(BLOCK, doc_type="I-213")
    assert placed(page, claim(page, "Kai Sample")) == [None]


@pytest.mark.parametrize("category", [Category.A_NUMBER, Category.EVENT_NUMBER, Category.AGENCY_SYSTEM_ID])
def test_the_same_block_in_a_court_paper_with_a_persons_number_is_nobodys(category: Category) -> None:
    page = document(BLOCK, "file 200 555 111", doc_type=COURT)
    assert placed(page, claim(page, "Kai Sample"), claim(page, "200 555 111", category, passage="p2")) == [None, None]


def test_a_name_far_from_the_block_is_not_counsels() -> None:
    page = document("Wen Muster\n" + "text\n" * 20 + BLOCK, doc_type=COURT)
    assert placed(page, claim(page, "Wen Muster"), claim(page, "Kai Sample")) == [None, Role.COUNSEL]


def test_claims_come_back_in_their_order_with_only_roles_changed() -> None:
    page = document("Wen Muster\tA200 555 111\nRosa Lee")
    claims = (claim(page, "Rosa Lee"), claim(page, "A200 555 111", Category.A_NUMBER), claim(page, "Wen Muster"))
    back = with_roles(by_id(page), claims)
    assert [(each.span, each.category, each.score) for each in back] == [(c.span, c.category, c.score) for c in claims]


def test_an_officer_with_the_subjects_surname_is_told_apart_by_title() -> None:
    form = document("Respondent: EJEMPLO, Wen", number=1)
    note = document("DO Ejemplo met Wen Ejemplo. Ejemplo cried.", number=2)
    officer = claim(note, "Ejemplo", role=Role.OFFICER, score=0.88)
    known = registry({form: [claim(form, "EJEMPLO, Wen", role=Role.SUBJECT)], note: [officer]})
    found = merged(note, [officer], known)
    assert [(note.text(each.span), each.role) for each in found] == [
        ("Ejemplo", Role.OFFICER),
        ("Wen Ejemplo", Role.SUBJECT),
        ("Ejemplo", Role.SUBJECT),
    ]


def test_a_finding_is_about_the_person_who_has_its_role() -> None:
    form = document("Respondent: EJEMPLO, Wen", number=1)
    note = document("DO Ejemplo met Wen Ejemplo. Ejemplo cried.", number=2)
    officer = claim(note, "Ejemplo", role=Role.OFFICER, score=0.88)
    known = registry({form: [claim(form, "EJEMPLO, Wen", role=Role.SUBJECT)], note: [officer]})
    role_of = {person.id: person.role for person in known.persons}
    for found in merged(note, [officer], known):
        assert found.subject is not None
        assert role_of[found.subject] is found.role


def test_a_released_role_needs_a_clear_margin_over_a_protected_one() -> None:
    page = document("Wen Muster")
    witness = claim(page, "Wen Muster", role=Role.WITNESS, score=0.8)
    for score, role in ((0.8, Role.WITNESS), (0.9, Role.WITNESS), (0.95, Role.OFFICER)):
        [found] = merged(page, [witness, claim(page, "Wen Muster", role=Role.OFFICER, score=score)])
        assert found.role is role


def test_a_full_name_of_the_matter_file_outranks_a_title_beside_it() -> None:
    page = document("Agent Wen Muster")
    title = claim(page, "Wen Muster", role=Role.OFFICER, score=0.88)
    [found] = merged(page, [title], registry(known=[KnownPerson(("MUSTER, Wen",), Role.SUBJECT)]))
    assert found.role is Role.SUBJECT


def test_nobody_knows_the_role_of_a_name_that_only_a_model_claims() -> None:
    page = document("Wen Muster")
    [found] = merged(page, [claim(page, "Wen Muster", score=0.5)])
    assert (found.role, found.subject) == (Role.UNKNOWN, None)


def test_a_name_under_an_officers_heading_is_not_the_noncitizens_on_its_row() -> None:
    page = document("EJEMPLO, ROSA\t200555111\tMuster")
    under = claim(page, "Muster", role=Role.OFFICER, recognizer="cells")
    by_row = replace(claim(page, "Muster", role=Role.SUBJECT, recognizer="cells"), reason="cell in a row of a label")
    guess = claim(page, "Muster", recognizer="ModelNameRecognizer")
    number = claim(page, "200555111", Category.A_NUMBER)
    assert placed(page, under, by_row, guess, number) == [Role.OFFICER, None, None, None]
    assert placed(page, by_row, guess, number) == [Role.SUBJECT, Role.SUBJECT, None]


def test_of_two_names_on_a_row_the_number_is_the_nearer_ones() -> None:
    page = document("Wen Muster\t200555111\t03/04/2020\tRosa Lee")
    wen, rosa = claim(page, "Wen Muster"), claim(page, "Rosa Lee")
    number = claim(page, "200555111", Category.A_NUMBER)
    assert placed(page, wen, rosa, number) == [Role.SUBJECT, None, None]
    row = document("Wen Muster\tRosa Lee\t200555111")
    wen, rosa = claim(row, "Wen Muster"), claim(row, "Rosa Lee")
    assert placed(row, wen, rosa, claim(row, "200555111", Category.A_NUMBER)) == [None, Role.SUBJECT, None]
