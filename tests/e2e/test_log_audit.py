"""``redactor log audit``: a ledger that was tampered with ends the command with a code of its own and the line."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

from click.testing import CliRunner
from reviewed_matter import ANN, ReviewedMatter, decide, the

from redactor.cli import main
from redactor.errors import EXIT_TAMPERED
from redactor.model import Category, Disposition, Role
from redactor.review.records import Choice


def reviewed(folder: Path) -> ReviewedMatter:
    matter = ReviewedMatter(folder)
    page = "Name: Marisol Ejemplo, seen by Bruno Muestra"
    matter.scan(
        {
            page: [
                ("Marisol Ejemplo", Category.PERSON_NAME, Role.SUBJECT),
                ("Bruno Muestra", Category.PERSON_NAME, Role.UNKNOWN),
            ]
        }
    )
    desk = matter.desk()
    decide(desk, ANN, the(desk, Category.PERSON_NAME, 1), Choice(Disposition.PRODUCE, "Public."))
    desk.close()
    return matter


def test_a_ledger_as_it_was_written_passes(tmp_path: Path) -> None:
    ended = CliRunner().invoke(main, ["log", "audit", str(reviewed(tmp_path).path)])
    assert ended.exit_code == 0
    assert ended.output == "3 lines of decisions, 1 lines of audit: as they were written\n"


def test_a_changed_line_is_named_and_nothing_of_it_repeated(tmp_path: Path) -> None:
    matter = reviewed(tmp_path)
    with sqlite3.connect(matter.folder.database) as connection:
        connection.execute("DROP TRIGGER decisions_no_update")
        connection.execute("UPDATE decisions SET actor = 'Bo Example' WHERE number = 3")
    ended = CliRunner().invoke(main, ["log", "audit", str(matter.path)])
    assert ended.exit_code == EXIT_TAMPERED
    assert "decisions, line 3: was changed" in ended.output
    assert "NOT as they were written" in ended.output
    assert "Bo Example" not in ended.output


def test_a_database_put_back_to_an_earlier_day_is_seen_by_the_head_beside_it(tmp_path: Path) -> None:
    matter = reviewed(tmp_path)
    earlier = matter.folder.database.read_bytes()
    desk = matter.desk()
    decide(desk, ANN, the(desk, Category.PERSON_NAME, 0), Choice(Disposition.REDACT))
    desk.close()
    for path in matter.folder.work_product.glob("matter.db*"):
        path.unlink()
    matter.folder.database.write_bytes(earlier)
    ended = CliRunner().invoke(main, ["log", "audit", str(matter.path), "--json"])
    assert ended.exit_code == EXIT_TAMPERED
    told = json.loads(ended.output)
    assert {"chain": "decisions", "line": 4, "what": "is missing, with all up to 4: the end was cut off"} in told[
        "broken"
    ]


def test_a_head_that_somebody_removed_is_missed(tmp_path: Path) -> None:
    matter = reviewed(tmp_path)
    (matter.folder.work_product / "chain-head").unlink()
    ended = CliRunner().invoke(main, ["log", "audit", str(matter.path)])
    assert ended.exit_code == EXIT_TAMPERED
    assert "chain-head, line 0: is missing" in ended.output


def test_a_folder_where_nothing_was_scanned_is_said_so(tmp_path: Path) -> None:
    ended = CliRunner().invoke(main, ["log", "audit", str(tmp_path)])
    assert ended.exit_code == 4
    assert "nothing was scanned" in ended.output
