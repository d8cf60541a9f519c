"""Claims become findings: overlapping ones one, none lost, each with a stable id and a keyed hash of its value."""

from __future__ import annotations

from dataclasses import replace

import pytest
from factories import KEY, claim, document, merged, page_text, registry, roster

from redactor.model import Category, ProtectionStatus, Role, Span
from redactor.resolve import KnownPerson, findings_of, value_hash

NAME = Category.PERSON_NAME


def test_overlapping_claims_of_one_category_are_one_finding_that_keeps_them_all() -> None:
    page = document("MUSTER LOPEZ, Wen")
    claims = [claim(page, "MUSTER LOPEZ"), claim(page, "LOPEZ, Wen"), claim(page, "LOPEZ", score=0.5)]
    [found] = merged(page, claims)
    assert page.text(found.span) == "MUSTER LOPEZ, Wen"
    assert set(claims) <= set(found.detections)
    assert found.score == 0.9


def test_touching_claims_stay_apart() -> None:
    page = document("200555111IOE0912345678")
    claims = [claim(page, "200555111", Category.A_NUMBER), claim(page, "IOE0912345678", Category.A_NUMBER)]
    assert [page.text(found.span) for found in merged(page, claims)] == ["200555111", "IOE0912345678"]


def test_different_categories_on_one_place_are_different_findings() -> None:
    page = document("200555111")
    found = merged(page, [claim(page, "200555111", Category.A_NUMBER), claim(page, "200555111", Category.FINS)])
    assert [one.category for one in found] == [Category.A_NUMBER, Category.FINS]
    assert len({one.id for one in found}) == 2


def test_a_findings_id_depends_on_its_place_and_on_nothing_else() -> None:
    page = document("Wen Muster and Rosa Lee")
    [alone] = merged(page, [claim(page, "Wen Muster")])
    among_others = merged(page, [claim(page, "Rosa Lee"), claim(page, "Wen Muster", score=0.4), claim(page, "Wen")])
    assert alone.id in {found.id for found in among_others}
    [elsewhere] = merged(document("Wen Muster", number=2), [claim(document("Wen Muster", number=2), "Wen Muster")])
    assert elsewhere.id != alone.id


def test_equal_values_have_equal_hashes_however_they_are_written() -> None:
    spellings = ["A200-555-111", "A 200 555 111", "a200555111", "\u0410200555111"]
    assert len({value_hash(text, KEY) for text in spellings}) == 1
    assert value_hash("MÚSTER, Wen", KEY) == value_hash("muster wen", KEY)
    assert value_hash("A200555112", KEY) != value_hash("A200555111", KEY)


def test_another_matters_key_gives_another_hash() -> None:
    assert value_hash("A200555111", KEY) != value_hash("A200555111", b"another key")
    assert value_hash("A200555111", b"") != value_hash("A200555111", KEY)


def test_a_finding_holds_place_and_hash_but_no_text() -> None:
    page = document("Wen Muster")
    [found] = merged(page, [claim(page, "Wen Muster")])
    assert "Muster" not in repr(replace(found, detections=()))
    assert found.value_hash == value_hash("Wen Muster", KEY)


def test_findings_come_in_order_of_place() -> None:
    page = document("Rosa Lee 200555111", "Wen Muster")
    claims = [
        claim(page, "Wen Muster", passage="p2"),
        claim(page, "200555111", Category.A_NUMBER),
        claim(page, "Rosa Lee"),
    ]
    spans = [found.span for found in merged(page, claims)]
    assert spans == sorted(spans)
    assert len(spans) == 3


def test_a_place_without_text_is_a_finding_too() -> None:
    page = document("a page", more=[replace(page_text(""), address="p1/image:1")])
    region = replace(claim(page, "a", Category.IMAGE), span=Span("p1/image:1", 0, 0))
    [found] = merged(page, [region, replace(region, score=0.2)])
    assert (found.span, len(found.detections)) == (Span("p1/image:1", 0, 0), 2)


def test_a_known_persons_protection_goes_with_every_mention() -> None:
    page = document("Ms. Muster came")
    waived = KnownPerson(("MUSTER, Rosa",), Role.SUBJECT, protection=ProtectionStatus.WAIVED_B4)
    [found] = merged(page, [], registry(known=[waived]))
    assert found.protection is ProtectionStatus.WAIVED_B4


@pytest.mark.parametrize(
    ("text", "whole", "why"),
    [
        ("then Wen Muster Okafor spoke", "Wen Muster Okafor", "a third name behind"),
        ("then Ana Wen Muster spoke", "Ana Wen Muster", "a name before"),
        ("then Wen Muster-Lee spoke", "Wen Muster-Lee", "a hyphen goes on"),
        ("the form of Wen Muster Signature Date", "Wen Muster", "the form's words do not belong to it"),
        ("Officer Wen Muster was there", "Wen Muster", "nor does a title"),
        ("then Wen Muster. Later Rosa spoke", "Wen Muster", "nor the next sentence"),
        ("Wen Muster\tOkafor", "Wen Muster", "nor the next cell"),
        ("Wen Muster\nOkafor", "Wen Muster", "nor the next line of a list"),
    ],
)
def test_capitalised_words_beside_a_name_belong_to_it(text: str, whole: str, why: str) -> None:
    page = document(text)
    [found] = merged(page, [], roster("MUSTER, Wen"))
    assert page.text(found.span) == whole, why


def test_a_name_goes_on_in_the_next_line_of_prose() -> None:
    page = document(
        "The officer wrote in the report that somebody by the name of Wen Muster\n"
        "Okafor, who had come with the others, was asked to step aside and to wait."
    )
    [found] = merged(page, [], roster("MUSTER, Wen"))
    assert page.text(found.span) == "Wen Muster\nOkafor"


def test_a_released_persons_neighbours_are_left_alone() -> None:
    page = document("then Robin Sample Okafor was named")
    [found] = merged(page, [], roster("SAMPLE, Robin", role=Role.OFFICIAL))
    assert page.text(found.span) == "Robin Sample"


ECHO = "Country: Freedonia.\nShe left FREEDONIA in May; the Freedonian flag; freedonia; Freedonia."


def test_a_fact_found_once_is_found_again_in_the_same_document() -> None:
    page = document(ECHO, "a native of Freedonia")
    found = merged(page, [claim(page, "Freedonia", Category.NATIONALITY)])
    assert [(one.span.passage, page.text(one.span)) for one in found] == [
        ("p1", "Freedonia"), ("p1", "FREEDONIA"), ("p1", "Freedonia"), ("p2", "Freedonia"),
    ]  # fmt: skip


def test_a_fact_of_one_document_is_not_looked_for_in_another() -> None:
    one, other = document(ECHO, number=1), document("Freedonia", number=2)
    known = registry({one: [claim(one, "Freedonia", Category.NATIONALITY)], other: []})
    assert merged(other, [], known) == ()


@pytest.mark.parametrize("category", [Category.AGE, Category.SEX, Category.ENFORCEMENT_DATE, Category.NARRATIVE])
def test_facts_that_many_share_are_not_echoed(category: Category) -> None:
    page = document("Male person. Male voices.")
    assert len(merged(page, [claim(page, "Male", category)])) == 1


def test_a_fact_that_wraps_over_a_line_is_echoed_all_the_same() -> None:
    page = document("Fiction Cleaning Corp.\nShe worked for Fiction\nCleaning Corp. until May")
    found = merged(page, [claim(page, "Fiction Cleaning Corp", Category.EMPLOYER)])
    assert [page.text(one.span) for one in found] == ["Fiction Cleaning Corp", "Fiction\nCleaning Corp"]


def test_a_finding_knows_what_holds_it_whole() -> None:
    page = document("Muster v. Sample, 500 U.S. 1")
    found = merged(page, [claim(page, "Muster v. Sample", Category.CASE_NAME), claim(page, "Muster")])
    assert {(one.category, one.within) for one in found} == {
        (Category.CASE_NAME, ()),
        (NAME, (Category.CASE_NAME,)),
    }


def test_a_finding_half_outside_is_not_within() -> None:
    page = document("Muster v. Sample Okafor")
    found = merged(page, [claim(page, "Muster v. Sample", Category.CASE_NAME), claim(page, "Sample Okafor")])
    assert all(one.within == () for one in found)


def test_words_of_a_page_found_in_both_of_its_orders_are_one_finding() -> None:
    text = "Wen Muster\nRosa Lee"
    page = document(text, more=[page_text(text, "p1/stream")])
    as_read, in_stream = claim(page, "Wen Muster"), claim(page, "Wen Muster", passage="p1/stream", score=0.4)
    [found] = merged(page, [in_stream, as_read])
    assert found.span == as_read.span
    assert set(found.detections) == {as_read, in_stream}


def test_words_that_only_the_stream_order_shows_together_stay_a_finding_there() -> None:
    page = document("Wen\tRosa\nMuster\tLee", more=[page_text("Wen Muster\nRosa Lee", "p1/stream")])
    [found] = merged(page, [claim(page, "Wen Muster", passage="p1/stream")])
    assert found.span.passage == "p1/stream"


def test_a_claim_on_no_glyph_of_the_stream_order_is_not_lost_in_another() -> None:
    page = document("Wen Muster", more=[page_text("Wen Muster", "p1/stream")])
    blank = replace(claim(page, "Wen"), span=Span("p1/stream", 3, 4))
    found = merged(page, [claim(page, "Wen Muster"), blank])
    assert [one.span.passage for one in found] == ["p1", "p1/stream"]


def test_no_claims_make_no_findings() -> None:
    assert findings_of(document("nothing"), [], [], registry(), KEY) == ()
