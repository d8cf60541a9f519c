"""Every database keeps accounts and sessions alike: names are found however written, and what is ended stays ended."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from postgres import new_database, postgres_server

from redactor.errors import InputError
from redactor.store.accounts import Accounts, OpenSession, ReviewerAccount

NOW = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)
PAT = ReviewerAccount("Pat Reviewer", "reviewer", "pat@example.org", "$argon2id$a")


@pytest.fixture(scope="module")
def postgres() -> Iterator[str]:
    with postgres_server() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def accounts(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Accounts]:
    sqlite = request.param == "sqlite"
    place = (
        tmp_path / "matter.db" if sqlite else new_database(request.getfixturevalue("postgres"), f"a{uuid.uuid4().hex}")
    )
    made = Accounts(place, b"k" * 32)
    made.add(PAT, NOW)
    yield made
    made.close()


def signed_in(accounts: Accounts, digest: str, name: str = "Pat Reviewer", *, local: bool = False) -> None:
    accounts.open_session(digest, OpenSession(name, "reviewer", local, NOW, NOW))


def test_one_person_is_found_however_the_name_is_written_and_never_twice(accounts: Accounts) -> None:
    assert accounts.named(" pat  REVIEWER") == PAT == accounts.identified("PAT@Example.org ")
    assert accounts.named("Pat") is None and accounts.identified("") is None and accounts.identified("None") is None
    for again in (ReviewerAccount("PAT REVIEWER", "reviewer"), ReviewerAccount("Sam", "reviewer", "Pat@example.ORG")):
        with pytest.raises(InputError):
            accounts.add(again, NOW)
    accounts.add(ReviewerAccount("Sam", "reviewer"), NOW)
    accounts.add(ReviewerAccount("Olu", "reviewer"), NOW)  # two without an identity do not share one
    assert [account.name for account in accounts.all()] == ["Olu", "Pat Reviewer", "Sam"]


def test_a_session_has_the_role_of_its_account_now_and_the_time_in_utc(accounts: Accounts) -> None:
    signed_in(accounts, "one")
    accounts.set_role("pat reviewer", "read-only")
    accounts.seen("one", NOW + timedelta(minutes=5))
    assert accounts.session("one") == OpenSession("Pat Reviewer", "read-only", False, NOW, NOW + timedelta(minutes=5))


def test_a_local_session_needs_no_account_and_another_ends_with_it(accounts: Accounts) -> None:
    signed_in(accounts, "local", "Somebody", local=True)
    signed_in(accounts, "team", "Somebody")
    assert accounts.session("local") is not None and accounts.session("team") is None


def test_removal_and_another_password_end_the_sessions_of_that_person_alone(accounts: Accounts) -> None:
    accounts.add(ReviewerAccount("Sam", "reviewer"), NOW)
    signed_in(accounts, "pat")
    signed_in(accounts, "sam", "Sam")
    accounts.set_password("Pat Reviewer", "$argon2id$b", end_sessions=False)
    assert accounts.session("pat") is not None
    accounts.set_password("Pat Reviewer", "$argon2id$c")
    assert accounts.session("pat") is None
    signed_in(accounts, "pat again")
    accounts.remove("PAT Reviewer")
    accounts.add(PAT, NOW)
    assert accounts.session("pat again") is None and accounts.session("sam") is not None


def test_sessions_that_are_over_are_forgotten(accounts: Accounts) -> None:
    signed_in(accounts, "idle")
    signed_in(accounts, "busy")
    accounts.seen("busy", NOW + timedelta(minutes=20))
    accounts.end_sessions_before(NOW - timedelta(hours=1), NOW + timedelta(minutes=10))
    assert accounts.session("idle") is None and accounts.session("busy") is not None
    accounts.end_sessions_before(NOW + timedelta(hours=1), NOW)
    assert accounts.session("busy") is None


def test_accounts_do_not_show_what_signs_them_in() -> None:
    assert "example.org" not in repr(PAT) and "argon2" not in repr(PAT)
