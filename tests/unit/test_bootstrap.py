"""The first command that anybody runs: it is kind about a wrong Python, installs once, and says what failed."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]


class Recorded:
    """Stands in for ``subprocess.run``: keeps what was called, and fails what ``fails`` says."""

    def __init__(self, *fails: str) -> None:
        self.calls: list[list[str]] = []
        self._fails = fails

    def __call__(self, command: list[str], **_: Any) -> subprocess.CompletedProcess[bytes]:
        self.calls.append(command)
        failed = any(" ".join(command).endswith(end) for end in self._fails)
        return subprocess.CompletedProcess(command, 1 if failed else 0)

    def said(self, part: str) -> list[int]:
        return [place for place, command in enumerate(self.calls) if part in " ".join(command)]


@pytest.fixture
def bootstrap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The file as a module, at home in a folder of its own with an environment that has been made."""
    home = tmp_path / "a folder with spaces"
    home.mkdir()
    for name in ("bootstrap.py", "pyproject.toml"):
        shutil.copyfile(ROOT / name, home / name)
    spec = importlib.util.spec_from_file_location("bootstrap", home / "bootstrap.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.python().parent.mkdir(parents=True)
    module.python().write_bytes(b"")
    return module


def recorded(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, *fails: str) -> Recorded:
    made = Recorded(*fails)
    monkeypatch.setattr(bootstrap.subprocess, "run", made)
    return made


@pytest.mark.parametrize("version", [(3, 10, 14), (3, 14, 0), (3, 9, 2)])
def test_another_python_is_told_which_ones_will_do(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], version: tuple[int, ...]
) -> None:
    called = recorded(bootstrap, monkeypatch)
    monkeypatch.setattr(bootstrap.sys, "version_info", version)
    assert bootstrap.main(["demo"]) == 2
    assert "needs Python 3.11, 3.12 or 3.13" in capsys.readouterr().err
    assert called.calls == []


@pytest.mark.parametrize("arguments", [[], ["deploy"], ["demo", "check"]])
def test_any_other_word_is_answered_with_the_usage(
    bootstrap: ModuleType, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert bootstrap.main(arguments) == 2
    assert "usage: python3 bootstrap.py demo" in capsys.readouterr().err


def test_it_is_installed_again_only_when_pyproject_changed(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    called = recorded(bootstrap, monkeypatch)
    bootstrap.install(())
    bootstrap.install(())
    assert len(called.said("pip install")) == 1
    bootstrap.install(("dev",))
    bootstrap.install(("dev",))
    bootstrap.install(())
    assert len(called.said("pip install")) == 2
    with (bootstrap.ROOT / "pyproject.toml").open("a") as file:
        file.write("# changed\n")
    bootstrap.install(("dev",))
    assert len(called.said("pip install")) == 3


def test_an_installation_that_failed_is_tried_again(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    recorded(bootstrap, monkeypatch, "-e .")
    assert bootstrap.main(["demo"]) == 1
    assert "installation failed" in capsys.readouterr().err
    called = recorded(bootstrap, monkeypatch)
    bootstrap.install(())
    assert called.said("pip install")


def test_without_ensurepip_the_environment_gets_its_pip_from_outside(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    called = recorded(bootstrap, monkeypatch, f"-m venv {bootstrap.VENV}")
    bootstrap.make_environment()
    assert called.calls[1:] == [
        [sys.executable, "-m", "venv", "--without-pip", str(bootstrap.VENV)],
        [sys.executable, "-m", "pip", "--python", str(bootstrap.python()), "install", "--quiet", "pip"],
    ]


def test_where_no_environment_can_be_made_it_says_what_to_install(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(bootstrap.VENV)
    recorded(bootstrap, monkeypatch, str(bootstrap.VENV))
    assert bootstrap.main(["check"]) == 1
    assert "apt-get install python3-venv" in capsys.readouterr().err


def test_the_check_runs_everything_in_order(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    called = recorded(bootstrap, monkeypatch)
    assert bootstrap.main(["check"]) == 0
    places = [
        called.said(part)[0] for part in ("ruff format --check", "ruff check", "-m mypy", "importlinter", "-m pytest")
    ]
    assert places == sorted(places)


def test_the_check_stops_at_the_first_failure_and_names_it(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    called = recorded(bootstrap, monkeypatch, "-m mypy")
    assert bootstrap.main(["check"]) == 1
    assert "FAILED: mypy" in capsys.readouterr().err
    assert called.said("ruff check") and not called.said("-m pytest")


def test_what_is_missing_of_the_system_is_said_aloud_with_what_it_costs(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    recorded(bootstrap, monkeypatch)
    monkeypatch.setattr(bootstrap.shutil, "which", lambda _: None)
    bootstrap.main(["check"])
    said = capsys.readouterr().err
    assert "pdftotext not found" in said and "three readers instead of four" in said
    assert "Chromium not found" in said and "apt-get install chromium" in said


def test_on_windows_the_environment_has_its_python_elsewhere(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstrap.os, "name", "nt")
    assert bootstrap.python().as_posix().endswith(".venv/Scripts/python.exe")
