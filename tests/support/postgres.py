"""A PostgreSQL server of the tests' own, from Debian's package, in a folder that goes with it."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_USER = "nobody"
"""Who runs the server where the tests run as root, which it refuses to run as."""


@contextmanager
def postgres_server() -> Iterator[str]:
    """The SQLAlchemy URL of a server without the database's name; skips where the package is not installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if not found:
        pytest.skip("Debian's postgresql is not installed, so nothing was tried on PostgreSQL")
    pytest.importorskip("psycopg", reason="psycopg is not installed, so nothing was tried on PostgreSQL")
    binaries = found[-1].parent
    folder = Path(tempfile.mkdtemp(prefix="pg", dir="/tmp"))  # a short path: the socket lies in it
    user = pwd.getpwnam(_USER)
    as_root = os.geteuid() == 0
    if as_root:
        os.chown(folder, user.pw_uid, user.pw_gid)

    def run(*command: str) -> None:
        subprocess.run(
            [str(binaries / command[0]), *command[1:]],
            check=True,
            capture_output=True,
            cwd=folder,
            env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"},
            user=user.pw_uid if as_root else None,
            group=user.pw_gid if as_root else None,
        )

    data = folder / "data"
    run("initdb", "-D", str(data), "-U", "tests", "--auth=trust", "-E", "UTF8", "--no-sync")
    options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off -c max_connections=40"
    run("pg_ctl", "-D", str(data), "-w", "-l", str(folder / "log"), "-o", options, "start")
    try:
        yield f"postgresql+psycopg://tests@/{{database}}?host={folder}"
    finally:
        run("pg_ctl", "-D", str(data), "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def new_database(server: str, name: str) -> str:
    """The URL of a new, empty database on the server."""
    import psycopg

    host = server.partition("host=")[2]
    with psycopg.connect(f"host={host} user=tests dbname=postgres", autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    return server.format(database=name)
