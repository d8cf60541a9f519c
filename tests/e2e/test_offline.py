"""Nothing about a document is asked of, or told to, anybody else: a run needs no network."""

from __future__ import annotations

from pathlib import Path

from commands import redactor

WITHOUT_A_NETWORK = """
import socket, sys

def refuse(*_, **__):
    raise AssertionError("a socket was opened")

socket.socket.connect = socket.socket.connect_ex = socket.socket.sendto = socket.socket.bind = refuse
socket.create_connection = socket.getaddrinfo = socket.gethostbyname = refuse
watched = {"socket.connect", "socket.getaddrinfo", "socket.bind"}
sys.addaudithook(lambda event, _: refuse() if event in watched else None)
from redactor.cli import main
main()
"""


def test_a_run_opens_no_socket(originals: Path, tmp_path: Path) -> None:
    done = redactor(
        "run", originals, "--out", tmp_path / "out", "--engine", "serial", program=("-c", WITHOUT_A_NETWORK)
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out" / "productions" / "VOL001" / "MANIFEST.json").is_file()


def test_the_guard_of_this_test_would_see_a_socket() -> None:
    guard = WITHOUT_A_NETWORK.replace("from redactor.cli import main\nmain()", "socket.create_connection(('::1', 9))")
    done = redactor(program=("-c", guard))
    assert "a socket was opened" in done.stderr
