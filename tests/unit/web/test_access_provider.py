"""Sign-in through an organisation's provider, honest and not: who gets in, and what each check is for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from doors import Clock, Server, alone, team

from redactor.errors import SetupError
from redactor.matter.records import SignIn
from redactor.review.records import ReviewerRole
from redactor.store.accounts import ReviewerAccount
from redactor.web.access.attempts import Attempts
from redactor.web.access.trail import UNKNOWN, Event

pytest.importorskip("authlib")
pytest.importorskip("httpx")

from identity_provider import CLIENT, SECRET, IdentityProvider, identity_provider

from redactor.web.access.provider import Provider, ProviderDoor


@pytest.fixture
def provider() -> Iterator[IdentityProvider]:
    with identity_provider(int(Clock().now.timestamp())) as provider:
        yield provider


@pytest.fixture
def server(tmp_path: Path, provider: IdentityProvider) -> Server:
    server = team(tmp_path)
    server.accounts.add(
        ReviewerAccount("Olu Organisation", ReviewerRole.REVIEWER.value, "Pat@Example.org"), server.clock()
    )
    known = Provider(SignIn(provider.origin, CLIENT), SECRET)
    door = ProviderDoor(server.door, server.accounts, Attempts(), known, server.clock)
    server.ways_in = [*server.ways_in, *door.routes()]
    return server


def came_back(server: Server, provider: IdentityProvider, browser: object, address: str | None = None) -> object:
    """What happens when a person takes the way in: to the provider and back, in one browser."""
    away = browser.get("/sign-in/provider")  # type: ignore[attr-defined]
    assert away.status_code == 303, away.text
    headers = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document"}
    return browser.get(address or provider.authorize(away.headers["location"]), headers=headers)  # type: ignore[attr-defined]


def test_whoever_was_added_gets_in_with_the_role_they_were_given(server: Server, provider: IdentityProvider) -> None:
    browser = server.browser()
    answer = came_back(server, provider, browser)
    assert answer.status_code == 200 and 'url=/"' in answer.text  # type: ignore[attr-defined]
    assert browser.get("/").text.startswith("Olu Organisation|")
    assert [(who, event) for who, event, _ in server.trail] == [("Olu Organisation", Event.SIGNED_IN)]


def test_the_browser_is_sent_away_with_a_challenge_and_a_nonce(server: Server, provider: IdentityProvider) -> None:
    away = server.browser().get("/sign-in/provider")
    asked = parse_qs(urlsplit(away.headers["location"]).query)
    assert asked["response_type"] == ["code"] and asked["code_challenge_method"] == ["S256"]
    assert len(asked["nonce"][0]) > 30 and len(asked["state"][0]) > 30 and "openid" in asked["scope"][0]
    assert asked["redirect_uri"] == ["https://review.example.org/sign-in/answer"]
    made = away.headers["set-cookie"]
    assert "HttpOnly" in made and "Secure" in made and "SameSite=Lax" in made and "Max-Age=600" in made


def refused(
    server: Server, provider: IdentityProvider, browser: object | None = None, address: str | None = None
) -> str:
    browser = browser or server.browser()
    answer = came_back(server, provider, browser, address)
    assert answer.status_code == 403, answer.text  # type: ignore[attr-defined]
    assert browser.get("/").status_code == 303  # type: ignore[attr-defined]
    who, event, detail = server.trail[-1]
    assert (who, event) == (UNKNOWN, Event.SIGN_IN_FAILED)
    assert "example.org" not in str(detail)
    return detail["why"]


def test_whoever_was_not_added_stays_out_though_the_provider_knows_them(
    server: Server, provider: IdentityProvider
) -> None:
    provider.claims = {"email": "stranger@example.org"}
    assert "nobody was added" in refused(server, provider)


def test_an_address_that_the_provider_has_not_verified_is_nobodys(server: Server, provider: IdentityProvider) -> None:
    for said in (False, "true", None):
        provider.claims = {"email_verified": said}
        assert "not verified" in refused(server, provider)


@pytest.mark.parametrize(
    "claims",
    [
        pytest.param({"iss": "https://other.example.org"}, id="another issuer"),
        pytest.param({"aud": "another-client"}, id="meant for another client"),
        pytest.param({"aud": "another-client", "azp": CLIENT}, id="meant for another client, asked for by this one"),
        pytest.param({"aud": [CLIENT, "another"], "azp": "another"}, id="given to another client"),
        pytest.param({"aud": [CLIENT, "another"]}, id="given to nobody in particular"),
        pytest.param({"nonce": "of another sign-in"}, id="another sign-in's"),
        pytest.param({"exp": 1}, id="run out"),
        pytest.param({"iat": 4_000_000_000, "exp": 4_000_000_300}, id="of the future"),
        pytest.param({"at_hash": "AAAAAAAAAAAAAAAAAAAAAA"}, id="beside another access token"),
        pytest.param({"email": ""}, id="without a name"),
        pytest.param({"email": ["pat@example.org"]}, id="with a name of another kind"),
    ],
)
def test_a_token_that_does_not_fit_opens_nothing(
    server: Server, provider: IdentityProvider, claims: dict[str, object]
) -> None:
    provider.claims = claims
    refused(server, provider)


@pytest.mark.parametrize("claim", ["nonce", "aud", "iss", "exp", "iat", "sub", "email"])
def test_a_token_that_leaves_something_out_opens_nothing(
    server: Server, provider: IdentityProvider, claim: str
) -> None:
    provider.without = {claim}
    refused(server, provider)


def test_a_token_signed_by_somebody_else_opens_nothing(server: Server, provider: IdentityProvider) -> None:
    provider.stranger_signs = True
    refused(server, provider)


def test_a_token_signed_by_nobody_opens_nothing(server: Server, provider: IdentityProvider) -> None:
    provider.unsigned = True
    refused(server, provider)


def test_a_token_signed_with_the_clients_secret_opens_nothing(server: Server, provider: IdentityProvider) -> None:
    provider.algorithm = "HS256"
    refused(server, provider)


def test_an_answer_counts_once_even_where_the_provider_and_the_browser_would_do_it_again(
    server: Server, provider: IdentityProvider
) -> None:
    provider.codes_last = True
    browser = server.browser()
    back = provider.authorize(browser.get("/sign-in/provider").headers["location"])
    name = server.site.cookie("provider")
    kept = browser.cookies[name]
    assert browser.get(back).status_code == 200
    browser.cookies.set(name, kept, domain="review.example.org", path="/")
    assert browser.get(back).status_code == 403


def test_an_answer_that_no_sign_in_here_asked_for_is_refused(server: Server, provider: IdentityProvider) -> None:
    address = f"{server.site.origin}/sign-in/answer?code=stolen&state=made-up"
    assert "no sign-in" in refused(server, provider, address=address)


def test_an_answer_is_refused_in_another_browser_than_the_one_that_asked(
    server: Server, provider: IdentityProvider
) -> None:
    attacker, victim = server.browser(), server.browser()
    planted = provider.authorize(attacker.get("/sign-in/provider").headers["location"])
    assert "no sign-in" in refused(server, provider, victim, planted)  # or the victim would work as the attacker


def test_an_answer_that_comes_too_late_is_refused(server: Server, provider: IdentityProvider) -> None:
    browser = server.browser()
    back = provider.authorize(browser.get("/sign-in/provider").headers["location"])
    server.clock.passes(minutes=11)
    provider.now += 11 * 60  # so that its token is fresh
    assert browser.get(back).status_code == 403


def test_a_stolen_code_is_worth_nothing_without_its_verifier(server: Server, provider: IdentityProvider) -> None:
    victim, thief = server.browser(), server.browser()
    theirs = provider.authorize(victim.get("/sign-in/provider").headers["location"])
    code = parse_qs(urlsplit(theirs).query)["code"][0]
    mine = provider.authorize(thief.get("/sign-in/provider").headers["location"])
    state = parse_qs(urlsplit(mine).query)["state"][0]
    assert thief.get(f"/sign-in/answer?code={code}&state={state}").status_code == 403


@pytest.mark.parametrize(
    "metadata",
    [
        {"issuer": "https://other.example.org"},
        {"token_endpoint": "http://id.example.org/token"},
        {"jwks_uri": None},
        {"authorization_endpoint": "javascript:alert(1)"},
    ],
)
def test_a_provider_that_is_another_or_sends_us_over_open_lines_is_not_followed(
    server: Server, provider: IdentityProvider, metadata: dict[str, object]
) -> None:
    provider.metadata = metadata
    assert server.browser().get("/sign-in/provider").status_code == 403


def test_a_provider_that_is_away_is_told_of_and_nobody_gets_in(tmp_path: Path) -> None:
    server = team(tmp_path)
    known = Provider(SignIn("http://127.0.0.1:9", CLIENT), SECRET)
    server.ways_in = ProviderDoor(server.door, server.accounts, Attempts(), known, server.clock).routes()
    answer = server.browser().get("/sign-in/provider")
    assert answer.status_code == 403 and "did not answer" in answer.text


def test_answers_without_end_are_not_worked_on(server: Server) -> None:
    browser = server.browser()
    answers = [browser.get(f"/sign-in/answer?state={n}").status_code for n in range(22)]
    assert answers == [403] * 20 + [429] * 2
    assert len(server.trail) == 20


def test_the_provider_is_not_asked_for_its_addresses_by_everybody_who_calls(
    server: Server, provider: IdentityProvider
) -> None:
    for _ in range(5):
        server.browser().get("/sign-in/provider")
    assert provider.asked == ["/.well-known/openid-configuration"]


@pytest.mark.parametrize("issuer", ["http://id.example.org", "ftp://id.example.org", "https://"])
def test_an_issuer_on_an_open_line_is_refused_at_once(issuer: str) -> None:
    with pytest.raises(SetupError):
        Provider(SignIn(issuer, CLIENT), SECRET)


def test_a_server_for_one_person_has_no_such_way_in(tmp_path: Path) -> None:
    server = alone(tmp_path)
    assert server.browser().get("/sign-in/provider").status_code == 404
