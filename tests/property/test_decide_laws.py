"""Laws of the decision stage, over findings of every kind."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from redactor.decide import ENDED_NOTE, Circumstances, authorities, decide, load_packs, with_groups
from redactor.decide.generalise import withheld_parts
from redactor.decide.grounds import ENDED
from redactor.decide.pack import Extent, Precision
from redactor.model import (
    Basis,
    Category,
    Decision,
    Detection,
    Disposition,
    Document,
    DocumentId,
    Finding,
    FindingId,
    Passage,
    ProtectionStatus,
    Role,
    Span,
)

PACKS = load_packs(["section-1367"])
NOW = datetime(2020, 2, 12, tzinfo=UTC)
TEXT = (
    "On January 21, 2020 at 0935 hours Maria Ejemplo, born 03/14/1991, A200 123 456; 21 de enero de 2020, 2020-01-21."
)
IDS = (DocumentId("a" * 64), DocumentId("b" * 64))
DOCUMENTS = {
    name: Document(name, (), (Passage("p1", TEXT, 1), Passage("meta:Title", TEXT)), Path("f.pdf"), doc_type=doc_type)
    for name, doc_type in zip(IDS, ("Document", "Arrest log"), strict=True)
}
AWAY_FROM_PEOPLE = {
    *(Category.OCCUPATION, Category.ORGANISATION, Category.PLACE, Category.DEMOGRAPHIC, Category.FAMILY),
    *(Category.PERIOD, Category.QUANTITY, Category.UNEXPLAINED, Category.COMMON_WORD),
}
"""What identifies only beside a person, and is produced where no protected person is near."""
WHOLE_SENTENCES = {
    f"rule:{pack.id}/{rule.id}" for pack in PACKS for rule in pack.rules if rule.extent is Extent.SENTENCE
}


@st.composite
def findings(draw: st.DrawFn) -> list[Finding]:
    found: dict[FindingId, Finding] = {}
    for _ in range(draw(st.integers(0, 12))):
        document = draw(st.sampled_from(IDS))
        start = draw(st.integers(0, len(TEXT) - 1))
        span = Span(draw(st.sampled_from(["p1", "meta:Title", "p7"])), start, draw(st.integers(start + 1, len(TEXT))))
        category = draw(st.sampled_from(Category))
        role, protection = draw(st.sampled_from(Role)), draw(st.sampled_from(ProtectionStatus))
        claim = Detection(document, span, category, draw(st.floats(0, 1)), "test", "as drawn")
        name = FindingId(f"{document[0]}/{span.passage}/{span.start}-{span.end}/{category}")
        found[name] = Finding(name, document, span, category, (claim,), "", role, None, protection)
    return list(found.values())


@st.composite
def circumstances(draw: st.DrawFn) -> Circumstances:
    codes = authorities(PACKS)
    asserted = draw(st.sets(st.sampled_from(sorted(codes))))
    single = {code: Basis(code, text, "ECF 68" if code in asserted else None) for code, text in codes.items()}
    profile = draw(st.sampled_from(PACKS[0].profiles))
    return Circumstances(profile, draw(st.booleans()), with_groups(PACKS, single))


def decided(found: list[Finding], facts: Circumstances) -> tuple[Decision, ...]:
    return decide(found, DOCUMENTS, PACKS, facts, now=NOW)


@given(findings(), circumstances())
def test_every_finding_gets_exactly_one_decision_in_order(found: list[Finding], facts: Circumstances) -> None:
    assert [decision.finding for decision in decided(found, facts)] == [finding.id for finding in found]


@given(findings(), circumstances(), st.randoms(use_true_random=False))
def test_the_order_of_findings_changes_no_decision(found: list[Finding], facts: Circumstances, random: object) -> None:
    shuffled = list(found)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert {d.finding: d for d in decided(found, facts)} == {d.finding: d for d in decided(shuffled, facts)}


@given(findings(), circumstances())
def test_withheld_spans_lie_inside_their_finding_in_order_and_apart(found: list[Finding], facts: Circumstances) -> None:
    for finding, decision in zip(found, decided(found, facts), strict=True):
        if decision.actor in WHOLE_SENTENCES:
            continue
        at = finding.span.start
        for span in decision.withheld:
            assert span.passage == finding.span.passage
            assert at <= span.start < span.end <= finding.span.end
            at = span.end


@given(findings(), circumstances())
def test_what_is_withheld_has_spans_a_basis_and_a_label_and_what_is_produced_has_none(
    found: list[Finding], facts: Circumstances
) -> None:
    for decision in decided(found, facts):
        parts = (bool(decision.withheld), bool(decision.basis), bool(decision.label))
        assert parts == (decision.disposition.withholds,) * 3


@given(findings(), circumstances())
def test_whole_redactions_and_referrals_cover_the_whole_finding(found: list[Finding], facts: Circumstances) -> None:
    whole = (Disposition.REDACT, Disposition.REFER, Disposition.WITHHOLD)
    for finding, decision in zip(found, decided(found, facts), strict=True):
        if decision.disposition in whole and decision.actor not in WHOLE_SENTENCES:
            assert decision.withheld == (finding.span,)


@given(findings(), circumstances())
def test_a_withheld_sentence_holds_its_finding_and_lies_in_the_passage(
    found: list[Finding], facts: Circumstances
) -> None:
    for finding, decision in zip(found, decided(found, facts), strict=True):
        if decision.actor in WHOLE_SENTENCES and decision.withheld:
            (span,) = decision.withheld
            assert span.passage == finding.span.passage
            assert 0 <= span.start <= finding.span.start < finding.span.end <= max(span.end, finding.span.end)
            assert span.passage == "p7" or span.end <= len(TEXT)


@given(findings(), circumstances())
def test_a_person_of_unknown_role_or_protection_is_never_produced(found: list[Finding], facts: Circumstances) -> None:
    record = {Category.BATES_NUMBER, Category.ACTION_DOCKET, Category.CASE_NAME, Category.COURTHOUSE, Category.SEX}
    dates = {c for c in Category if c.endswith("_DATE")}
    for finding, decision in zip(found, decided(found, facts), strict=True):
        ended = decision.note == ENDED_NOTE
        assert not ended or finding.protection in ENDED
        if finding.role is Role.UNKNOWN and finding.category not in record | dates | AWAY_FROM_PEOPLE and not ended:
            assert decision.disposition is not Disposition.PRODUCE


@given(findings(), circumstances(), st.sampled_from(Category))
def test_a_text_that_cannot_be_read_is_never_produced(
    found: list[Finding], facts: Circumstances, category: Category
) -> None:
    record = {Category.BATES_NUMBER, Category.ACTION_DOCKET, Category.CASE_NAME, Category.COURTHOUSE, Category.SEX}
    for finding, decision in zip(found, decided(found, facts), strict=True):
        ended = decision.note == ENDED_NOTE
        asked = finding.role is Role.UNKNOWN and finding.category not in record | AWAY_FROM_PEOPLE and not ended
        if finding.span.passage == "p7" and asked:
            assert decision.withheld == (finding.span,)


@settings(max_examples=300)
@given(st.text(max_size=30) | st.from_regex(r"[A-Z][a-z]{2} ?[0-9]{1,2}[,/.\- ]{1,2}[0-9]{2,4}", fullmatch=True))
def test_any_text_is_generalised_into_parts_of_itself(text: str) -> None:
    for how in Precision:
        at = 0
        for start, end in withheld_parts(text, how) if text else ():
            assert at <= start < end <= len(text)
            at = end


@given(
    st.dates(date(1900, 1, 1), date(2099, 12, 31)),
    st.sampled_from(["%B %d, %Y", "%m/%d/%Y", "%Y-%m-%d", "%Y%m%d", "%d %b %Y", "%A, %B %d, %Y", "%d-%b-%Y"]),
)
def test_no_day_of_the_month_survives_in_any_spelling(day: object, spelling: str) -> None:
    text = day.strftime(spelling)  # type: ignore[attr-defined]
    shown = text
    for start, end in reversed(withheld_parts(text, Precision.MONTH_AND_YEAR)):
        shown = shown[:start] + shown[end:]
    other = day.replace(day=day.day % 28 + 1).strftime(spelling)  # type: ignore[attr-defined]
    shown_other = other
    for start, end in reversed(withheld_parts(other, Precision.MONTH_AND_YEAR)):
        shown_other = shown_other[:start] + shown_other[end:]
    assert shown == shown_other
