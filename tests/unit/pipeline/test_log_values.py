"""What a log says in words of others goes through the detector."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from factories import KEY, roster

from redactor.model import Category, Role
from redactor.pipeline.log_values import FREE, cleaned, cleaned_tables
from redactor.privilege_log import COLUMNS, Table


def scanned(*names: str, role: Role = Role.SUBJECT) -> Any:
    return SimpleNamespace(registry=roster(*names, role=role, numbers=[(Category.A_NUMBER, "A200123456")]))


def test_a_number_in_a_subject_line_is_not_served() -> None:
    value = "Arrest of A200-123-456 at court"
    assert cleaned([value], scanned("EJEMPLO, Maria"), KEY)[value] == "Arrest of [REDACTED] at court"


def test_a_registered_name_is_not_served_in_any_variant() -> None:
    [value] = cleaned(["File of Maria Ejemplo"], scanned("EJEMPLO, Maria"), KEY).values()
    assert "jemplo" not in value and "Maria" not in value and value.startswith("File of [REDACTED]")


def test_an_officer_and_an_office_stay() -> None:
    scan = scanned("MUSTER, Jane", role=Role.OFFICER)
    for value in ("ERO New York Field Office", "Jane Muster"):
        assert cleaned([value], scan, KEY)[value] == value


def test_only_columns_in_words_of_others_are_looked_at() -> None:
    table = Table("Log", "Log", "", ("LogID", "Custodian"), (("A200123456", "A200123456"),))
    [clean] = cleaned_tables([table], scanned("EJEMPLO, Maria"), KEY)
    assert clean.rows == (("A200123456", "[REDACTED]"),)


def test_every_free_column_of_the_served_log_is_one_of_its_columns() -> None:
    assert {"Author", "To", "CC", "BCC", "Subject_Title", "Custodian", "DocType"} == FREE & set(COLUMNS)
