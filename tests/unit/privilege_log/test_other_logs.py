"""The categorical log, the Vaughn index, the withholding statement, the released share; as JSON and Word files."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import date

import docx
import pytest
from log_factories import (
    BASES,
    NOW,
    RELIEF,
    SECRET,
    box,
    decision,
    document,
    document_id,
    finding,
    particulars,
    record,
    verified,
)

from redactor.geometry import quad_of
from redactor.model import BasisCode, Disposition, Document, LogCategory, Passage, Rect, Span, Word
from redactor.privilege_log import (
    CATEGORICAL_COLUMNS,
    Answer,
    Objection,
    Record,
    categorical_table,
    json_bytes,
    percent,
    releasable,
    share_table,
    shares_of,
    statement_docx,
    table_docx,
    total,
    vaughn_table,
    withholding_statement,
)


def volume() -> Record:
    """Two documents in part (a name and a fact of relief; a name), one in full."""
    return record(
        [
            verified(1, 1, 2, box("R1", 1, 1, "N1", "f1"), box("R2", 1, 2, "S1", "f2")),
            verified(2, 3, 1, box("R3", 2, 1, "N1", "f3")),
            verified(3, 4, 1, slip_sheet=True),
        ],
        [document(1, 2), document(2, 1), document(3, 4)],
        [finding("f1", 1), finding("f2", 1, "p2"), finding("f3", 2), finding("f4", 3)],
        [
            decision("f1", "N1", basis=("PO",)),
            decision("f2", "S1", basis=("1367",)),
            decision("f3", "N1", basis=("PO",)),
            decision("f4", "P1", Disposition.WITHHOLD, basis=("AC",)),
        ],
    )


def rows(table: object) -> list[dict[str, object]]:
    return list(json.loads(json_bytes(table)))  # type: ignore[arg-type]


def test_a_category_is_one_line_over_the_volume() -> None:
    name, *_ = rows(categorical_table(volume(), particulars()))
    assert tuple(name) == CATEGORICAL_COLUMNS
    assert (name["Category"], name["NumberOfDocuments"], name["NumberOfPages"], name["NumberOfRedactions"]) == (
        "N1",
        2,
        2,
        2,
    )
    assert name["DateRange"] == "2020-01"
    assert name["BatesRanges"] == "NYICE0000001-NYICE0000003"
    assert name["DocTypes"] == "I-213"


def test_redactions_add_up_to_the_boxes_of_the_volume() -> None:
    table = categorical_table(volume(), particulars())
    assert sum(int(str(row["NumberOfRedactions"])) for row in rows(table)) == 3


def many_with_a_fact(count: int) -> Record:
    """So many documents with one box over a fact of relief each."""
    places = range(1, count + 1)
    return record(
        [verified(n, n, 1, box(f"R{n}", n, 1, "S1", f"f{n}")) for n in places],
        [document(n, 1) for n in places],
        [finding(f"f{n}", n) for n in places],
        [decision(f"f{n}", "S1", basis=("1367",)) for n in places],
    )


TOLD = replace(particulars(), totals={LogCategory("S1"): "Existence of an application"})


def test_a_total_is_told_without_document_page_or_ground() -> None:
    *_, last = rows(categorical_table(many_with_a_fact(5), TOLD))
    assert str(last["Description"]).startswith("Existence of an application (volume total only")
    assert last["NumberOfRedactions"] == 5
    assert {last[column] for column in ("NumberOfDocuments", "NumberOfPages", "BatesRanges", "Basis", "DocTypes")} == {
        ""
    }


def test_a_total_over_a_few_documents_would_say_whose_it_is_and_is_not_told() -> None:
    assert "volume total only" not in repr(categorical_table(many_with_a_fact(4), TOLD))


def test_a_total_of_nothing_is_not_told() -> None:
    told = replace(particulars(), totals={LogCategory("S2"): "Existence of an application"})
    assert len(rows(categorical_table(volume(), told))) == len(rows(categorical_table(volume(), particulars())))


def test_no_log_holds_the_text_of_a_document() -> None:
    shares = {document_id(1): 0.5}
    for table in (
        categorical_table(volume(), particulars()),
        vaughn_table(volume(), particulars(), shares),
        share_table(volume()),
    ):
        assert SECRET not in json_bytes(table).decode()


def test_the_vaughn_index_has_every_document_and_says_how_it_was_released() -> None:
    foia = replace(particulars(), harms={BasisCode("AC"): "Candid advice would be chilled."})
    bare = record(
        [*volume().copies, verified(4, 5, 1)],
        [*volume().documents, document(4, 1)],
        volume().findings,
        volume().decisions,
    )
    table = rows(vaughn_table(bare, foia, {document_id(1): 0.25, document_id(2): 0.999}))
    assert [row["Disposition"] for row in table] == ["RIP", "RIP", "WIF", "RIF"]
    assert [row["Pages"] for row in table] == [2, 1, 4, 1]
    assert "25.0 %" in str(table[0]["SegregabilityStatement"])
    assert table[2]["JustificationHarm"] == "Candid advice would be chilled."
    assert table[3]["Exemptions"] == ""


ANSWER = Answer(
    "8",
    "All certifications of compliance.",
    date(2020, 1, 3),
    date(2020, 2, 3),
    (Objection(BasisCode("1367"), "The statute forbids disclosure."), Objection(BasisCode("ASYLUM"))),
)


def test_the_statement_says_of_each_objection_whether_anything_is_withheld_on_it() -> None:
    [stated] = withholding_statement(volume(), particulars(), [ANSWER]).answers
    relief, asylum = stated.stated
    assert (relief.documents, relief.boxes, relief.bates) == (1, 1, "NYICE0000001-NYICE0000002")
    assert relief.categories == (RELIEF,)
    assert (asylum.documents, asylum.boxes, asylum.bates) == (0, 0, "")


def test_a_group_that_is_cited_as_one_counts_for_its_members() -> None:
    grouped = replace(
        particulars({**BASES, BasisCode("RELIEF"): BASES[BasisCode("1367")]}),
        members={BasisCode("RELIEF"): (BasisCode("1367"), BasisCode("ASYLUM"))},
    )
    held = volume()
    held = replace(held, decisions=(*held.decisions, decision("f2", "S1", basis=("RELIEF",))))
    statement = withholding_statement(held, grouped, [ANSWER])
    assert [stated.documents for stated in statement.answers[0].stated] == [1, 1]
    assert BasisCode("RELIEF") not in {stated.authority for stated in statement.elsewhere}


def test_orders_and_agreements_are_stated_apart() -> None:
    statement = withholding_statement(volume(), particulars(), [ANSWER])
    assert [stated.authority for stated in statement.elsewhere] == ["Protective order", "Attorney-client privilege"]
    assert (statement.documents, statement.in_full) == (3, 1)


def word_page(text: str) -> Document:
    words, at = [], 0
    for number, word in enumerate(text.split()):
        start = text.index(word, at)
        at = start + len(word)
        words.append(Word(start, at, quad_of(Rect(0, 0, 1, 1)), (0.0, 1.0), number))
    return replace(document(1, 1), passages=(Passage("p1", text, 1, tuple(words)),))


def test_the_released_share_counts_words_that_no_box_touches() -> None:
    share = releasable(
        word_page("EJEMPLO MARIA was here"), (finding("f1", 1),), {decision("f1").finding: decision("f1")}
    )
    assert (share.words, share.released) == (4, 3)


def test_a_withheld_documents_share_is_what_would_be_left_if_only_the_part_were_covered() -> None:
    whole = decision("f1", "P1", Disposition.WITHHOLD)
    share = releasable(
        word_page("EJEMPLO MARIA was here"),
        (finding("f1", 1),),
        {whole.finding: replace(whole, withheld=(Span("p1", 0, 22),))},
    )
    assert share.part == 0.75


def test_a_slip_sheet_releases_nothing_and_the_volume_adds_up() -> None:
    one = word_page("EJEMPLO MARIA was here")
    held = record([verified(1, 1, 1, box("R1", 1, 1, "N1", "f1"))], [one], [finding("f1", 1)], [decision("f1")])
    assert total(shares_of(held)).part == 0.75
    slip = record([verified(1, 1, 1, slip_sheet=True)], [one], [finding("f1", 1)], [decision("f1")])
    assert total(shares_of(slip)).part == 0.0


@pytest.mark.parametrize(("part", "said"), [(1.0, "100.0 %"), (0.0, "0.0 %"), (0.99999, "99.9 %"), (0.000001, "0.1 %")])
def test_a_part_is_never_rounded_up_to_all(part: float, said: str) -> None:
    assert percent(part) == said


def texts(data: bytes) -> str:
    paper = docx.Document(io.BytesIO(data))
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in paper.paragraphs), *cells])


def test_the_statement_reads_as_counsel_would_file_it() -> None:
    statement = withholding_statement(volume(), particulars(), [ANSWER])
    said = texts(statement_docx(statement, "State of Example v. Example Agency", "00-cv-0000", "S.D.N.Y.", NOW))
    assert "Request for Production No. 8" in said
    assert "(served January 3, 2020; response of February 3, 2020)" in said
    assert (
        "8 U.S.C. § 1367(a)(2). The statute forbids disclosure. Responsive materials are being withheld on the basis"
        in said
    )
    assert "8 C.F.R. § 208.6. Responsive materials are not being withheld on the basis of this objection." in said
    assert "2 of 3 documents are produced" in said


def test_word_files_are_the_same_each_time_and_name_no_machine() -> None:
    table = categorical_table(volume(), particulars())
    first = table_docx(table, ("Category", "Description"), NOW)
    assert first == table_docx(table, ("Category", "Description"), NOW)
    assert "Name or alias of a noncitizen" in texts(first)
    properties = docx.Document(io.BytesIO(first)).core_properties
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")
    assert properties.created is not None and properties.created.replace(tzinfo=None) == NOW.replace(tzinfo=None)
