"""The review pages as a client sees them: what they refuse, what they never say, where they lead."""

from __future__ import annotations

import re
from urllib.parse import unquote_plus

import pytest
from desk import FakeDesk
from review_server import review_app
from review_tab import found, place_of
from starlette.testclient import TestClient

from redactor.model import Category, Disposition
from redactor.review.records import Item, State

NOBODY = "f" * 64
SECRETS = ("uintanilla", "200-555-123", "03/14/1985", "Larkspur", "555-0142")


@pytest.fixture
def desk() -> FakeDesk:
    return FakeDesk()


@pytest.fixture
def client(desk: FakeDesk) -> TestClient:
    return TestClient(review_app(desk), follow_redirects=False)


def _seen(*items: Item) -> list[str]:
    return [f"{item.finding}:{item.version}" for item in items]


@pytest.mark.parametrize(
    "path",
    [
        f"/documents/{NOBODY}/pages/1",
        f"/documents/{NOBODY}/pages/1/picture",
        "/documents/..%2F..%2Fetc/pages/1",
        "/documents/short/pages/1",
        "/queue?state=nonsense",
        "/next?after=no.such.finding",
    ],
)
def test_what_there_is_not_is_answered_with_what_to_do_next(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "Traceback" not in answer.text


@pytest.mark.parametrize("number", ["0", "99", "-1", "one"])
def test_a_page_that_a_document_does_not_have_is_not_found(client: TestClient, desk: FakeDesk, number: str) -> None:
    item = found(desk, Category.AGE)
    assert client.get(f"/documents/{item.document}/pages/{number}").status_code == 404


@pytest.mark.parametrize("dpi", ["1", "145", "10000", "x"])
def test_pictures_come_in_a_few_resolutions_only(client: TestClient, desk: FakeDesk, dpi: str) -> None:
    item = found(desk, Category.AGE)
    assert client.get(f"/documents/{item.document}/pages/1/picture?dpi={dpi}").status_code == 404


def test_nothing_that_shows_the_matter_may_be_kept_by_a_cache(client: TestClient, desk: FakeDesk) -> None:
    place = place_of(found(desk, Category.AGE))
    page = place.partition("?")[0]
    for path in (
        place,
        "/queue",
        "/documents",
        "/sample",
        "/release",
        f"{page}/picture",
        f"{page}/preview",
        "/next",
        "/",
    ):
        assert client.get(path).headers["cache-control"] == "no-store", path
    assert client.post("/search", data={"words": "Quintanilla"}).headers["cache-control"] == "no-store"


def test_no_address_and_no_title_holds_what_was_found(client: TestClient, desk: FakeDesk) -> None:
    pages = [client.get(place_of(found(desk, category))) for category in (Category.PERSON_NAME, Category.A_NUMBER)]
    pages += [client.get("/queue"), client.get("/documents"), client.post("/search", data={"words": "Quintanilla"})]
    for page in pages:
        said = re.findall(r'(?:href|action|src|id)="([^"]*)"', page.text) + re.findall(
            r"<title>(.*?)</title>", page.text
        )
        assert said
        assert not [one for one in map(unquote_plus, said) if any(secret in one for secret in SECRETS)]


def test_a_finding_leads_to_the_page_on_which_it_stands(client: TestClient, desk: FakeDesk) -> None:
    item = found(desk, Category.DOCKET_NUMBER, page=2)
    answer = client.get(f"/documents/{item.document}/pages/1?finding={item.finding}")
    assert (answer.status_code, answer.headers["location"]) == (303, place_of(item))


def test_a_page_number_beyond_the_end_leads_to_the_last_page(client: TestClient, desk: FakeDesk) -> None:
    item = found(desk, Category.AGE)
    answer = client.get(f"/documents/{item.document}/pages?number=500")
    assert answer.headers["location"] == f"/documents/{item.document}/pages/3"


def test_a_decision_on_an_older_version_is_a_conflict_that_keeps_what_was_typed(
    client: TestClient, desk: FakeDesk
) -> None:
    item = found(desk, Category.AGE)
    form = {
        "document": item.document,
        "page": "1",
        "selected": item.finding,
        "disposition": "produce",
        "reason": "a <b>",
    }
    answer = client.post("/decide", data={**form, "seen": f"{item.finding}:999"})
    assert answer.status_code == 409
    assert 'value="a &lt;b&gt;"' in answer.text
    assert "Somebody decided in the meantime" in answer.text
    assert desk.item(item.finding).state is State.UNDECIDED


def test_a_production_without_a_reason_is_refused_by_the_server_too(client: TestClient, desk: FakeDesk) -> None:
    item = found(desk, Category.AGE)
    form = {"document": item.document, "page": "1", "seen": _seen(item), "disposition": "produce", "reason": " "}
    answer = client.post("/decide", data=form)
    assert answer.status_code == 422
    assert desk.item(item.finding).state is State.UNDECIDED


def test_there_is_nothing_to_accept_where_a_rule_only_refers(client: TestClient, desk: FakeDesk) -> None:
    items = found(desk, Category.PERSON_NAME), found(desk, Category.AGE)
    answer = client.post("/decide", data={"seen": _seen(*items), "disposition": "accept"})
    assert answer.status_code == 422
    assert {desk.item(item.finding).state for item in items} == {State.PROPOSED, State.UNDECIDED}


def test_accepting_many_writes_none_where_one_has_moved_on(client: TestClient, desk: FakeDesk) -> None:
    first, second = found(desk, Category.COURTHOUSE), found(desk, Category.PHONE)
    answer = client.post("/decide", data={"seen": [*_seen(first), f"{second.finding}:999"], "disposition": "accept"})
    assert answer.status_code == 409
    assert desk.item(first.finding).state is State.PROPOSED


def test_a_read_only_reviewer_cannot_decide_by_hand_made_requests(client: TestClient, desk: FakeDesk) -> None:
    item = found(desk, Category.AGE)
    client.cookies.set("reviewer", "lena")
    place = {"document": item.document, "page": "1"}
    for path, form in (
        ("/decide", {**place, "seen": _seen(item), "disposition": "redact"}),
        ("/undo", {**place, "seen": _seen(item)}),
        ("/draw", {**place, "x0": "1", "y0": "1", "x1": "50", "y1": "50"}),
        ("/documents/assign", {"document": item.document, "to": "Lena Looker"}),
        ("/sample/draw", {"size": "2"}),
    ):
        assert client.post(path, data=form).status_code == 403, path
    assert desk.item(item.finding).state is State.UNDECIDED


def test_nobody_who_is_not_signed_in_sees_anything(client: TestClient, desk: FakeDesk) -> None:
    client.cookies.set("reviewer", "nobody")
    page = place_of(found(desk, Category.AGE)).partition("?")[0]
    for path in (
        "/",
        page,
        f"{page}/picture",
        f"{page}/preview",
        "/queue",
        "/documents",
        "/search",
        "/sample",
        "/release",
    ):
        answer = client.get(path)
        assert answer.status_code == 403, path
        assert not any(secret in answer.text for secret in SECRETS)


def test_every_page_that_leaves_is_in_the_trail_once_and_not_for_every_key(client: TestClient, desk: FakeDesk) -> None:
    place = place_of(found(desk, Category.AGE))
    for path in (place, place, place.partition("?")[0] + "/picture"):
        client.get(path)
    document = found(desk, Category.AGE).document
    assert desk.views == [("Ada Attorney", document, 1)]
    client.cookies.set("reviewer", "ravi")
    client.get(place.partition("?")[0] + "/picture")
    assert desk.views[-1] == ("Ravi Reviewer", document, 1)


def test_search_and_queue_note_the_pages_whose_words_they_show(client: TestClient, desk: FakeDesk) -> None:
    client.post("/search", data={"words": "sister"})
    assert desk.views == [("Ada Attorney", found(desk, Category.EMAIL).document, 1)]


def test_a_refused_search_does_not_put_its_words_into_an_address(client: TestClient) -> None:
    answer = client.post("/search", data={"words": "Quintanilla " * 50})
    assert answer.status_code == 422
    assert "uintanilla" not in answer.text


def test_the_next_undecided_is_never_ones_own_that_awaits_a_second_reader(client: TestClient, desk: FakeDesk) -> None:
    for item in desk.obstacles()[0].findings:
        client.post("/decide", data={"seen": _seen(desk.item(item)), "disposition": "redact"})
    item = found(desk, Category.A_NUMBER)
    client.post("/decide", data={"seen": _seen(item), "disposition": "produce", "reason": "no identifier"})
    assert desk.item(item.finding).state is State.AWAITS_SECOND
    assert client.get("/next").headers["location"] == "/documents?said=none"
    other = TestClient(review_app(desk), follow_redirects=False, cookies={"reviewer": "ravi"})
    assert other.get("/next").headers["location"] == "/documents?said=none"


def test_a_page_of_a_thousand_is_as_light_as_one_of_three(desk: FakeDesk) -> None:
    lines = ("A page of many", "[[A_NUMBER!:A200-555-123]]")
    long = FakeDesk(papers=[[lines if number == 500 else ("Nothing here",) for number in range(1000)]])
    item = found(long, Category.A_NUMBER, page=501)
    answer = TestClient(review_app(long)).get(place_of(item))
    assert "of 1000" in answer.text
    assert answer.text.count("<img") == 1
    usual = TestClient(review_app(desk)).get(place_of(found(desk, Category.AGE)))
    assert len(answer.content) < len(usual.content)


def test_after_a_decision_the_same_filter_and_page_come_up(client: TestClient, desk: FakeDesk) -> None:
    item = found(desk, Category.AGE)
    back = place_of(item).partition("?")[0] + "?state=undecided&scope=document"
    answer = client.post("/decide", data={"seen": _seen(item), "disposition": "redact", "back": back, "advance": "1"})
    assert "state=undecided&scope=document&finding=" in answer.headers["location"]
    assert desk.item(item.finding).disposition is Disposition.REDACT
