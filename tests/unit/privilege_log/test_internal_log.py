from __future__ import annotations

import pytest
from log_factories import SECRET, box, decision, document, finding, record, verified

from redactor.errors import VolumeVerificationError
from redactor.model import Category, Disposition
from redactor.privilege_log import BOX_COLUMNS, DECISION_COLUMNS, Record, Table, box_table, decision_table


def rows(table: Table) -> list[dict[str, str | int | float]]:
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


def volume() -> Record:
    """A box over a name and a number, a title that goes with the metadata, a produced officer, and a held document."""
    return record(
        [verified(1, 7, 3, box("R1", 1, 2, "N1", "f1", "f2"))],
        [document(1), document(2)],
        [
            finding("f1", 1, "p2"),
            finding("f2", 1, "p2", Category.A_NUMBER),
            finding("f3", 1, "meta:Title"),
            finding("f4", 1, "p3"),
            finding("f5", 2),
        ],
        [
            decision("f1", basis=("PO", "1367")),
            decision("f2", "ID1"),
            decision("f3", passage="meta:Title"),
            decision("f4", disposition=Disposition.PRODUCE),
        ],
    )


def test_a_box_has_one_row_with_everyone_who_answers_for_it() -> None:
    first = rows(box_table(volume()))[0]
    assert tuple(first) == BOX_COLUMNS
    assert (first["RedactionID"], first["BatesPage"], first["Page"]) == ("R1", "NYICE0000008", 2)
    assert (first["x0"], first["y0"], first["x1"], first["y1"]) == (72, 96, 180.12, 110)
    assert first["FindingIDs"] == "f1; f2"
    assert first["Categories"] == "PERSON_NAME; A_NUMBER"
    assert first["Basis"] == "PO; 1367"
    assert first["Protection"] == "pending"
    assert first["ValueHash"] == "hmac-f1; hmac-f2"
    assert first["Time"] == "2026-01-05T12:00:00+00:00"
    assert (first["SourceSHA256"], first["OutputSHA256"]) == (document(1).id, "f" * 64)


def test_text_off_the_page_is_logged_as_gone_with_what_carried_it() -> None:
    title = rows(box_table(volume()))[1]
    assert (title["FindingIDs"], title["Treatment"]) == ("f3", "removed with off-page content")
    assert (title["RedactionID"], title["Page"], title["x0"], title["BatesPage"]) == ("", "", "", "")


def test_produced_findings_and_held_documents_have_no_row_among_the_boxes() -> None:
    assert [row["FindingIDs"] for row in rows(box_table(volume()))] == ["f1; f2", "f3"]


def test_a_withheld_finding_on_the_page_without_a_box_is_called_out() -> None:
    bare = record([verified(1, 1, 3)], [document(1)], [finding("f1", 1, "p2")], [decision("f1")])
    (row,) = rows(box_table(bare))
    assert row["Treatment"] == "on the page and without a box: look at the copy"
    assert (row["Page"], row["BatesPage"]) == (2, "NYICE0000002")


def test_findings_of_a_document_withheld_in_full_went_with_it() -> None:
    slip = record(
        [verified(1, 1, 1, slip_sheet=True)],
        [document(1)],
        [finding("f1", 1, "p3")],
        [decision("f1", disposition=Disposition.WITHHOLD)],
    )
    (row,) = rows(box_table(slip))
    assert (row["Treatment"], row["BatesPage"]) == ("withheld with the whole document", "NYICE0000001")


def test_a_box_over_an_image_says_so() -> None:
    picture = record(
        [verified(1, 1, 3, box("R1", 1, 1, "N1", "f1", image=True))],
        [document(1)],
        [finding("f1", 1)],
        [decision("f1")],
    )
    assert rows(box_table(picture))[0]["Treatment"] == "box over image"


@pytest.mark.parametrize("findings", [(), ("f9",)])
def test_a_box_without_a_decision_stops_the_log(findings: tuple[str, ...]) -> None:
    orphan = record([verified(1, 1, 3, box("R1", 1, 1, "N1", *findings))], [document(1)], [], [])
    with pytest.raises(VolumeVerificationError, match="R1"):
        box_table(orphan)


def test_every_finding_stands_in_the_decision_table_once() -> None:
    table = rows(decision_table(volume()))
    assert tuple(table[0]) == DECISION_COLUMNS
    assert [row["FindingID"] for row in table] == ["f1", "f2", "f3", "f4", "f5"]
    assert [row["Disposition"] for row in table] == ["redact", "redact", "redact", "produce", "undecided"]
    assert [row["RedactionIDs"] for row in table] == ["R1", "R1", "", "", ""]
    assert [row["BatesPage"] for row in table] == ["NYICE0000008", "NYICE0000008", "", "NYICE0000009", ""]
    assert table[0]["Withheld"] == "p1:0-7"


def test_neither_table_holds_text_of_a_document() -> None:
    assert SECRET not in repr(box_table(volume())) + repr(decision_table(volume()))
