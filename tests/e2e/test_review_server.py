"""The review server as its users start it: alone by the one-time link, as a team under TLS, and what it refuses."""

from __future__ import annotations

import json
import re
import shutil
import signal
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner
from commands import redactor
from paper import NOTE, NOTICE, STAFFING, write_pdf
from served import Answer, Running, Visitor, certificate, free_port, review

from redactor.cli import main

PASSWORD = "four unrelated words here"


@pytest.fixture(scope="module")
def matter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A matter folder with two originals, not scanned yet; whichever test comes first scans it."""
    folder = tmp_path_factory.mktemp("matter")
    (folder / "originals").mkdir()
    write_pdf(folder / "originals" / "NTA QUINTANILLA A200-555-123.pdf", [NOTICE])
    write_pdf(folder / "originals" / "note to file.pdf", [NOTE, STAFFING])
    return folder


@pytest.fixture(scope="module")
def team(matter: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the matter with two reviewers who have accounts: whoever opens the matter itself needs none."""
    if not (matter / "matter.yaml").exists():
        assert redactor("scan", matter, "--jobs", 1).returncode == 0
    matter = Path(shutil.copytree(matter, tmp_path_factory.mktemp("team") / "matter"))
    for name, role in (("Sam Reviewer", "reviewer"), ("Rae Readonly", "read-only")):
        added = cli("reviewers", "add", matter, name, "--role", role, typed=f"{PASSWORD}\n{PASSWORD}\n")
        assert added[0] == 0, added
    return matter


def cli(*arguments: object, typed: str = "") -> tuple[int, str]:
    """The command line in this process, with what is typed."""
    ran = CliRunner().invoke(main, [str(argument) for argument in arguments], input=typed)
    return ran.exit_code, ran.output


def token_in(page: Answer) -> str:
    found = re.search(r'name="csrf" value="([0-9a-f]{64})"', page.text)
    assert found, page.text
    return found[1]


def opened(running: Running, token: str | None = None) -> tuple[Visitor, Answer]:
    visitor = Visitor(running.origin)
    form = {"csrf": token_in(visitor.get("/link")), "token": token or running.address.partition("#")[2]}
    return visitor, visitor.post("/link", form)


def followed(visitor: Visitor, path: str) -> Answer:
    answer = visitor.get(path)
    while answer.status == 303:
        answer = visitor.get(answer.headers["location"])
    return answer


def trail(matter: Path) -> list[tuple[str, str, str | None]]:
    with sqlite3.connect(matter / "work-product" / "matter.db") as database:
        return list(database.execute("SELECT who, event, document FROM audit ORDER BY number"))


def test_one_person_opens_the_matter_by_the_link_works_and_stops_it(matter: Path) -> None:
    with review(matter, "--name", "Pat Reviewer") as running:
        visitor, exchanged = opened(running)
        assert (exchanged.status, exchanged.headers["location"]) == (303, "/")
        documents = followed(visitor, "/documents")
        assert documents.status == 200 and "Pat Reviewer" in documents.text
        assert "QUINTANILLA" not in documents.text  # control numbers, never file names
        page = re.search(r"/documents/[0-9a-f]{64}/pages/1", documents.text)
        assert page and visitor.get(page[0]).status == 200
        thief, refused = opened(running)
        assert refused.status == 403 and thief.get("/documents").status == 401
        assert Visitor(running.origin).get("/", Host="evil.example").status == 421
        visitor.get("/A200-555-123?name=Quintanilla")
        visitor.get("/documents/Quintanilla/pages/1")
        search = visitor.get("/search")
        assert visitor.post("/search", {"csrf": token_in(search), "words": "Quintanilla 555-0142"}).status == 200
        assert running.stop() == 0
    assert (running.rest.strip(), running.errors) == ("Closed.", "")  # and so no word of any request
    assert ("Pat Reviewer", "signed in", None) in trail(matter)
    assert any(who == "Pat Reviewer" and event == "view" and document for who, event, document in trail(matter))
    assert redactor("log", "audit", matter).returncode == 0
    assert not list((matter / "work-product").glob("open-*"))


def test_a_session_does_not_outlive_the_server_of_one_person(matter: Path) -> None:
    port = free_port()
    with review(matter, "--name", "Pat Reviewer", "--port", port) as running:
        visitor, _ = opened(running)
        assert visitor.get("/documents").status == 200
        assert running.stop(signal.SIGTERM) == 0
    with review(matter, "--name", "Pat Reviewer", "--port", port) as again:
        assert visitor.get("/documents").status == 401
        assert opened(again, running.address.partition("#")[2])[1].status == 403


def test_the_same_matter_may_be_opened_twice_though_not_on_one_port(matter: Path) -> None:
    with review(matter, "--name", "Pat Reviewer") as one, review(matter, "--name", "Pat Reviewer") as two:
        assert one.origin != two.origin
        for running in (one, two):
            visitor, _ = opened(running)
            assert visitor.get("/documents").status == 200
        port = one.origin.rpartition(":")[2]
        code, output = cli("review", matter, "--no-browser", "--name", "Pat Reviewer", "--port", port)
        assert code == 4 and f"port {port}" in output and "Traceback" not in output


def test_a_team_signs_in_by_name_under_tls(team: Path, tmp_path: Path) -> None:
    cert, key = certificate(tmp_path)
    port = free_port()
    url = f"https://localhost:{port}"
    with review(team, "--host", "0.0.0.0", "--url", url, "--tls-cert", cert, "--tls-key", key) as running:
        assert running.address == url and "#" not in running.said
        visitor = Visitor(url, trusted=cert)
        assert visitor.get("/").headers["location"] == "/sign-in"
        form = visitor.get("/sign-in")
        assert "max-age" in form.headers["strict-transport-security"]
        wrong = {"csrf": token_in(form), "name": "Sam Reviewer", "password": "not the password"}
        assert visitor.post("/sign-in", wrong).status == 401
        assert visitor.post("/sign-in", {**wrong, "password": PASSWORD}).status == 303
        assert "__Host-redactor-session" in visitor.cookies
        assert "Sam Reviewer" in visitor.get("/documents").text
        readonly = Visitor(url, trusted=cert)
        form = {"csrf": token_in(readonly.get("/sign-in")), "name": "rae readonly", "password": PASSWORD}
        assert readonly.post("/sign-in", form).status == 303
        search = readonly.get("/search")
        assert search.status == 200
        assert readonly.post("/search", {"csrf": token_in(search), "words": "officers"}).status == 200
        assert readonly.post("/comment", {"csrf": token_in(search), "text": "x"}).status == 403
        assert readonly.get("/link").status == 404
        assert running.stop() == 0
    events = [(who, event) for who, event, _ in trail(team)]
    assert ("Sam Reviewer", "sign-in failed") in events and ("Sam Reviewer", "signed in") in events


def test_pages_are_not_served_over_an_open_line(matter: Path) -> None:
    code, output = cli("review", matter, "--host", "0.0.0.0")
    assert code == 4 and "without TLS" in output and "--tls-cert" in output


def test_a_team_server_without_accounts_does_not_start(tmp_path: Path) -> None:
    cert, key = certificate(tmp_path)
    empty = tmp_path / "empty"
    (empty / "originals").mkdir(parents=True)
    write_pdf(empty / "originals" / "staffing.pdf", [STAFFING])
    url = f"https://localhost:{free_port()}"
    code, output = cli("review", empty, "--url", url, "--tls-cert", cert, "--tls-key", key)
    assert code == 4 and "no reviewer was added" in output
    assert not list((empty / "work-product" / "cache").iterdir())  # nothing was scanned for nobody


def test_reviewers_are_added_listed_changed_and_removed_and_it_is_all_written_down(tmp_path: Path) -> None:
    assert cli("init", tmp_path)[0] == 0
    typed = f"{PASSWORD}\n{PASSWORD}\n"
    assert cli("reviewers", "add", tmp_path, "Sam  Reviewer", "--identity", "sam@example.org", typed=typed)[0] == 0
    code, output = cli("reviewers", "add", tmp_path, "sam reviewer", typed=typed)
    assert code == 4 and "already" in output and "Password" not in output
    assert cli("reviewers", "add", tmp_path, "Olu", "--identity", "SAM@example.org", "--no-password")[0] == 4
    assert cli("reviewers", "add", tmp_path, "Olu", "--identity", "olu@example.org", "--no-password")[0] == 0
    assert cli("reviewers", "add", tmp_path, "Nobody", "--no-password")[0] == 2
    assert cli("reviewers", "role", tmp_path, "Olu", "second-reader")[0] == 0
    other = "a wholly different one\n"
    assert cli("reviewers", "passwd", tmp_path, "Sam Reviewer", typed=other * 2)[0] == 0
    listed = json.loads(cli("reviewers", "list", tmp_path, "--json")[1])
    assert listed == [
        {"name": "Olu", "role": "second reader", "password": False, "identity": "olu@example.org"},
        {"name": "Sam Reviewer", "role": "reviewer", "password": True, "identity": "sam@example.org"},
    ]
    assert cli("reviewers", "remove", tmp_path, "Sam Reviewer")[0] == 0
    assert cli("reviewers", "remove", tmp_path, "Sam Reviewer")[0] == 4
    events = [event for _, event, _ in trail(tmp_path)]
    assert events == ["reviewer added"] * 2 + ["role changed", "password changed", "reviewer removed"]
    database = (tmp_path / "work-product" / "matter.db").read_bytes()
    assert PASSWORD.encode() not in database and b"different one" not in database


@pytest.mark.parametrize("password", ["short", "aaaaaaaaaaaaaaaaaaaaaaa"])
def test_a_weak_password_is_refused_and_not_repeated(tmp_path: Path, password: str) -> None:
    cli("init", tmp_path)
    code, output = cli("reviewers", "add", tmp_path, "Sam Reviewer", typed=f"{password}\n{password}\n")
    assert code == 4 and password not in output


def test_no_command_takes_a_password_as_an_argument() -> None:
    for verb in ("add", "passwd"):
        options = cli("reviewers", verb, "--help")[1]
        assert "--password" not in options


def test_once_reviewers_have_accounts_the_person_at_the_machine_is_one_of_them(team: Path) -> None:
    code, output = cli("review", team, "--no-browser", "--name", "Somebody Else")
    assert code == 13 and "not one of them" in output
    with review(team, "--name", "rae readonly") as running:
        assert "Rae Readonly (read-only)" in running.said
        assert running.stop() == 0  # however early
    assert (running.rest.strip(), running.errors) == ("Closed.", "")
