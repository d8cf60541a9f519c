from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from redactor.errors import MatterFileError
from redactor.matter.records import RosterEntry
from redactor.matter.roster import COLUMNS, entries, read_roster
from redactor.model import ProtectionStatus, Role

HEADER = ",".join(COLUMNS)
DENIED = (
    "Ejemplo,Ana,,A200123456,1991-03-14,subject,I-918,2016-02-14,"
    "denied_final,2018-05-01,2019-01-10,ECF 12-3,P. Counselor,2019-02-01,AAO 18-0001,aao"
)


def roster(
    tmp_path: Path, *lines: str, header: str = HEADER, encoding: str = "utf-8"
) -> tuple[tuple[RosterEntry, ...], tuple[str, ...]]:
    path = tmp_path / "roster.csv"
    path.write_text("\n".join((header, *lines)) + "\n", encoding=encoding)
    return read_roster(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_csv_with_or_without_byte_order_mark_is_read(tmp_path: Path, encoding: str) -> None:
    people, notices = roster(tmp_path, 'Muñoz,Inés,"La Flaca; I. Muñoz",,,,,,,,,,', DENIED, encoding=encoding)
    assert notices == ()
    assert people[0].last_name == "Muñoz"
    assert people[0].aka == ("La Flaca", "I. Muñoz")
    assert (people[0].role, people[0].status) == (Role.SUBJECT, ProtectionStatus.UNKNOWN)
    assert people[1].date_of_birth == date(1991, 3, 14)
    assert people[1].status is ProtectionStatus.DENIED_FINAL


def test_dates_as_a_us_spreadsheet_writes_them_are_read(tmp_path: Path) -> None:
    people, _ = roster(tmp_path, "Ejemplo,Ana,,,3/14/1991,,,,,,,,")
    assert people[0].date_of_birth == date(1991, 3, 14)


def test_an_xlsx_is_read_with_its_dates_and_long_numbers(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Last name", "First name", "A-number", "Date of birth", "Role"])
    sheet.append(["Ejemplo", "Ana", 200123456.0, datetime(1991, 3, 14), "Witness"])
    sheet.append([None, None, None, None, None])
    book.save(tmp_path / "roster.xlsx")
    people, notices = read_roster(tmp_path / "roster.xlsx")
    assert notices == ()
    assert len(people) == 1
    assert (people[0].a_number, people[0].date_of_birth) == ("200123456", date(1991, 3, 14))
    assert people[0].role is Role.WITNESS


@pytest.mark.parametrize(
    ("old", "new", "missing"),
    [
        ("2018-05-01", "", "denied"),
        ("2019-01-10", "", "appeals exhausted"),
        ("2019-01-10", "2018-04-30", "exhausted before denied"),
        ("ECF 12-3", "", "proof"),
        ("P. Counselor", "", "sign-off"),
        ("2019-02-01", "", "day of the sign-off"),
        ("2019-02-01", "2019-01-09", "sign-off before the appeals were exhausted"),
        ("AAO 18-0001", "", "decision"),
        (",aao", ",", "appeal path"),
    ],
)
def test_a_final_denial_without_all_of_its_proof_leaves_the_person_protected(
    tmp_path: Path, old: str, new: str, missing: str
) -> None:
    people, notices = roster(tmp_path, DENIED.replace(old, new))
    assert people[0].status is ProtectionStatus.DENIED_APPEALABLE, missing
    assert len(notices) == 1
    assert notices[0].startswith("roster.csv:2: status denied_final needs")


def test_a_waiver_without_proof_leaves_the_person_protected(tmp_path: Path) -> None:
    people, notices = roster(tmp_path, "Ejemplo,Ana,,,,,,,waived_b4,,,,")
    assert people[0].status is ProtectionStatus.UNKNOWN
    assert notices[0].startswith("roster.csv:2: status waived_b4 needs")


def test_a_column_that_is_not_known_is_a_notice_and_not_an_error(tmp_path: Path) -> None:
    people, notices = roster(tmp_path, "Ejemplo,blue", "Muestra,red", header="last_name,shoe")
    assert [person.last_name for person in people] == ["Ejemplo", "Muestra"]
    assert notices == (
        "roster.csv:2: column 2 is filled in and has a heading that is not known, so it is not used; "
        f"the headings are {', '.join(COLUMNS)}",
    )


def test_columns_without_a_heading_are_empty_or_a_notice(tmp_path: Path) -> None:
    people, notices = roster(tmp_path, "Ejemplo,,,Ana", "Muestra,,see file,", header="last_name,,,first_name")
    assert [person.first_name for person in people] == ["Ana", ""]
    assert [notice.partition(" is filled")[0] for notice in notices] == ["roster.csv:3: column 3"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Ejemplo,Ana,,A12,,,,,,,,,", ":2: a_number: an A-Number has seven to nine digits"),
        ("Ejemplo,Ana,,,31/31/1991,,,,,,,,", ":2: date_of_birth: is not a date"),
        ("Ejemplo,Ana,,,,cousin,,,,,,,", ":2: role: is none of subject, "),
        ("Ejemplo,Ana,,,,,,,lost,,,,", ":2: status: is none of none, unknown, "),
        (",,nickname,,,,,,,,,,", ":2: has neither a name nor an A-Number"),
        ("Ejemplo" + "," * len(COLUMNS) + "too many", ":2: has more cells than there are columns"),
        ('"Ejemplo,Ana', ": a quote is not closed"),
    ],
)
def test_a_wrong_row_is_named_by_line_and_never_by_its_value(tmp_path: Path, line: str, said: str) -> None:
    with pytest.raises(MatterFileError) as raised:
        roster(tmp_path, line)
    assert said in str(raised.value)
    assert str(raised.value).startswith("roster.csv:")
    assert not any(cell in str(raised.value) for cell in ("Ejemplo", "Ana", "A12", "31/31", "cousin", "nickname"))


def test_a_line_number_counts_the_lines_inside_a_quoted_cell(tmp_path: Path) -> None:
    with pytest.raises(MatterFileError, match=r"roster\.csv:4: role"):
        roster(tmp_path, '"Ejemplo\nLopez",Ana' + "," * 11, "Muestra,,,,,cousin,,,,,,,")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("roster.csv", b"", ":1: is empty"),
        ("roster.csv", b"name,dob\n", ":1: there is no column last_name"),
        ("roster.csv", b"last_name,last_name\n", ":1: two columns have the same name"),
        ("roster.csv", "last_name\nMu\u00f1oz\n".encode("latin-1"), "is not UTF-8"),
        ("roster.xlsx", b"PK not a workbook", "is not a sound XLSX file"),
        ("roster.pdf", b"%PDF", "a roster is a .csv or an .xlsx file"),
    ],
)
def test_a_file_that_is_not_a_roster_is_an_error(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(MatterFileError) as raised:
        read_roster(tmp_path / name)
    assert said in str(raised.value)


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("xl/worksheets/sheet1.xml", b"<worksheet><sheetData><row"),
        ("xl/styles.xml", b'<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
         b'<fonts><font><sz val="x"/></font></fonts></styleSheet>'),
        ("[Content_Types].xml", b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    ],
)  # fmt: skip
def test_a_workbook_with_a_damaged_part_is_one_message_that_says_what_to_do(
    tmp_path: Path, part: str, content: bytes
) -> None:
    Workbook().save(tmp_path / "sound.xlsx")
    with ZipFile(tmp_path / "sound.xlsx") as sound, ZipFile(tmp_path / "roster.xlsx", "w") as damaged:
        for name in sound.namelist():
            damaged.writestr(name, content if name == part else sound.read(name))
    with pytest.raises(MatterFileError, match=r"roster\.xlsx: is not a sound XLSX file") as raised:
        read_roster(tmp_path / "roster.xlsx")
    assert "save it again" in raised.value.remedy


def test_a_roster_that_is_absent_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(MatterFileError, match="cannot be read"):
        read_roster(tmp_path / "absent.csv")


def test_a_person_shows_no_identifier_in_a_trace_back() -> None:
    people, _ = entries([("matter.yaml:3", {"last_name": "Ejemplo", "aka": "Flaca", "a_number": 200123456})])
    assert people[0].a_number == "200123456"
    assert not any(value in repr(people[0]) for value in ("Ejemplo", "Flaca", "200123456"))
