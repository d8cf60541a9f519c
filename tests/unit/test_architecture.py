"""The house keeps its own rules: who imports whom, who may vouch for a copy, how long a file is, what a wheel holds."""

from __future__ import annotations

import ast
import importlib.util
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "redactor"
LONGEST_FILE = 500
SOURCES = sorted(PACKAGE.rglob("*.py"))


def calls(path: Path, name: str) -> Iterator[int]:
    """Lines on which ``name``, however it is reached, is called."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            called = node.func
            if (called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")) == name:
                yield node.lineno


def aliases(path: Path, name: str) -> list[str]:
    """Other names under which a module imports ``name``; a call under one of them would not be seen above."""
    return [
        alias.asname
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if alias.name == name and alias.asname
    ]


def test_nobody_imports_whom_they_may_not() -> None:
    checked = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as check; check()"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_only_the_verifier_makes_a_verified_copy() -> None:
    makers = [path.relative_to(PACKAGE).as_posix() for path in SOURCES if any(calls(path, "VerifiedCopy"))]
    assert makers == ["verify/copies.py"]
    assert [path.name for path in SOURCES if aliases(path, "VerifiedCopy")] == []


def test_no_file_is_too_long_to_read() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCES}
    assert {path.name: length for path, length in lengths.items() if length > LONGEST_FILE} == {}


def test_there_are_no_rooms_for_things_without_a_place() -> None:
    names = {part for path in SOURCES for part in path.relative_to(PACKAGE).with_suffix("").parts}
    assert names & {"utils", "util", "helpers", "common", "misc"} == set()


def test_importing_the_package_loads_none_of_its_stages() -> None:
    loaded = subprocess.run(
        [sys.executable, "-c", "import redactor, sys; print(*[m for m in sys.modules if m.startswith('redactor.')])"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert loaded.stdout.split() == []


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built with the build backend that is installed, or with one that is fetched for it."""
    here = ["--no-isolation"] if importlib.util.find_spec("hatchling") else []
    folder = tmp_path_factory.mktemp("wheel")
    built = subprocess.run(
        [sys.executable, "-m", "build", "--wheel", *here, "--outdir", str(folder), str(ROOT)],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert built.returncode == 0, built.stdout + built.stderr
    (path,) = folder.glob("*.whl")
    return path


def test_an_installed_wheel_finds_its_rules_and_runs_from_anywhere(wheel: Path, tmp_path: Path) -> None:
    python = installed(wheel, tmp_path / "venv")
    checked = subprocess.run(
        [str(python), "-m", "redactor", "rules", "check"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert checked.returncode == 0, checked.stderr
    assert "section-1367" in checked.stdout
    where = subprocess.run(
        [str(python), "-c", "import redactor; print(redactor.__file__)"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    package = Path(where.stdout.strip()).parent
    assert package.is_relative_to(tmp_path)
    assert (package / "rules" / "section-1367" / "rules.yaml").is_file()


def installed(wheel: Path, folder: Path) -> Path:
    """The Python of a new environment that holds the wheel, and borrows the packages that it needs from this one.

    An editable install of the project is not borrowed: a .pth file of another folder is not followed.
    """
    venv.create(folder, with_pip=False)
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    pip = [sys.executable, "-m", "pip", "--python", str(python), "--disable-pip-version-check"]
    subprocess.run([*pip, "install", "--quiet", "--no-deps", str(wheel)], check=True, timeout=300)
    # Only now: pip must not take this environment's own copy for one that it should replace.
    packages = Path(sysconfig.get_path("purelib", vars={"base": str(folder), "platbase": str(folder)}))
    (packages / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return python
