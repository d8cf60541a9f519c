"""What a browser sends is parsed once, and what does not parse is refused without being repeated."""

from __future__ import annotations

import pytest
from starlette.datastructures import FormData, QueryParams

from redactor.model import BasisCode, Category, Disposition, Rect
from redactor.review.records import Filter, State, Why
from redactor.web.forms import FormError, area_of, back_of, choice_of, filter_of, filter_query, seen_of

FINDING = "0123456789abcdef0123"


def test_each_finding_comes_with_the_version_that_was_seen() -> None:
    form = FormData([("seen", f"{FINDING}:7"), ("seen", "abc:12")])
    assert seen_of(form) == ((FINDING, 7), ("abc", 12))


@pytest.mark.parametrize("sent", ["", "abc", "abc:", "abc:x", "../etc:1", "abc:1:2", "a b:1"])
def test_a_finding_named_wrongly_is_refused_and_not_repeated(sent: str) -> None:
    with pytest.raises(FormError) as refused:
        seen_of(FormData([("seen", sent)]))
    assert not sent or sent not in str(refused.value)


def test_a_choice_without_category_and_basis_keeps_what_stands() -> None:
    choice = choice_of(FormData([("category", "keep"), ("reason", " why ")]), Disposition.REDACT)
    assert (choice.category, choice.basis, choice.reason) == (None, None, "why")


def test_boxes_that_were_all_unchecked_are_a_choice_of_no_basis() -> None:
    assert choice_of(FormData([("bases", "1")]), Disposition.REDACT).basis == ()
    assert choice_of(FormData([("bases", "1"), ("basis", "PO")]), Disposition.REDACT).basis == (BasisCode("PO"),)


def test_producing_needs_a_reason_that_is_more_than_blanks() -> None:
    with pytest.raises(FormError, match="needs a reason"):
        choice_of(FormData([("reason", "   ")]), Disposition.PRODUCE)


@pytest.mark.parametrize(
    "wanted",
    [
        Filter(),
        Filter(states=frozenset({State.AWAITS_SECOND}), whys=frozenset({Why.QC_SAMPLE, Why.IMAGE})),
        Filter(categories=frozenset({Category.A_NUMBER}), assigned="Ravi Reviewer", group="ab12", context="cd34"),
        Filter(vanished=True),
    ],
)
def test_a_filter_survives_its_way_through_a_url(wanted: Filter) -> None:
    assert filter_of(QueryParams(filter_query(wanted))) == wanted


@pytest.mark.parametrize("said", ["awaits second reader", "awaits-second-reader", "AWAITS_SECOND"])
def test_a_state_is_understood_as_value_slug_and_name(said: str) -> None:
    assert filter_of(QueryParams([("state", said)])).states == {State.AWAITS_SECOND}


@pytest.mark.parametrize(
    "query", [[("state", "open")], [("category", "SECRET")], [("group", "a/b")], [("document", "x")]]
)
def test_a_filter_that_names_something_wrongly_is_an_error_and_never_everything(query: list[tuple[str, str]]) -> None:
    with pytest.raises(FormError):
        filter_of(QueryParams(query))


@pytest.mark.parametrize(
    "back", ["//elsewhere.example.org", "https://elsewhere.example.org", "/\\elsewhere", "javascript:x", ""]
)
def test_no_form_leads_to_another_site(back: str) -> None:
    assert back_of(FormData([("back", back)]), "/queue") == "/queue"


def test_a_box_is_kept_within_its_page_whichever_corner_came_first() -> None:
    form = FormData([("x0", "700"), ("y0", "50"), ("x1", "100"), ("y1", "-5")])
    assert area_of(form, 612, 792) == Rect(100, 0, 612, 50)


@pytest.mark.parametrize("x1", ["10.5", "nan", "inf", "wide", ""])
def test_a_box_without_a_size_is_refused(x1: str) -> None:
    form = FormData([("x0", "10"), ("y0", "10"), ("x1", x1), ("y1", "30")])
    if x1 == "inf":
        assert area_of(form, 612, 792).x1 == 612
        return
    with pytest.raises(FormError):
        area_of(form, 612, 792)


def test_control_characters_do_not_reach_the_ledger() -> None:
    assert choice_of(FormData([("reason", "a\x00 re\x1bason\n")]), Disposition.REDACT).reason == "a reason"
