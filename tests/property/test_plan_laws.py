"""Whatever is withheld, however claims overlap: each glyph goes once, boxes are of one kind, text and boxes agree."""

from __future__ import annotations

from collections import Counter

from drawn_originals import decision_of, finding_of
from factories import document
from hypothesis import given
from hypothesis import strategies as st

from redactor.geometry import bounds, part_of_word
from redactor.model import Decision, Disposition, Document, Finding, FindingId, Span
from redactor.write import PagePlan, plan
from redactor.write.text import redacted_text

CATEGORIES = ("N1", "D1", "ID1")
WITHHOLDING = tuple(disposition for disposition in Disposition if disposition.withholds)

lines = st.lists(st.text(alphabet="abcdefg", min_size=1, max_size=6), min_size=1, max_size=5).map(" ".join)
texts = st.lists(lines, min_size=1, max_size=3).map("\n".join)


@st.composite
def withheld(draw: st.DrawFn) -> tuple[Document, dict[FindingId, Finding], dict[FindingId, Decision]]:
    """A page of words and any claims on it, some of which are produced."""
    drawn = document(draw(texts))
    length = len(drawn.passages[0].text)
    findings, decisions = {}, {}
    for number in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, length - 1))
        span = Span("p1", start, draw(st.integers(start + 1, length)))
        finding = finding_of(drawn, span, number)
        category = draw(st.sampled_from(CATEGORIES))
        disposition = draw(st.sampled_from(tuple(Disposition)))
        kept = () if disposition is Disposition.PRODUCE else (span,)
        findings[finding.id] = finding
        decisions[finding.id] = decision_of(
            finding, disposition=disposition, log_category=category, label=category, withheld=kept
        )
    return drawn, findings, decisions


def planned(case: tuple[Document, dict[FindingId, Finding], dict[FindingId, Decision]]) -> PagePlan:
    drawn, findings, decisions = case
    (only,) = plan(drawn, tuple(findings.values()), decisions)
    return only


def glyphs(drawn: Document) -> dict[int, tuple[float, float]]:
    """The middle of every glyph, by its offset."""
    middles = {}
    for word in drawn.passages[0].words:
        for offset in range(word.start, word.end):
            box = bounds(part_of_word(word, offset, offset + 1))
            middles[offset] = ((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2)
    return middles


def boxes_over(only: PagePlan, point: tuple[float, float]) -> int:
    areas = [bounds(box.quad) for box in only.redactions]
    return sum(r.x0 <= point[0] <= r.x1 and r.y0 <= point[1] <= r.y1 for r in areas)


@given(withheld())
def test_every_withheld_glyph_is_in_exactly_one_box_and_no_other_glyph_in_any(
    case: tuple[Document, dict[FindingId, Finding], dict[FindingId, Decision]],
) -> None:
    drawn, _, decisions = case
    only = planned(case)
    gone = {
        offset
        for decision in decisions.values()
        for span in decision.withheld
        for offset in range(span.start, span.end)
    }
    for offset, middle in glyphs(drawn).items():
        assert boxes_over(only, middle) == (offset in gone)


@given(withheld())
def test_a_box_has_the_category_of_the_decision_that_leads_it(
    case: tuple[Document, dict[FindingId, Finding], dict[FindingId, Decision]],
) -> None:
    _, _, decisions = case
    for box in planned(case).redactions:
        assert decisions[box.findings[0]].disposition in WITHHOLDING
        assert box.label == box.log_category == decisions[box.findings[0]].log_category
        assert len(set(box.findings)) == len(box.findings)


@given(withheld())
def test_the_text_loses_the_glyphs_that_the_boxes_take_and_blanks_between_them_only(
    case: tuple[Document, dict[FindingId, Finding], dict[FindingId, Decision]],
) -> None:
    drawn, _, decisions = case
    only = planned(case)
    text = drawn.passages[0].text
    gone = {
        offset
        for decision in decisions.values()
        for span in decision.withheld
        for offset in range(span.start, span.end)
    }
    taken = Counter(offset for start, end, _ in only.withheld for offset in range(start, end))
    assert all(count == 1 for count in taken.values())
    assert {offset for offset in taken if not text[offset].isspace()} == {o for o in gone if not text[o].isspace()}
    assert all(text[offset] == " " for offset in taken if text[offset].isspace())
    stays = "".join(letter for offset, letter in enumerate(text) if offset not in taken)
    (written,) = redacted_text(drawn, (only,))
    for label in CATEGORIES:
        written = written.replace(f"[{label}]", "")
    assert written == stays


@given(withheld())
def test_the_same_decisions_make_the_same_boxes(
    case: tuple[Document, dict[FindingId, Finding], dict[FindingId, Decision]],
) -> None:
    assert planned(case) == planned(case)
