"""Sets the project up and runs it, with the standard library only.

``demo`` makes ``.venv`` beside this file, installs the package and produces the demo matter into ``out/demo``.
``check`` installs what development needs and runs everything that CI runs; it stops at the first that fails.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "installed"
OLDEST, NEWEST = (3, 11), (3, 13)
HELD_BACK = 3  # the exit code of a run that produced a volume and held something back

USAGE = """\
usage: python3 bootstrap.py demo     set up, and produce the demo matter into out/demo
       python3 bootstrap.py check    set up for development, and run what CI runs
"""

CHECKS = (
    ("ruff format --check", ("-m", "ruff", "format", "--check", ".")),
    ("ruff check", ("-m", "ruff", "check", ".")),
    ("mypy", ("-m", "mypy")),
    ("lint-imports", ("-c", "from importlinter.cli import lint_imports_command as check; check()")),
    ("pytest", ("-m", "pytest", "-n", "2", "--dist", "worksteal")),
)


POPPLER, CHROMIUM, POSTGRESQL = "poppler's pdftotext", "Chromium", "PostgreSQL's server"
PACKAGES = {POPPLER: "poppler-utils", CHROMIUM: "chromium", POSTGRESQL: "postgresql"}


class BootstrapError(Exception):
    """What could not be done, in words for whoever called."""


def main(arguments: list[str]) -> int:
    """Runs the command; gives its exit code."""
    version = sys.version_info[:2]
    if not OLDEST <= version <= NEWEST:
        say(
            f"This needs Python 3.11, 3.12 or 3.13, and was started with {version[0]}.{version[1]}.\n"
            "Please install one of them (https://www.python.org/downloads/) and call it by name, for example:\n"
            "  python3.12 bootstrap.py demo"
        )
        return 2
    if arguments not in (["demo"], ["check"]):
        say(USAGE)
        return 2
    try:
        return demo() if arguments == ["demo"] else check()
    except BootstrapError as error:
        say(str(error))
        return 1


def demo() -> int:
    """The demo matter, produced into out/demo."""
    install(())
    out = ROOT / "out" / "demo"
    matter = ROOT / "samples" / "demo-matter"
    say("Producing the demo matter; this takes about a minute.")
    code = run(
        *("-m", "redactor", "run", str(matter / "originals")),
        *("--matter", str(matter / "matter.yaml"), "--out", str(out)),
    )
    if code in (0, HELD_BACK):
        volumes = sorted(path.name for path in (out / "productions").glob("VOL*"))
        newest = out / "productions" / (volumes[-1] if volumes else "")
        say(
            "\nWhere to look:\n"
            f"  {newest / 'PDF'}   the redacted documents\n"
            f"  {newest / 'LOG'}   the log that is served with them\n"
            f"  {out / 'work-product'}   what never leaves: the internal log, what was held back, the crosswalk"
        )
    return code


def check() -> int:
    """Everything that CI runs, until something fails."""
    install(("dev",))
    for absent, note in skipped():
        say(f"NOTE: {absent} not found: {note}. To have it: apt-get install {PACKAGES[absent]}")
    for name, command in CHECKS:
        say(f"\n== {name}")
        code = run(*command)
        if code != 0:
            say(f"\nFAILED: {name} (exit code {code}). Nothing after it was run.")
            return 1
    say("\nEverything passed.")
    return 0


def skipped() -> list[tuple[str, str]]:
    """What tests use of the system and do not find, each with what is left out without it."""
    found = {
        POPPLER: shutil.which("pdftotext") is not None,
        CHROMIUM: shutil.which("chromium") is not None,
        POSTGRESQL: any(Path("/usr/lib/postgresql").glob("*/bin/initdb")),
    }
    notes = {
        POPPLER: "its tests are skipped, and copies are verified by three readers instead of four",
        CHROMIUM: "the tests of the reviewer's page in a browser are skipped",
        POSTGRESQL: "the tests of a team's database are skipped",
    }
    return [(name, notes[name]) for name, there in found.items() if not there]


def install(extras: tuple[str, ...]) -> None:
    """The package and its ``extras`` in .venv, unless they are there and nothing moved since."""
    wanted = hashlib.sha256((ROOT / "pyproject.toml").read_bytes() + os.fsencode(ROOT)).hexdigest()
    try:
        known = STAMP.read_text(encoding="utf-8").split()
    except OSError:
        known = []
    done = known[1:] if known[:1] == [wanted] else []
    name = f".[{','.join(extras)}]" if extras else "."
    if name in done and python().is_file():
        return
    if not has_pip():
        make_environment()
    say(f"Installing {name} into {VENV}; the first time takes some minutes.")
    if run("-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-e", name) != 0:
        raise BootstrapError("The installation failed; pip says why above. It needs a network or a package mirror.")
    STAMP.write_text("\n".join([wanted, *done, name, "."]), encoding="utf-8")


def has_pip() -> bool:
    """Whether .venv is there and complete; one that was cut off while it was made is not."""
    if not python().is_file():
        return False
    asked = subprocess.run([str(python()), "-m", "pip", "--version"], capture_output=True, check=False)  # noqa: S603
    return asked.returncode == 0


def make_environment() -> None:
    """.venv with pip in it, also where Python comes without ensurepip (as Debian's does)."""
    say(f"Making {VENV}")
    shutil.rmtree(VENV, ignore_errors=True)
    plain = subprocess.run([sys.executable, "-m", "venv", str(VENV)], capture_output=True, check=False)  # noqa: S603
    if plain.returncode == 0 and python().is_file():
        return
    shutil.rmtree(VENV, ignore_errors=True)
    steps = (
        ("-m", "venv", "--without-pip", str(VENV)),
        ("-m", "pip", "--python", str(python()), "install", "--quiet", "pip"),
    )
    for step in steps:
        if subprocess.run([sys.executable, *step], check=False).returncode != 0:  # noqa: S603
            shutil.rmtree(VENV, ignore_errors=True)
            raise BootstrapError(
                "No environment could be made. On Debian and Ubuntu: apt-get install python3-venv, then try again."
            )


def python() -> Path:
    """The environment's own Python."""
    return VENV / "Scripts" / "python.exe" if os.name == "nt" else VENV / "bin" / "python"


def run(*arguments: str) -> int:
    """The environment's Python, called with ``arguments`` in the project's folder; its exit code."""
    programs = f"{python().parent}{os.pathsep}{os.environ.get('PATH', '')}"
    try:
        return subprocess.run(  # noqa: S603  # our own checks, without a shell
            [str(python()), *arguments], cwd=ROOT, env={**os.environ, "PATH": programs}, check=False
        ).returncode
    except KeyboardInterrupt:
        return 130


def say(words: str) -> None:
    """To standard error, at once, so that it stands in order with what the checks print."""
    print(words, file=sys.stderr, flush=True)  # noqa: T201  # this file is a command


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
