"""Where a server may stand, who sits at the machine, and what its own log may say."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path

import pytest

from redactor.errors import InputError, NotPermittedError
from redactor.matter import Matter, Reviewer, ReviewerPart, default_matter
from redactor.review.records import ReviewerRole
from redactor.store.accounts import ReviewerAccount
from redactor.web.access.local import Unclear, local_reviewer
from redactor.web.access.standing import Asked, checked, port_of
from redactor.web.serving import PlacesOnly, listener

URL = "https://review.example.org"
ABSENT = Path("absent.pem")


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        pytest.param(Asked("0.0.0.0"), "without TLS", id="every address, open"),
        pytest.param(Asked("192.0.2.1"), "without TLS", id="another address, open"),
        pytest.param(Asked("review.example.org"), "without TLS", id="a name that may be any address"),
        pytest.param(Asked(url=URL), "without TLS", id="a team on loopback, open"),
        pytest.param(Asked(certificate=ABSENT), "two files", id="a certificate without its key"),
        pytest.param(Asked("0.0.0.0", certificate=ABSENT, key=ABSENT), "will type", id="no name to answer to"),
        pytest.param(Asked("0.0.0.0", url=URL, certificate=ABSENT, key=ABSENT), "cannot be read", id="no such files"),
        pytest.param(Asked(url="http://review.example.org", proxy="::1", port=1), "not https", id="an open address"),
        pytest.param(Asked(url=URL, proxy="nginx", port=1), "--behind-proxy", id="a proxy that could be anybody"),
        pytest.param(Asked(url=URL, proxy="127.0.0.1"), "port", id="a proxy that cannot find it"),
    ],
)
def test_a_server_that_would_leak_or_be_out_of_reach_does_not_start(asked: Asked, told: str) -> None:
    with pytest.raises(InputError) as refused:
        checked(asked)
    assert told in str(refused.value) and refused.value.remedy


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost"])
def test_for_one_person_on_loopback_nothing_else_is_asked(host: str) -> None:
    checked(Asked(host))
    assert not Asked(host).team


def test_behind_a_proxy_a_team_server_may_stand_on_loopback() -> None:
    checked(Asked(url=URL, proxy="127.0.0.1", port=8081))


def test_the_port_is_that_of_the_address_unless_another_is_asked_for() -> None:
    assert port_of(Asked()) == 0
    assert (port_of(Asked(url=URL)), port_of(Asked(url=f"{URL}:8443"))) == (443, 8443)
    assert port_of(Asked(url=URL, port=8081)) == 8081


def test_a_port_that_is_taken_is_an_error_with_a_remedy() -> None:
    with listener("127.0.0.1", 0) as taken, pytest.raises(InputError) as refused:
        listener("127.0.0.1", taken.getsockname()[1])
    assert "--port" in refused.value.remedy


def matter(*names: str) -> Matter:
    return replace(default_matter(), reviewers=tuple(Reviewer(name, ReviewerPart.ATTORNEY) for name in names))


def test_alone_the_person_at_the_machine_supervises_under_their_own_name() -> None:
    for given, known, login, expected in (
        ("Pat  Reviewer ", (), "pat", "Pat Reviewer"),
        (None, ("Pat Reviewer",), "pat", "Pat Reviewer"),
        (None, (), "pat", "pat"),
        ("Somebody", ("Pat Reviewer", "Sam Reviewer"), "pat", "Somebody"),
    ):
        who = local_reviewer(given, matter(*known), (), login)
        assert not isinstance(who, Unclear)
        assert (who.name, who.role) == (expected, ReviewerRole.SUPERVISING_ATTORNEY)


def test_where_it_is_unclear_who_reviews_somebody_is_asked() -> None:
    assert local_reviewer(None, matter("Pat", "Sam"), (), "pat") == Unclear(("Pat", "Sam"))
    assert local_reviewer(None, matter(), (), "root") == Unclear(())
    assert local_reviewer(" ", matter(), (), "") == Unclear(())


def test_with_accounts_nobody_gives_themselves_another_role_at_the_machine() -> None:
    accounts = (ReviewerAccount("Rae Readonly", "read-only"), ReviewerAccount("Sam Reviewer", "reviewer"))
    who = local_reviewer("rae  READONLY", matter("Pat"), accounts, "pat")
    assert not isinstance(who, Unclear)
    assert (who.name, who.role) == ("Rae Readonly", ReviewerRole.READ_ONLY)
    with pytest.raises(NotPermittedError):
        local_reviewer("Pat", matter("Pat"), accounts, "pat")
    assert local_reviewer(None, matter("Pat"), accounts, "pat") == Unclear(("Rae Readonly", "Sam Reviewer"))


def test_the_log_names_errors_by_kind_and_place_whoever_logs_them(caplog: pytest.LogCaptureFixture) -> None:
    secret = "A200-555-123"
    caplog.handler.addFilter(PlacesOnly())
    for name in ("uvicorn.error", "asyncio"):
        try:
            raise ValueError(secret)
        except ValueError:
            logging.getLogger(name).exception("GET /documents/%s", secret, stack_info=True)
        logging.getLogger(name).error("request %s", secret)
    assert secret not in caplog.text and "Traceback" not in caplog.text
    assert "unforeseen ValueError" in caplog.text and "a connection was not answered" in caplog.text


@pytest.mark.parametrize("name", ["rule:section-1367/name", "RULE: x", "Pat\u200b", "P" * 121, "Pat\u202e"])
def test_nobody_takes_a_name_that_the_ledger_would_take_for_a_rule_or_for_somebody_else(name: str) -> None:
    with pytest.raises(InputError, match="name"):
        local_reviewer(name, matter(), (), "pat")


def test_another_spelling_of_a_reviewer_whom_the_matter_names_is_the_same_person() -> None:
    who = local_reviewer("pat", matter("Pat", "Sam"), (), "root")
    assert not isinstance(who, Unclear) and who.name == "Pat"
