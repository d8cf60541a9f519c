"""The review pages over the matter's real memory: what only it knows is shown and decided as it says."""

from __future__ import annotations

from pathlib import Path

import pytest
from review_server import review_app
from reviewed_matter import ReviewedMatter, the
from starlette.testclient import TestClient

from redactor.model import Category, Disposition, Role
from redactor.pipeline.memory import open_store
from redactor.review.desk import Desk
from redactor.review.records import Item, State
from redactor.web.answers import item_path

NAME, NUMBER = Category.PERSON_NAME, Category.A_NUMBER
PAGE = {
    "Name: Marisol Ejemplo, A000000001, seen by Bruno Muestra": [
        ("Marisol Ejemplo", NAME, Role.SUBJECT),
        ("A000000001", NUMBER, Role.SUBJECT),
        ("Bruno Muestra", NAME, Role.UNKNOWN),
    ]
}


@pytest.fixture
def matter(tmp_path: Path) -> ReviewedMatter:
    made = ReviewedMatter(tmp_path)
    made.scan(PAGE)
    return made


def _client(desk: Desk, reviewer: str = "ada") -> TestClient:
    return TestClient(review_app(desk), follow_redirects=False, cookies={"reviewer": reviewer})


def _form(item: Item, **more: str) -> dict[str, str]:
    place = {"document": item.document, "page": str(item.page), "selected": item.finding}
    return {**place, "seen": f"{item.finding}:{item.version}", **more}


def test_what_is_confirmed_by_a_second_reader_is_what_the_first_one_wanted(matter: ReviewedMatter) -> None:
    desk = matter.desk()
    first, second = _client(desk, "ravi"), _client(desk)
    number = the(desk, NUMBER)
    first.post("/decide", data=_form(number, disposition="produce", reason="an exhibit's number"))
    waiting = desk.item(number.finding)
    assert (waiting.state, waiting.disposition) == (State.AWAITS_SECOND, Disposition.REDACT)
    assert "Ravi Reviewer would produce it" in second.get(item_path(waiting)).text
    refused = first.post("/decide", data=_form(waiting, disposition="accept"))
    assert refused.status_code == 403
    second.post("/decide", data=_form(waiting, disposition="accept"))
    after = desk.item(number.finding)
    assert (after.state, after.disposition) == (State.DECIDED, Disposition.PRODUCE)
    assert desk.explain(number.finding).history[-1].reason == "an exhibit's number"


def test_a_conflict_names_who_decided_and_keeps_the_reason(matter: ReviewedMatter) -> None:
    desk = matter.desk()
    name = the(desk, NAME, 1)
    _client(desk, "ravi").post("/decide", data=_form(name, disposition="redact"))
    answer = _client(desk).post("/decide", data=_form(name, disposition="produce", reason="a witness known to all"))
    assert answer.status_code == 409
    assert "Somebody decided in the meantime: Ravi Reviewer, “redact”" in answer.text
    assert 'value="a witness known to all"' in answer.text


def test_what_the_last_scan_did_not_find_again_is_listed_and_can_be_answered(matter: ReviewedMatter) -> None:
    desk = matter.desk()
    name = the(desk, NAME, 1)
    _client(desk).post("/decide", data=_form(name, disposition="redact"))
    store = open_store(matter.folder, desk._matter)
    left = [each for each in store.findings() if each.id != name.finding]
    store.close()
    matter.rescan(matter.documents, left)
    desk = matter.desk()
    client = _client(desk)
    (obstacle,) = [one for one in desk.obstacles() if one.kind == "vanished"]
    listed = client.get(obstacle.link)
    assert listed.status_code == 200
    assert "did not find again" in listed.text
    shown = client.get(item_path(desk.item(name.finding)))
    assert shown.status_code == 200
    assert "The last scan did not find this again" in shown.text
    client.post("/decide", data=_form(desk.item(name.finding), disposition="redact"))
    assert not [one for one in desk.obstacles() if one.kind == "vanished"]


def test_a_box_is_drawn_undone_and_gone_from_what_is_withheld(matter: ReviewedMatter) -> None:
    desk = matter.desk()
    client = _client(desk)
    place = {"document": matter.documents[0].id, "page": "1"}
    client.post("/draw", data={**place, "x0": "72", "y0": "300", "x1": "200", "y1": "320", "category": "DRAWN"})
    box = the(desk, Category.DRAWN)
    assert box.disposition is Disposition.REDACT
    client.post("/undo", data={"last": "1"})
    assert desk.item(box.finding).disposition is Disposition.PRODUCE


def test_every_link_of_an_obstacle_leads_to_a_page(matter: ReviewedMatter) -> None:
    desk = matter.desk()
    for link in ("/queue?state=undecided", "/queue?state=awaits+second+reader", "/queue?vanished=1", "/sample"):
        assert _client(desk).get(link).status_code == 200, link
    assert _client(desk).get(desk.obstacles()[0].link).status_code == 200


def test_a_finding_that_another_one_covers_too_says_so_and_leads_there(tmp_path: Path) -> None:
    matter = ReviewedMatter(tmp_path)
    name, place = ("Ejemplo", Category.PERSON_NAME, Role.SUBJECT), ("Ejemplo", Category.PLACE, Role.UNKNOWN)
    matter.scan({"Name: Marisol Ejemplo, beside nobody": [name, place]})
    desk = matter.desk()
    client, small = _client(desk), the(desk, Category.PLACE)
    shown = client.get(item_path(small)).text
    assert "Also covered by" in shown and f"finding={the(desk, NAME).finding}" in shown.partition('id="covering"')[2]
    beside = _client(matter.desk()).get(item_path(the(desk, NAME))).text
    assert f"finding={small.finding}" in beside.partition('id="covering"')[2].partition("</p>")[0]
