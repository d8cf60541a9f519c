"""Ways in: the one-time link, passwords, what brute force costs, how sessions end, and who may do what."""

from __future__ import annotations

from pathlib import Path

import pytest
from doors import PASSWORDS, PERSON, Server, alone, csrf, opened, ours, signed_in, team, token_in

from redactor.errors import InputError
from redactor.review.records import ReviewerRole
from redactor.store.accounts import ReviewerAccount
from redactor.web.access.attempts import Attempts
from redactor.web.access.passwords import hashed, matches
from redactor.web.access.site import is_loopback, loopback_site, team_site
from redactor.web.access.trail import UNKNOWN, Event


@pytest.fixture
def server(tmp_path: Path) -> Server:
    return team(tmp_path)


def events(server: Server) -> list[tuple[str, Event]]:
    return [(who, event) for who, event, _ in server.trail]


# The one-time link


def test_the_link_opens_the_matter_once(tmp_path: Path) -> None:
    server = alone(tmp_path)
    mine, thief = server.browser(), server.browser()
    assert opened(server, mine).headers["location"] == "/"  # type: ignore[attr-defined]
    assert mine.get("/").text.startswith(PERSON.name)
    assert opened(server, thief).status_code == 403  # type: ignore[attr-defined]
    assert thief.get("/").status_code == 401
    assert events(server) == [(PERSON.name, Event.SIGNED_IN), (UNKNOWN, Event.LINK_REFUSED)]


def test_the_link_dies_after_ten_minutes(tmp_path: Path) -> None:
    server = alone(tmp_path)
    server.clock.passes(minutes=10, seconds=1)
    assert opened(server, server.browser()).status_code == 403  # type: ignore[attr-defined]


@pytest.mark.parametrize("token", ["guess", "", "x" * 43, "é\ud800".encode("utf-8", "replace").decode()])
def test_another_token_neither_opens_nor_spends_the_link(tmp_path: Path, token: str) -> None:
    server = alone(tmp_path)
    assert opened(server, server.browser(), token or "#").status_code == 403  # type: ignore[attr-defined]
    assert opened(server, server.browser()).status_code == 303  # type: ignore[attr-defined]


def test_the_whole_link_may_be_pasted_where_scripts_are_off(tmp_path: Path) -> None:
    server = alone(tmp_path)
    assert opened(server, server.browser(), server.link.address(server.site.origin)).status_code == 303  # type: ignore[attr-defined]


def test_the_token_stands_where_no_server_log_and_no_referrer_sees_it(tmp_path: Path) -> None:
    server = alone(tmp_path)
    address = server.link.address(server.site.origin)
    assert address.partition("#")[2] == server.link.token
    assert server.link.token not in address.partition("#")[0]


def test_the_link_cannot_be_spent_from_another_site(tmp_path: Path) -> None:
    server = alone(tmp_path)
    browser = server.browser()
    form = {"csrf": token_in(browser.get("/link")), "token": server.link.token}
    assert browser.post("/link", data=form, headers={"origin": "https://evil.example"}).status_code == 403
    assert opened(server, browser).status_code == 303  # type: ignore[attr-defined]


# Passwords


def test_name_and_password_open_a_session_of_that_reviewer(server: Server) -> None:
    browser = server.browser()
    assert signed_in(server, browser, "Sam Secondreader").headers["location"] == "/"  # type: ignore[attr-defined]
    assert browser.get("/").text.startswith("Sam Secondreader")
    assert events(server) == [("Sam Secondreader", Event.SIGNED_IN)]


def test_a_name_is_taken_however_it_is_spaced_and_written(server: Server) -> None:
    browser = server.browser()
    form = {
        "csrf": token_in(browser.get("/sign-in")),
        "name": "  pat   REVIEWER ",
        "password": PASSWORDS["Pat Reviewer"],
    }
    assert browser.post("/sign-in", data=form, headers=ours(server)).status_code == 303


@pytest.mark.parametrize("password", ["wrong", "", PASSWORDS["Sam Secondreader"], PASSWORDS["Pat Reviewer"] + "\0x"])
def test_another_password_opens_nothing(server: Server, password: str) -> None:
    browser = server.browser()
    assert signed_in(server, browser, "Pat Reviewer", password).status_code == 401  # type: ignore[attr-defined]
    assert browser.get("/").status_code == 303
    assert events(server) == [("Pat Reviewer", Event.SIGN_IN_FAILED)]


def test_the_answer_is_the_same_whether_or_not_somebody_has_an_account(server: Server) -> None:
    def answer(name: str) -> tuple[int, str]:
        browser = server.browser()
        page = browser.get("/sign-in")
        form = {"csrf": token_in(page), "name": name, "password": "not the password"}
        told = browser.post("/sign-in", data=form, headers=ours(server))
        return told.status_code, told.text.replace(token_in(page), "")

    assert answer("Pat Reviewer") == answer("Nobody Atall")


def test_the_same_work_is_done_whether_or_not_somebody_has_an_account(monkeypatch: pytest.MonkeyPatch) -> None:
    from redactor.web.access import passwords

    kept = hashed("four unrelated words here", "Pat")
    matches(None, "warm up")
    worked: list[str] = []

    class Counting:
        def verify(self, kept: str, given: str) -> bool:
            worked.append(kept.split("$")[3])
            return True

    monkeypatch.setattr(passwords, "_HASHER", Counting())
    assert (passwords.matches(kept, "x"), passwords.matches(None, "x")) == (True, False)
    assert worked[0] == worked[1] == "m=65536,t=3,p=4"


def test_a_typed_name_that_is_nobodys_is_not_written_down(server: Server) -> None:
    browser = server.browser()
    form = {"csrf": token_in(browser.get("/sign-in")), "name": "my password by mistake", "password": "Pat Reviewer"}
    browser.post("/sign-in", data=form, headers=ours(server))
    assert events(server) == [(UNKNOWN, Event.SIGN_IN_FAILED)]
    assert "my password" not in str(server.trail)


@pytest.mark.parametrize(
    "password",
    ["short", "fourteen chars", "aaaaaaaaaaaaaaaaaaaa", "Pat Reviewer Pat Reviewer", "x y" * 100, "redactorpassword"],
)
def test_a_password_that_is_guessed_first_is_not_taken(password: str) -> None:
    with pytest.raises(InputError) as refused:
        hashed(password, "Pat Reviewer")
    assert password not in str(refused.value)


def test_passwords_are_kept_as_argon2id(server: Server) -> None:
    kept = server.accounts.named("Pat Reviewer")
    assert kept is not None and kept.password is not None and kept.password.startswith("$argon2id$")
    assert kept.password not in repr(kept)


# Brute force


def guess(server: Server, name: str, address: str = "192.0.2.7") -> int:
    browser = server.browser(address=address)
    form = {"csrf": token_in(browser.get("/sign-in")), "name": name, "password": "a wrong guess"}
    return browser.post("/sign-in", data=form, headers=ours(server)).status_code


def test_guessing_at_one_account_is_slowed_down_from_every_address(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("redactor.web.access.sign_in.matches", lambda kept, password: False)  # argon2 takes its time
    assert [guess(server, "Pat Reviewer", f"192.0.2.{n}") for n in range(7)] == [401] * 5 + [429] * 2
    assert events(server)[-1] == ("Pat Reviewer", Event.SIGN_IN_DELAYED)
    server.clock.passes(seconds=2)
    assert guess(server, "Pat Reviewer") == 401
    assert guess(server, "Pat Reviewer") == 429


def test_guessing_from_one_address_is_slowed_down_over_all_accounts(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("redactor.web.access.sign_in.matches", lambda kept, password: False)
    assert [guess(server, f"Name {n}") for n in range(21)] == [401] * 20 + [429]
    assert guess(server, "Somebody else", "192.0.2.8") == 401


def test_while_an_account_is_slowed_down_the_right_password_waits_too(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr("redactor.web.access.sign_in.matches", lambda kept, password: False)
        for _ in range(5):
            guess(server, "Pat Reviewer")
    answer = signed_in(server, server.browser(), "Pat Reviewer")
    assert answer.status_code == 429 and int(answer.headers["retry-after"]) >= 1  # type: ignore[attr-defined]
    server.clock.passes(minutes=5)
    assert signed_in(server, server.browser(), "Pat Reviewer").status_code == 303  # type: ignore[attr-defined]


def test_tries_at_the_same_moment_count_before_they_are_answered(server: Server) -> None:
    attempts = Attempts()
    delays = [attempts.begin("pat", f"a{n}", server.clock()) for n in range(8)]
    assert [delay is not None for delay in delays] == [False] * 5 + [True] * 3


def test_a_flood_of_tries_does_not_flood_the_audit_trail(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("redactor.web.access.sign_in.matches", lambda kept, password: False)
    for _ in range(30):
        guess(server, "Pat Reviewer")
    assert [event for _, event in events(server)] == [Event.SIGN_IN_FAILED] * 5 + [Event.SIGN_IN_DELAYED]


def test_waiting_grows_and_ends(server: Server) -> None:
    attempts = Attempts()
    waits = []
    for _ in range(20):
        delay = attempts.begin("pat", "", server.clock())
        waits.append(delay.seconds if delay else 0)
        server.clock.passes(seconds=waits[-1])
        if delay:
            assert attempts.begin("pat", "", server.clock()) is None
    assert max(waits) <= 301 and waits[:5] == [0] * 5 and waits[8] > waits[6]


def test_signing_in_to_an_account_of_ones_own_buys_no_guesses_at_others(server: Server) -> None:
    attempts = Attempts()
    for n in range(20):
        assert attempts.begin(f"victim {n}", "here", server.clock()) is None
        if n < 19:
            assert attempts.begin("mine", "here", server.clock()) is None
            attempts.succeeded("mine", "here")
    assert attempts.begin("victim", "here", server.clock()) is not None


# Sessions


def test_the_session_is_new_at_sign_in_whatever_cookie_was_planted(server: Server) -> None:
    browser = server.browser()
    planted = "planted-by-somebody-else"
    browser.cookies.set(server.site.cookie("session"), planted, domain="review.example.org", path="/")
    browser.cookies.set(server.site.cookie("visitor"), planted, domain="review.example.org", path="/")
    made = signed_in(server, browser, "Pat Reviewer").headers["set-cookie"]  # type: ignore[attr-defined]
    assert planted not in made
    thief = server.browser()
    thief.cookies.set(server.site.cookie("session"), planted, domain="review.example.org", path="/")
    assert thief.get("/").status_code == 303


def test_two_sign_ins_are_two_sessions(server: Server) -> None:
    one, two = server.browser(), server.browser()
    signed_in(server, one, "Pat Reviewer")
    signed_in(server, two, "Pat Reviewer")
    assert csrf(one) != csrf(two)


def test_a_session_ends_when_it_is_left_alone(server: Server) -> None:
    browser = server.browser()
    signed_in(server, browser, "Pat Reviewer")
    for _ in range(4):
        server.clock.passes(minutes=29)
        assert browser.get("/").status_code == 200
    server.clock.passes(minutes=30, seconds=1)
    assert browser.get("/").status_code == 303


def test_a_session_ends_after_twelve_hours_however_busy(server: Server) -> None:
    browser = server.browser()
    signed_in(server, browser, "Pat Reviewer")
    for _ in range(12 * 3):
        assert browser.get("/").status_code == 200
        server.clock.passes(minutes=20)
    server.clock.passes(seconds=1)
    assert browser.get("/").status_code == 303


def test_sign_out_ends_the_session_on_the_server_too(server: Server) -> None:
    browser = server.browser()
    signed_in(server, browser, "Pat Reviewer")
    kept = browser.cookies[server.site.cookie("session")]
    left = browser.post("/sign-out", data={"csrf": csrf(browser)}, headers=ours(server))
    assert left.status_code == 200 and "Max-Age=0" in left.headers["set-cookie"]
    thief = server.browser()
    thief.cookies.set(server.site.cookie("session"), kept, domain="review.example.org", path="/")
    assert thief.get("/").status_code == 303
    assert events(server)[-1] == ("Pat Reviewer", Event.SIGNED_OUT)


def test_nobody_is_signed_out_by_another_site(server: Server) -> None:
    browser = server.browser()
    signed_in(server, browser, "Pat Reviewer")
    assert browser.post("/sign-out", headers={"origin": "https://evil.example"}).status_code == 403
    assert browser.get("/").status_code == 200


def test_the_database_holds_no_token_that_could_be_replayed(server: Server, tmp_path: Path) -> None:
    browser = server.browser()
    signed_in(server, browser, "Pat Reviewer")
    token = browser.cookies[server.site.cookie("session")].encode()
    assert token not in b"".join(path.read_bytes() for path in tmp_path.iterdir())


def test_whoever_is_removed_is_out_at_once(server: Server) -> None:
    browser = server.browser()
    signed_in(server, browser, "Pat Reviewer")
    server.accounts.remove("Pat Reviewer")
    assert browser.get("/").status_code == 303
    assert signed_in(server, browser, "Pat Reviewer").status_code == 401  # type: ignore[attr-defined]


def test_whoever_gets_another_password_is_out_until_they_use_it(server: Server) -> None:
    browser = server.browser()
    signed_in(server, browser, "Pat Reviewer")
    server.accounts.set_password("Pat Reviewer", hashed("a wholly different one", "Pat Reviewer"))
    assert browser.get("/").status_code == 303
    assert signed_in(server, browser, "Pat Reviewer", "a wholly different one").status_code == 303  # type: ignore[attr-defined]


def test_a_local_session_is_worth_nothing_to_a_team_server(tmp_path: Path) -> None:
    one = alone(tmp_path)
    browser = one.browser()
    opened(one, browser)
    token = browser.cookies[one.site.cookie("session")]
    many = team(tmp_path)
    thief = many.browser()
    thief.cookies.set(many.site.cookie("session"), token, domain="review.example.org", path="/")
    assert thief.get("/").status_code == 303


# Roles


def test_a_read_only_reviewer_looks_and_searches_and_changes_nothing(server: Server) -> None:
    browser = server.browser()
    signed_in(server, browser, "Rae Readonly")
    assert browser.get("/").status_code == 200
    form = {"csrf": csrf(browser), "choice": "produce"}
    assert browser.post("/search", data=form, headers=ours(server)).status_code == 200
    assert browser.post("/decide", data=form, headers=ours(server)).status_code == 403
    assert server.decided == []
    assert browser.post("/sign-out", data=form, headers=ours(server)).status_code == 200


def test_a_role_that_changes_counts_from_the_next_request_on(server: Server) -> None:
    browser = server.browser()
    signed_in(server, browser, "Pat Reviewer")
    form = {"csrf": csrf(browser), "choice": "redact"}
    password = server.accounts.named("Pat Reviewer")
    assert password is not None
    server.accounts.set_role("Pat Reviewer", ReviewerRole.READ_ONLY.value)
    assert browser.post("/decide", data=form, headers=ours(server)).status_code == 403


def test_an_account_without_a_password_opens_to_none(server: Server) -> None:
    server.accounts.add(
        ReviewerAccount("Olu Organisation", ReviewerRole.REVIEWER.value, "olu@example.org"), server.clock()
    )
    for password in ("", "None"):
        assert signed_in(server, server.browser(), "Olu Organisation", password).status_code == 401  # type: ignore[attr-defined]


# Where it stands


@pytest.mark.parametrize(
    ("host", "loopback"),
    [
        ("127.0.0.1", True),
        ("::1", True),
        ("localhost", True),
        ("127.9.9.9", True),
        ("0.0.0.0", False),
        ("::", False),
        ("192.0.2.1", False),
        ("review.example.org", False),
        ("", False),
    ],
)
def test_only_loopback_is_loopback(host: str, loopback: bool) -> None:
    assert is_loopback(host) is loopback


def test_a_loopback_server_answers_to_its_own_names_and_port() -> None:
    assert loopback_site("127.0.0.1", 8123).hosts == {"127.0.0.1:8123", "localhost:8123"}
    assert loopback_site("::1", 8123).hosts == {"[::1]:8123", "localhost:8123"}


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://review.example.org", "review.example.org"),
        ("https://Review.Example.org:443/", "review.example.org"),
        ("https://review.example.org:8443", "review.example.org:8443"),
    ],
)
def test_a_team_server_answers_to_the_address_it_was_given(url: str, host: str) -> None:
    assert team_site(url).hosts == {host}


@pytest.mark.parametrize(
    "url",
    [
        "http://review.example.org",
        "review.example.org",
        "https://",
        "https://a:b@c.example",
        "https://c.example/path",
        "https://c.example:99999",
        "https://c.example/?q",
    ],
)
def test_an_address_that_is_no_https_origin_is_refused(url: str) -> None:
    with pytest.raises(InputError):
        team_site(url)
