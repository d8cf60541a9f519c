"""Which glyphs go, and which box covers them."""

from __future__ import annotations

from pathlib import Path

from drawn_originals import array, decision_of, drawn, finding_of, read, spans_of, words
from pikepdf import Dictionary, Name

from redactor.geometry import bounds
from redactor.model import Disposition, Document, Span
from redactor.write import plan
from redactor.write.text import redacted_text


def page(tmp_path: Path, *lines: str) -> Document:
    return read(drawn(b"".join(words(72, 72 + 16 * n, line) for n, line in enumerate(lines))), tmp_path)


def test_neighbours_of_one_category_share_a_box(tmp_path: Path) -> None:
    document = page(tmp_path, "Seen: Marisol Quintanilla at noon")
    findings = [
        finding_of(document, spans_of(document, name)[0], n) for n, name in enumerate(("Marisol", "Quintanilla"))
    ]
    (only,) = plan(document, findings, {f.id: decision_of(f) for f in findings})
    assert [redaction.findings for redaction in only.redactions] == [("f0", "f1")]


def test_a_box_has_one_category(tmp_path: Path) -> None:
    document = page(tmp_path, "Marisol 03/14/1985")
    name, day = (
        finding_of(document, spans_of(document, text)[0], n) for n, text in enumerate(("Marisol", "03/14/1985"))
    )
    decisions = {name.id: decision_of(name), day.id: decision_of(day, log_category="D1")}
    (only,) = plan(document, [name, day], decisions)
    assert [redaction.log_category for redaction in only.redactions] == ["N1", "D1"]
    left, right = (bounds(redaction.quad) for redaction in only.redactions)
    assert left.x1 < right.x0


def test_a_value_over_a_line_end_has_a_box_on_each_line(tmp_path: Path) -> None:
    document = page(tmp_path, "served on Marisol", "Quintanilla today")
    finding = finding_of(document, spans_of(document, "Marisol\nQuintanilla")[0])
    (only,) = plan(document, [finding], {finding.id: decision_of(finding)})
    assert len(only.redactions) == 2


def test_where_two_findings_claim_a_glyph_the_more_final_has_it(tmp_path: Path) -> None:
    document = page(tmp_path, "Marisol Quintanilla")
    whole, part = (
        finding_of(document, spans_of(document, t)[0], n) for n, t in enumerate(("Marisol Quintanilla", "Marisol"))
    )
    decisions = {
        whole.id: decision_of(whole, disposition=Disposition.REFER, log_category="R1"),
        part.id: decision_of(part),
    }
    (only,) = plan(document, [whole, part], decisions)
    assert [(r.log_category, r.findings) for r in only.redactions] == [("N1", ("f1", "f0")), ("R1", ("f0",))]


def test_what_is_produced_has_no_box(tmp_path: Path) -> None:
    document = page(tmp_path, "Marisol")
    finding = finding_of(document, spans_of(document, "Marisol")[0])
    (only,) = plan(document, [finding], {finding.id: decision_of(finding, disposition=Disposition.PRODUCE)})
    assert (only.redactions, only.withheld) == ((), ())


def test_a_line_found_only_in_the_order_of_the_stream_is_covered(tmp_path: Path) -> None:
    columns = words(72, 72, "He met") + words(72, 86, "Marisol") + words(300, 72, "The end") + words(300, 86, "of it")
    document = read(drawn(columns), tmp_path)
    stream = document.passage("p1/stream")
    at = stream.text.index("met\nMarisol")
    finding = finding_of(document, Span("p1/stream", at, at + len("met\nMarisol")))
    plans = plan(document, [finding], {finding.id: decision_of(finding, label="GONE")})
    assert len(plans[0].redactions) == 2
    assert redacted_text(document, plans) == ("He [GONE] The end\n[GONE] of it\n",)


def test_words_under_a_withheld_region_go_out_of_the_text_with_it_and_have_no_box_of_their_own(tmp_path: Path) -> None:
    def mark(_: object, page: object) -> None:
        page.obj.Annots = array(Dictionary(Type=Name.Annot, Subtype=Name.Redact, Rect=array(100, 715, 170, 732)))  # type: ignore[attr-defined]

    document = read(drawn(words(72, 72, "Seen: Marisol at noon"), change=mark), tmp_path)  # type: ignore[arg-type]
    region = finding_of(document, Span("p1/mark:1", 0, 0))
    name = finding_of(document, spans_of(document, "Marisol")[0], 1)
    decisions = {region.id: decision_of(region, label="MARKED"), name.id: decision_of(name)}
    plans = plan(document, [region, name], decisions)
    (box,) = plans[0].redactions
    assert box.findings == ("f0", "f1")
    assert redacted_text(document, plans)[0].startswith("Seen: [MARKED]")
    assert "Marisol" not in redacted_text(document, plans)[0]


def test_a_region_that_two_findings_claim_has_one_box(tmp_path: Path) -> None:
    def mark(_: object, page: object) -> None:
        page.obj.Annots = array(Dictionary(Type=Name.Annot, Subtype=Name.Redact, Rect=array(100, 715, 170, 732)))  # type: ignore[attr-defined]

    document = read(drawn(words(72, 400, "Nothing there"), change=mark), tmp_path)  # type: ignore[arg-type]
    findings = [finding_of(document, Span("p1/mark:1", 0, 0), n) for n in range(2)]
    (only,) = plan(document, findings, {f.id: decision_of(f) for f in findings})
    assert [box.findings for box in only.redactions] == [("f0", "f1")]
