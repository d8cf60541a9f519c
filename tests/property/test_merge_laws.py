"""Laws of merging: blind to order, loses no claim, and no two findings of one category overlap."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from factories import KEY, document, document_id, merged, page_text, registry, roster
from hypothesis import given, settings
from hypothesis import strategies as st

from redactor.model import Category, Detection, Role, Span
from redactor.resolve import findings_of
from redactor.resolve.propagation import Hit

TEXT = "Wen Muster Okafor met Rosa Lee\nin Freedonia on May 3, A200 555 111\tFreedonia Rosa\n"
PAGE = document(TEXT, TEXT, more=[page_text(TEXT, "p1/stream"), page_text("MUSTER, Wen", "field:Name", 1)])
EVERYBODY = roster("MUSTER, Wen")
CATEGORIES = (Category.PERSON_NAME, Category.NATIONALITY, Category.A_NUMBER, Category.CASE_NAME)


@st.composite
def claims(draw: st.DrawFn) -> Detection:
    passage = draw(st.sampled_from([each for each in PAGE.passages if each.text]))
    start = draw(st.integers(0, len(passage.text) - 1))
    end = draw(st.integers(start + 1, min(len(passage.text), start + 30)))
    return Detection(
        document=document_id(1),
        span=Span(passage.address, start, end),
        category=draw(st.sampled_from(CATEGORIES)),
        score=draw(st.sampled_from([0.4, 0.5, 0.8, 0.85, 0.95])),
        recognizer=draw(st.sampled_from(["one", "other"])),
        reason="as the test says",
        role=draw(st.sampled_from([None, Role.SUBJECT, Role.OFFICER, Role.WITNESS, Role.UNKNOWN])),
    )


def glyphs(span: Span) -> set[tuple[str, int]]:
    """Where on its page each letter of a span stands; both orders of page 1 are typed alike here."""
    text = PAGE.passage(span.passage).text
    places = [offset for offset in range(span.start, span.end) if not text[offset].isspace()]
    return {(span.passage.removesuffix("/stream"), offset) for offset in places}


@settings(max_examples=60, deadline=None)
@given(st.lists(claims(), max_size=12), st.randoms(use_true_random=False))
def test_findings_do_not_depend_on_the_order_of_claims(found: list[Detection], chance: object) -> None:
    shuffled = sorted(found, key=lambda _: chance.random())  # type: ignore[attr-defined]
    assert merged(PAGE, found, EVERYBODY) == merged(PAGE, shuffled, EVERYBODY)


@settings(max_examples=60, deadline=None)
@given(st.lists(claims(), max_size=12))
def test_findings_do_not_change_when_a_claim_is_made_twice(found: list[Detection]) -> None:
    assert merged(PAGE, [*found, *found]) == merged(PAGE, found)


@settings(max_examples=60, deadline=None)
@given(st.lists(claims(), max_size=12))
def test_every_claim_is_behind_a_finding_that_covers_it(found: list[Detection]) -> None:
    findings = merged(PAGE, found, EVERYBODY)
    for claim in found:
        holders = [each for each in findings if claim in each.detections]
        assert len(holders) == 1
        assert holders[0].category is claim.category
        assert glyphs(claim.span) <= glyphs(holders[0].span)


@settings(max_examples=60, deadline=None)
@given(st.lists(claims(), max_size=12))
def test_findings_of_one_category_never_overlap_in_a_passage(found: list[Detection]) -> None:
    findings = merged(PAGE, found, EVERYBODY)
    for one, following in pairwise(findings):
        assert one.span <= following.span
    for category in CATEGORIES:
        spans = [each.span for each in findings if each.category is category]
        for before, after in pairwise(spans):
            assert before.passage != after.passage or before.end <= after.start


@settings(max_examples=60, deadline=None)
@given(st.lists(claims(), max_size=12))
def test_ids_are_unique_and_follow_from_the_place(found: list[Detection]) -> None:
    findings = merged(PAGE, found, EVERYBODY)
    assert len({each.id for each in findings}) == len(findings)
    again = {(each.span, each.category): each.id for each in merged(PAGE, found[::-1])}
    assert all(again.get((each.span, each.category), each.id) == each.id for each in findings)


@settings(max_examples=60, deadline=None)
@given(st.lists(claims(), min_size=1, max_size=8))
def test_a_hit_of_the_second_pass_is_kept_like_a_claim(found: Sequence[Detection]) -> None:
    everybody = registry()
    as_hits = [Hit(claim, None) for claim in found]
    from_hits = findings_of(PAGE, [], as_hits, everybody, KEY)
    assert all(any(claim in each.detections for each in from_hits) for claim in found)


@settings(max_examples=60, deadline=None)
@given(st.lists(claims(), max_size=8), claims())
def test_one_more_claim_uncovers_nothing(found: list[Detection], more: Detection) -> None:
    def covered(claimed: Sequence[Detection]) -> set[tuple[Category, str, int]]:
        return {(f.category, *place) for f in merged(PAGE, claimed) for place in glyphs(f.span)}

    assert covered(found) <= covered([*found, more])
