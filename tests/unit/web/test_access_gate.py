"""Attacks on the gate: forged, misdirected, oversized and nobody's requests; and what refusals and logs give away."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from doors import SECRET, Server, alone, csrf, opened, ours, signed_in, team, token_in
from starlette.testclient import TestClient

from redactor.web.access import gate


@pytest.fixture
def server(tmp_path: Path) -> Server:
    return alone(tmp_path)


@pytest.fixture
def browser(server: Server) -> Iterator[TestClient]:
    browser = server.browser(trusting=False)
    opened(server, browser)
    yield browser


def decide(server: Server, browser: TestClient, headers: dict[str, str] | None = None, token: str | None = None) -> int:
    form = {"choice": "redact", "csrf": csrf(browser) if token is None else token}
    return browser.post("/decide", data=form, headers=ours(server) if headers is None else headers).status_code


def test_a_reviewer_may_read_and_decide(server: Server, browser: TestClient) -> None:
    assert browser.get("/").status_code == 200
    assert decide(server, browser) == 200
    assert server.decided == ["Pat Reviewer: redact"]


def test_a_script_may_send_the_token_as_a_header_and_gets_json(server: Server, browser: TestClient) -> None:
    headers = {"origin": server.site.origin, "sec-fetch-site": "same-origin", "x-csrf-token": csrf(browser)}
    assert browser.post("/decide", data={"choice": "redact"}, headers=headers).json() == {"done": True}
    told = browser.post("/conflict", headers={**headers, "accept": "application/json"})
    assert (told.status_code, told.json()["error"]) == (409, "somebody decided in the meantime")


def test_a_multipart_form_carries_its_token_too(server: Server, browser: TestClient) -> None:
    parts = {"csrf": (None, csrf(browser)), "choice": (None, "redact")}
    assert browser.post("/decide", files=parts, headers=ours(server)).status_code == 200
    parts["csrf"] = (None, "0" * 64)
    assert browser.post("/decide", files=parts, headers=ours(server)).status_code == 403


def test_a_multipart_form_that_is_none_or_brings_a_file_is_refused_and_no_error_of_ours(
    server: Server, browser: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    parts = {"csrf": (None, csrf(browser)), "choice": ("choice.txt", "redact")}
    assert browser.post("/decide", files=parts, headers=ours(server)).status_code == 400
    junk = {**ours(server), "content-type": "multipart/form-data; boundary=BB"}
    assert browser.post("/decide", content=b"junk", headers=junk).status_code == 400
    assert not [each for each in caplog.records if each.name.startswith("redactor")]


@pytest.mark.parametrize(
    "headers",
    [
        pytest.param({"origin": "https://evil.example"}, id="another site's form"),
        pytest.param({"origin": "http://127.0.0.1:9999", "sec-fetch-site": "same-site"}, id="another port"),
        pytest.param({"origin": "http://127.0.0.1:8123", "sec-fetch-site": "cross-site"}, id="contradiction"),
        pytest.param({"origin": "null"}, id="a sandboxed frame"),
        pytest.param({"origin": "null", "sec-fetch-site": "cross-site"}, id="a sandboxed frame elsewhere"),
        pytest.param({"origin": "null", "sec-fetch-site": "same-origin"}, id="a sandboxed frame of our own"),
        pytest.param({}, id="no word of where it comes from"),
    ],
)
def test_a_decision_from_elsewhere_is_refused_though_the_token_is_right(
    server: Server, browser: TestClient, headers: dict[str, str]
) -> None:
    assert decide(server, browser, headers) == 403
    assert server.decided == []


def test_a_browser_that_leaves_the_origin_out_says_where_it_comes_from_otherwise(
    server: Server, browser: TestClient
) -> None:
    assert decide(server, browser, {"sec-fetch-site": "same-origin"}) == 200


@pytest.mark.parametrize("token", ["", "0" * 64, "ä"])
def test_a_decision_without_this_sessions_token_is_refused(server: Server, browser: TestClient, token: str) -> None:
    assert decide(server, browser, token=token) == 403
    assert server.decided == []


def test_the_token_of_another_session_is_refused(tmp_path: Path) -> None:
    server = team(tmp_path)
    mine, theirs = server.browser(), server.browser()
    signed_in(server, mine, "Pat Reviewer")
    signed_in(server, theirs, "Sam Secondreader")
    assert decide(server, mine, token=csrf(theirs)) == 403
    assert server.decided == []


def test_nobody_sees_or_decides_anything(server: Server) -> None:
    stranger = server.browser()
    assert stranger.get("/").status_code == 401
    assert stranger.get("/queue/anything").status_code == 401
    assert stranger.post("/decide", data={"choice": "produce"}, headers=ours(server)).status_code == 401
    assert server.decided == []


def test_a_team_is_sent_to_the_sign_in(tmp_path: Path) -> None:
    answer = team(tmp_path).browser().get("/page/3?state=undecided")
    assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in")


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8123", "127.0.0.1", "127.0.0.1:8124", "", "localhost:8123.evil.example"]
)
def test_a_name_that_was_pointed_here_is_not_answered(server: Server, browser: TestClient, host: str) -> None:
    answer = browser.get("/", headers={"host": host})
    assert (answer.status_code, "Pat Reviewer" in answer.text) == (421, False)


def test_localhost_is_a_name_of_this_server(server: Server, browser: TestClient) -> None:
    assert browser.get("/link", headers={"host": "localhost:8123"}).status_code == 200


@pytest.mark.parametrize("mode", ["no-cors", "cors"])
@pytest.mark.parametrize("came_from", ["cross-site", "same-site"])
def test_another_page_cannot_read_ours_as_an_image_or_script(
    server: Server, browser: TestClient, came_from: str, mode: str
) -> None:
    headers = {"sec-fetch-site": came_from, "sec-fetch-mode": mode, "sec-fetch-dest": "image"}
    assert browser.get("/", headers=headers).status_code == 403


def test_another_page_cannot_frame_ours(server: Server, browser: TestClient) -> None:
    headers = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "iframe"}
    assert browser.get("/", headers=headers).status_code == 403


@pytest.mark.parametrize("path", ["//evil.example/x", "/\\evil.example", "/queue?state=undecided", "/a%22onload=%22x"])
def test_whoever_follows_a_link_from_elsewhere_goes_on_within_this_server(tmp_path: Path, path: str) -> None:
    headers = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document"}
    server = team(tmp_path)
    page = server.browser().get(f"{server.site.origin}{path}", headers=headers).text
    onward = page.split("url=")[1].split('"')[0]
    assert onward.startswith("/") and not onward.startswith(("//", "/\\"))
    assert "onload=&" not in page and 'x"' not in onward


def test_a_body_that_is_too_large_is_not_read(server: Server, browser: TestClient) -> None:
    form = {"csrf": csrf(browser), "choice": "x" * gate.LARGEST_BODY}
    assert browser.post("/decide", data=form, headers=ours(server)).status_code == 413
    assert server.decided == []


def test_a_body_that_hides_its_size_is_cut_off_at_the_limit(server: Server, browser: TestClient) -> None:
    sent = 0

    def endless() -> Iterator[bytes]:
        nonlocal sent
        for _ in range(64):
            sent += 1
            yield b"x" * (gate.LARGEST_BODY // 8)

    headers = {**ours(server), "content-type": "application/x-www-form-urlencoded"}
    assert browser.post("/decide", content=endless(), headers=headers).status_code == 413


@pytest.mark.parametrize("length", ["-1", "1e9", "9" * 40])
def test_a_size_that_is_no_number_is_refused(server: Server, browser: TestClient, length: str) -> None:
    assert browser.post("/decide", content=b"", headers={**ours(server), "content-length": length}).status_code == 413


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_no_other_method_is_answered(server: Server, browser: TestClient, method: str) -> None:
    assert browser.request(method, "/", headers=ours(server)).status_code == 405


@pytest.mark.parametrize(
    "path",
    [
        "/assets/../app.py",
        "/assets/..%2fapp.py",
        "/assets/%2e%2e/app.py",
        "/assets/%2e%2e%2fapp.py",
        "/assets/..%5capp.py",
        "/assets/%252e%252e/app.py",
        "/assets//etc/passwd",
        "/assets/%2fetc%2fpasswd",
        "/assets/access/../../app.py",
        "/assets/access%00.css",
        "/assets/",
        "/assets/access",
    ],
)
def test_nothing_outside_the_assets_is_served_as_one(server: Server, path: str) -> None:
    scope_path = path  # as it is, so that the client does not tidy it up first
    stranger = server.browser()
    request = stranger.build_request("GET", server.site.origin + "/")
    request.url = request.url.copy_with(raw_path=scope_path.encode())
    answer = stranger.send(request)
    assert answer.status_code in (401, 404)
    assert "Gate" not in answer.text and "root:" not in answer.text


def test_assets_are_served_to_strangers_and_set_no_cookie(server: Server) -> None:
    answer = server.browser().get("/assets/access/access.css")
    assert (answer.status_code, "set-cookie" in answer.headers) == (200, False)
    assert answer.headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("path", ["/", "/link", "/nowhere", "/broken", "/forbidden"])
def test_every_answer_forbids_what_it_need_not_do(server: Server, browser: TestClient, path: str) -> None:
    headers = browser.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'self'" in policy and "frame-ancestors 'none'" in policy and "unsafe" not in policy
    assert headers["cache-control"] == "no-store"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"  # nothing to other sites
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert "strict-transport-security" not in headers  # on loopback there is no TLS, and the name is shared


def test_under_tls_browsers_are_told_never_to_come_without(tmp_path: Path) -> None:
    assert "max-age=" in team(tmp_path).browser().get("/sign-in").headers["strict-transport-security"]


def test_an_error_that_nobody_foresaw_tells_neither_the_page_nor_the_log(
    server: Server, browser: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        answer = browser.get("/broken")
    assert answer.status_code == 500
    said = answer.text + caplog.text + "".join(str(record.exc_info) for record in caplog.records)
    assert SECRET not in said and "Traceback" not in said
    assert "unforeseen ValueError" in caplog.text


def test_what_is_not_permitted_or_not_there_says_so_without_details(server: Server, browser: TestClient) -> None:
    forbidden = browser.get("/forbidden")
    assert forbidden.status_code == 403 and "only a second reader may do this" in forbidden.text.lower()
    absent = browser.get("/A200-555-123")
    assert absent.status_code == 404 and "A200" not in absent.text


def test_cookies_are_out_of_reach_of_scripts_and_other_sites(server: Server, tmp_path: Path) -> None:
    made = opened(server, server.browser()).headers["set-cookie"]  # type: ignore[attr-defined]
    assert "HttpOnly" in made and "SameSite=Strict" in made and "Domain" not in made
    (tmp_path / "team").mkdir()
    secure = team(tmp_path / "team")
    made = signed_in(secure, secure.browser(), "Pat Reviewer").headers["set-cookie"]  # type: ignore[attr-defined]
    assert made.startswith("__Host-") and "Secure" in made and "HttpOnly" in made and "SameSite=Strict" in made
    visitor = secure.browser().get("/sign-in").headers["set-cookie"]
    assert visitor.startswith("__Host-") and "Secure" in visitor and "HttpOnly" in visitor


def test_two_servers_on_one_machine_do_not_take_each_others_cookies(server: Server, browser: TestClient) -> None:
    assert "8123" in server.site.cookie("session")  # browsers share cookies between ports


def test_a_proxy_is_the_only_peer_where_one_ends_tls(tmp_path: Path) -> None:
    server = team(tmp_path, proxy="127.0.0.1")
    assert server.browser(address="192.0.2.7").get("/sign-in").status_code == 403
    through = server.browser(address="127.0.0.1")
    page = through.get("/sign-in")
    assert page.status_code == 200
    form = {"csrf": token_in(page), "name": "Pat Reviewer", "password": "wrong"}
    through.post("/sign-in", data=form, headers={**ours(server), "x-forwarded-for": "203.0.113.1, 198.51.100.9"})
    assert server.trail[-1][2]["address"] == "198.51.100.9"  # what the client itself wrote before it is not believed


def test_without_a_proxy_nobody_says_where_they_come_from(tmp_path: Path) -> None:
    server = team(tmp_path)
    browser = server.browser(address="192.0.2.7")
    form = {"csrf": token_in(browser.get("/sign-in")), "name": "Pat Reviewer", "password": "wrong"}
    browser.post("/sign-in", data=form, headers={**ours(server), "x-forwarded-for": "203.0.113.1"})
    assert server.trail[-1][2]["address"] == "192.0.2.7"
