"""Whatever happens inside, a command ends with an exit code, a message and a remedy; never with what a record held."""

from __future__ import annotations

import importlib
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from redactor import __version__
from redactor.cli import main
from redactor.errors import InputError, OutputError

SECRET = "QUINTANILLA"
run_command = importlib.import_module("redactor.cli.run")


def ended(monkeypatch: pytest.MonkeyPatch, folder: Path, error: BaseException, *more: str) -> Result:
    """``redactor run`` where the pipeline ends with ``error``."""

    def stop(_: object) -> None:
        raise error

    monkeypatch.setattr(run_command, "run_job", stop)
    return CliRunner().invoke(main, ["run", str(folder), "--out", str(folder / "out"), *more])


def test_what_nobody_foresaw_is_named_by_kind_and_repeats_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    result = ended(monkeypatch, tmp_path, KeyError(SECRET))
    assert result.exit_code == 1
    assert "unforeseen KeyError" in result.stderr
    assert "Report this" in result.stderr
    assert SECRET not in result.output
    assert "Traceback" not in result.output


def test_ctrl_c_ends_with_130_and_says_how_to_go_on(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    result = ended(monkeypatch, tmp_path, KeyboardInterrupt())
    assert result.exit_code == 130
    assert "it goes on where it stopped" in result.stderr


@pytest.mark.parametrize(
    ("error", "kind", "code"),
    [
        (OutputError("the disk is full", remedy="Make room."), "OutputError", 7),
        (InputError("nothing"), "InputError", 4),
        (KeyboardInterrupt(), "InterruptedRunError", 130),
        (ValueError(SECRET), "RedactorError", 1),
    ],
)
def test_with_json_the_error_is_one_object_on_standard_output_too(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, error: BaseException, kind: str, code: int
) -> None:
    result = ended(monkeypatch, tmp_path, error, "--json")
    told = json.loads(result.stdout)
    assert (told["error"], told["exit_code"], result.exit_code) == (kind, code, code)
    assert told["remedy"] in result.stderr
    assert SECRET not in result.output


def test_help_and_version_end_with_0() -> None:
    assert CliRunner().invoke(main, ["--version"]).output.split()[-1] == __version__
    helped = CliRunner().invoke(main, ["run", "--help"])
    assert helped.exit_code == 0
    assert "--out" in helped.output


def test_an_engine_that_nobody_offers_ends_with_10(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["run", str(tmp_path), "--out", str(tmp_path / "out"), "--engine", "no-such"])
    assert result.exit_code == 10
    assert "no-such" in result.stderr


def test_the_shipped_rules_pass_their_own_check() -> None:
    result = CliRunner().invoke(main, ["rules", "check"])
    assert result.exit_code == 0, result.output
    assert "0 failures" in result.output
