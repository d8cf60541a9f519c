from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from log_factories import (
    BASES,
    DESCRIPTIONS,
    RELIEF,
    SECRET,
    box,
    decision,
    document,
    finding,
    line,
    particulars,
    record,
    verified,
)

from redactor.errors import RulePackError, VolumeVerificationError
from redactor.model import Basis, BasisCode, Category, Disposition, Redaction
from redactor.privilege_log import COLUMNS, Record, served_entries, served_table
from redactor.privilege_log.served import PENDING_REVIEW, UNCLAIMED, UNCONFIRMED


def one_box(**changes: object) -> Record:
    """A volume of one document with one box over one name."""
    return record(
        [verified(1, 1, 3, box("R1", 1, 2, "N1", "f1"))],
        [document(1)],
        [finding("f1", 1, "p2")],
        [decision("f1", **changes)],  # type: ignore[arg-type]
    )


def test_the_columns_are_those_of_the_log_in_their_order() -> None:
    (entry,) = served_entries(one_box(), particulars())
    assert tuple(column for column, _ in entry.values) == COLUMNS
    assert len(COLUMNS) == 31
    assert (COLUMNS[0], COLUMNS[18], COLUMNS[-1]) == ("LogID", "Treatment", "Notes")


def test_a_line_says_where_what_kind_and_why() -> None:
    (entry,) = served_entries(one_box(), particulars())
    said = {column: value for column, value in entry.values if value}
    assert said == {
        "LogID": "VOL001-0001",
        "ProductionVolume": "VOL001",
        "RequestNo": "8",
        "BegBates": "NYICE0000001",
        "EndBates": "NYICE0000003",
        "DocType": "I-213",
        "DocDate": "2020-01",
        "Custodian": "ERO New York Field Office",
        "Treatment": "RedactedInPart",
        "Category": "N1",
        "Basis": "Protective order",
        "BasisAssertedIn": "ECF 68",
        "Description": "Name or alias of a noncitizen",
        "PagesAffected": "NYICE0000002",
        "RedactionCount": "1",
        "Confidentiality": "CONFIDENTIAL – SUBJECT TO PROTECTIVE ORDER (ECF 68)",
        "Status": "current",
    }


def test_no_line_holds_text_of_the_document_or_the_hash_of_the_original() -> None:
    log = repr(served_entries(one_box(), particulars()))
    assert SECRET not in log
    assert document(1).id not in log and document(1).short_id not in log
    assert "hmac" not in log and "subject-1" not in log
    assert "2020-01-21" not in log


def test_pages_are_named_as_ranges_and_boxes_are_counted() -> None:
    boxes = [box(f"R{n}", 1, page, "N1", "f1") for n, page in enumerate((1, 2, 2, 3, 5))]
    volume = record([verified(1, 8, 5, *boxes)], [document(1, 5)], [finding("f1", 1)], [decision("f1")])
    (entry,) = served_entries(volume, particulars())
    assert line(entry)["PagesAffected"] == "NYICE0000008-NYICE0000010; NYICE0000012"
    assert line(entry)["RedactionCount"] == "5"


def test_what_covers_everyone_is_cited_first_whatever_the_order_of_the_decision() -> None:
    (entry,) = served_entries(one_box(basis=("1367", "AGREED", "PO")), particulars())
    assert line(entry)["Basis"] == "Protective order; Stipulation; 8 U.S.C. § 1367(a)(2)"
    assert line(entry)["BasisAssertedIn"] == "ECF 68; ECF 70; Response of 2020-02-03"


def two_people(first: tuple[str, tuple[str, ...]], second: tuple[str, tuple[str, ...]]) -> Record:
    """Two documents about one person each; category and basis of the one box in each."""
    return record(
        [verified(1, 1, 1, box("R1", 1, 1, first[0], "f1")), verified(2, 2, 1, box("R2", 2, 1, second[0], "f2"))],
        [document(1, 1), document(2, 1)],
        [finding("f1", 1), finding("f2", 2)],
        [decision("f1", first[0], basis=first[1]), decision("f2", second[0], basis=second[1])],
    )


def test_the_statutes_of_a_category_are_the_same_in_every_document() -> None:
    one, other = served_entries(two_people(("N1", ("PO", "1367")), ("N1", ("PO",))), particulars())
    assert line(one)["Basis"] == line(other)["Basis"] == "Protective order; 8 U.S.C. § 1367(a)(2)"


def test_categories_described_alike_cannot_be_told_apart() -> None:
    one, other = served_entries(two_people(("S1", ("PO", "1367")), ("S2", ("PO", "ASYLUM"))), particulars())
    for column in ("Category", "Basis", "BasisAssertedIn", "Description"):
        assert line(one)[column] == line(other)[column]
    assert (line(one)["Category"], line(one)["Description"]) == ("S1/S2", RELIEF)


def test_a_privilege_is_claimed_only_for_its_own_document() -> None:
    one, other = served_entries(two_people(("P1", ("AC",)), ("P1", ("PO",))), particulars())
    assert line(one)["Basis"] == "Protective order; Attorney-client privilege"
    assert line(other)["Basis"] == "Protective order"


def test_what_awaits_review_cites_no_order_that_the_matter_does_not_have_in_force() -> None:
    vacated = {**BASES, BasisCode("PO"): Basis(BasisCode("PO"), "Protective order")}
    (entry,) = served_entries(one_box(disposition=Disposition.REFER), particulars(vacated))
    assert (line(entry)["Basis"], line(entry)["BasisAssertedIn"]) == ("", "")
    assert line(entry)["Notes"] == f"{PENDING_REVIEW}; {UNCLAIMED}"


def test_a_privilege_that_awaits_review_is_claimed_in_its_own_line() -> None:
    unasserted = {**BASES, BasisCode("AC"): Basis(BasisCode("AC"), "Attorney-client privilege")}
    volume = one_box(disposition=Disposition.REFER, log_category="P1", basis=("AC",))
    (entry,) = served_entries(volume, particulars(unasserted))
    assert line(entry)["Basis"] == "Attorney-client privilege"
    assert UNCLAIMED not in line(entry)["Notes"]


def test_what_a_person_has_yet_to_decide_is_withheld_pending_review() -> None:
    (entry,) = served_entries(one_box(disposition=Disposition.REFER), particulars())
    assert line(entry)["Notes"] == PENDING_REVIEW
    assert line(entry)["Status"] == "current"


def test_an_assumed_basis_says_that_counsel_must_confirm_it() -> None:
    assumed = BASES | {BasisCode("PO"): replace(BASES[BasisCode("PO")], confirmed=False)}
    (entry,) = served_entries(one_box(), particulars(assumed))
    assert line(entry)["Notes"] == UNCONFIRMED


def test_a_document_withheld_in_full_is_logged_by_its_slip_sheet() -> None:
    volume = record(
        [verified(1, 4, 1, slip_sheet=True)],
        [document(1, 6)],
        [finding("f1", 1), finding("f2", 1, "p2")],
        [decision("f1", "P1", Disposition.WITHHOLD, ("AC",)), decision("f2", "N1")],
    )
    (entry,) = served_entries(volume, particulars())
    said = line(entry)
    assert (said["Treatment"], said["SlipSheetBates"]) == ("WithheldInFull", "NYICE0000004")
    assert (said["Category"], said["RedactionCount"]) == ("P1", "0")
    assert said["Notes"] == "document of 6 pages"


def test_a_slip_sheet_that_no_decision_asks_for_stops_the_volume() -> None:
    volume = record([verified(1, 4, 1, slip_sheet=True)], [document(1)], [finding("f1", 1)], [decision("f1")])
    with pytest.raises(VolumeVerificationError, match="slip sheet"):
        served_entries(volume, particulars())


def test_a_box_names_what_else_it_covers() -> None:
    volume = record(
        [verified(1, 1, 3, box("R1", 1, 1, "N1", "f1", "f2"))],
        [document(1)],
        [finding("f1", 1), finding("f2", 1, category=Category.A_NUMBER)],
        [decision("f1"), decision("f2", "ID1")],
    )
    (entry,) = served_entries(volume, particulars())
    assert line(entry)["Notes"] == "some of the boxes also cover: Alien registration (file) number"


def test_a_family_is_named_by_its_parent_and_range() -> None:
    parent = document(1, 2)
    volume = record(
        [verified(2, 3, 1, box("R2", 2, 1, "N1", "f2")), verified(1, 1, 2, box("R1", 1, 1, "N1", "f1"))],
        [parent, document(2, 1, family=parent.id)],
        [finding("f1", 1), finding("f2", 2)],
        [decision("f1"), decision("f2")],
    )
    first, second = (line(entry) for entry in served_entries(volume, particulars()))
    assert (first["ParentID"], second["ParentID"]) == ("", "NYICE0000001")
    assert first["FamilyRange"] == second["FamilyRange"] == "NYICE0000001-NYICE0000003"


def test_the_last_decision_on_a_finding_stands() -> None:
    volume = one_box(disposition=Disposition.REFER)
    later = replace(volume, decisions=(*volume.decisions, decision("f1")))
    (entry,) = served_entries(later, particulars())
    assert line(entry)["Notes"] == ""


def test_a_box_that_nobody_answers_for_stops_the_volume() -> None:
    with pytest.raises(VolumeVerificationError, match="R1"):
        served_entries(replace(one_box(), decisions=()), particulars())


def test_a_box_over_what_is_produced_stops_the_volume() -> None:
    with pytest.raises(VolumeVerificationError, match="no withheld finding"):
        served_entries(one_box(disposition=Disposition.PRODUCE), particulars())


def test_a_box_for_a_finding_of_another_document_stops_the_volume() -> None:
    volume = replace(one_box(), findings=(finding("f1", 2, "p2"),))
    with pytest.raises(VolumeVerificationError, match="another document"):
        served_entries(volume, particulars())


def test_a_box_on_a_page_without_a_number_stops_the_volume() -> None:
    volume = replace(one_box(), copies=(verified(1, 1, 1, box("R1", 1, 2, "N1", "f1")),))
    with pytest.raises(VolumeVerificationError, match="page 2"):
        served_entries(volume, particulars())


def test_a_category_or_basis_that_the_pack_does_not_know_stops_the_volume() -> None:
    with pytest.raises(RulePackError, match="basis XYZ"):
        served_entries(one_box(basis=("XYZ",)), particulars())
    bare = replace(particulars(), descriptions={})
    with pytest.raises(RulePackError, match="N1"):
        served_entries(one_box(), bare)


def test_a_volume_without_boxes_has_an_empty_log_with_its_header() -> None:
    volume = record([verified(1, 1, 3)], [document(1)], [], [])
    assert served_entries(volume, particulars()) == ()
    assert served_table((), particulars()).columns == COLUMNS


@st.composite
def volumes(draw: st.DrawFn) -> Record:
    copies, documents, findings, decisions, first = [], [], [], [], 1
    for place in range(1, draw(st.integers(1, 5)) + 1):
        pages = draw(st.integers(1, 4))
        boxes: list[Redaction] = []
        for category in draw(st.lists(st.sampled_from(sorted(DESCRIPTIONS)), max_size=8)):
            name = f"f{place}-{len(boxes)}"
            findings.append(finding(name, place))
            decisions.append(decision(name, category))
            boxes.append(box(f"R{place}-{len(boxes)}", place, draw(st.integers(1, pages)), category, name))
        copies.append(verified(place, first, pages, *boxes))
        documents.append(document(place, pages))
        first += pages
    return record(draw(st.permutations(copies)), documents, findings, decisions)


@given(volumes())
def test_the_counts_add_up_to_the_boxes_and_each_document_and_category_has_one_line(volume: Record) -> None:
    lines = [line(entry) for entry in served_entries(volume, particulars())]
    boxes = [(copy.copy, redaction) for copy in volume.copies for redaction in copy.copy.redactions]
    assert sum(int(said["RedactionCount"]) for said in lines) == len(boxes)
    expected = {(copy.endorsement.begin, DESCRIPTIONS[redaction.log_category]) for copy, redaction in boxes}
    logged = Counter((said["BegBates"], said["Description"]) for said in lines)
    assert logged == dict.fromkeys(expected, 1)
    assert [said["LogID"] for said in lines] == [f"VOL001-{n:04d}" for n in range(1, len(lines) + 1)]
    assert [said["BegBates"] for said in lines] == sorted(said["BegBates"] for said in lines)
