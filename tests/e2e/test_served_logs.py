"""The logs and papers of a volume: served in four formats, alike for everybody, and kept beside it for counsel."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import docx
import openpyxl
import pytest
from small_matter import SEED, SmallMatter, small_matter
from volume_reading import rows

from redactor.errors import ReleasablePartError

HEAD = ("Record of Deportable/Inadmissible Alien (Form I-213)",)
COVERED = (
    *HEAD,
    "Family Name: EJEMPLO LOPEZ   First Name: Maria Elena",
    "File No: A200-123-456   Date of Birth: 03/14/1991",
    "Sex: F   Hair: BRO   Eyes: BRO",
    "Systems checks revealed a pending Form I-918 petition.",
)
UNCOVERED = (
    *HEAD,
    "Family Name: PRIMER   First Name: Jean",
    "File No: A200-123-457   Date of Birth: 04/15/1985",
    "Sex: F   Hair: BLK   Eyes: BRO",
    "Systems checks revealed nothing.",
)
NUMBERS = {"LogID", "BegBates", "EndBates", "PagesAffected", "RedactionCount"}


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> SmallMatter:
    matter = small_matter(tmp_path_factory.mktemp("logs"), {"a.pdf": COVERED, "b.pdf": UNCOVERED})
    matter.released()
    return matter


def log_folder(matter: SmallMatter) -> Path:
    return matter.productions / "VOL001" / "LOG"


def test_a_fact_about_relief_adds_nothing_to_its_documents_lines(served: SmallMatter) -> None:
    lines: dict[str, list[tuple[str, ...]]] = {}
    for row in served.log:
        told = tuple(value for column, value in row.items() if column not in NUMBERS)
        lines.setdefault(row["BegBates"], []).append(told)
    covered, uncovered = lines.values()
    assert covered == uncovered


def test_in_a_small_volume_not_even_the_total_tells_that_somebody_applied(served: SmallMatter) -> None:
    for path in log_folder(served).glob("*.csv"):
        assert "application for relief" not in path.read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("name", ["redaction-log", "categorical-log"])
def test_each_format_of_a_log_says_the_same(served: SmallMatter, name: str) -> None:
    folder = log_folder(served)
    table = rows(folder / f"{name}.csv")
    assert table
    from_json = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    assert [{k: str(v) for k, v in row.items()} for row in from_json] == table
    sheet = openpyxl.load_workbook(folder / f"{name}.xlsx").worksheets[0]
    assert sheet.max_row == len(table) + 1
    paper = docx.Document(io.BytesIO((folder / f"{name}.docx").read_bytes()))
    assert len(paper.tables[0].rows) == len(table) + 1


def test_counsel_gets_the_statement_the_shares_and_the_re_identification_report(served: SmallMatter) -> None:
    paper = docx.Document(io.BytesIO((served.work_product / "withholding-statement-VOL001.docx").read_bytes()))
    said = "\n".join(paragraph.text for paragraph in paper.paragraphs)
    assert "Responsive materials are being withheld on the basis of this objection." in said
    assert "Responsive materials are not being withheld on the basis of this objection." in said
    shares = rows(served.work_product / "released-share-VOL001.csv")
    assert shares[-1]["DocumentID"] == "volume"
    assert re.fullmatch(r"\d\d\.\d %", shares[-1]["Share"])
    assert rows(served.work_product / "reidentification.csv")


def test_a_row_that_counsel_signed_off_is_no_longer_asked(tmp_path: Path) -> None:
    matter = small_matter(tmp_path, {"b.pdf": UNCOVERED})
    first = matter.released()
    row = rows(matter.work_product / "reidentification.csv")[0]["RowID"]
    asked = [notice for notice in first.notices if "combinations of released facts" in notice]
    signed = f"sign_offs:\n  - {{rows: [{row}], by: Pat Counselor, on: 2020-03-02, because: ECF 75 has it produced.}}\n"
    (tmp_path / "matter.yaml").write_text(SEED + signed, encoding="utf-8")
    again = matter.released()
    assert rows(matter.work_product / "reidentification.csv")[0]["SignedOff"].startswith("Pat Counselor, 2020-03-02")
    assert asked != [notice for notice in again.notices if "combinations of released facts" in notice]


def test_a_log_by_category_is_served_where_the_protocol_says_so(tmp_path: Path) -> None:
    matter = small_matter(tmp_path, {"b.pdf": UNCOVERED}, SEED + "log_protocol: {form: category}\n")
    matter.released()
    assert {path.stem for path in log_folder(matter).iterdir()} == {"categorical-log"}
    assert (matter.work_product / "redaction-log-VOL001.csv").is_file()


def test_in_foia_mode_the_vaughn_index_is_served(tmp_path: Path) -> None:
    seed = re.sub(r"requests:\n.*(?=bates:)", "", SEED, flags=re.DOTALL)
    matter = small_matter(tmp_path, {"b.pdf": UNCOVERED}, seed + "mode: foia\npacks: [foia]\nassumed: true\n")
    matter.released()
    assert {path.stem for path in log_folder(matter).iterdir()} == {"vaughn-index"}
    [row] = rows(log_folder(matter) / "vaughn-index.csv")
    assert row["Disposition"] == "RIP"
    assert "5 U.S.C. § 552(b)(6)" in row["Exemptions"]
    assert row["JustificationHarm"]


WITHHOLDS = {
    "pack.yaml": "id: ours\ntitle: Ours\nprofiles: {identity: All}\nlabels: {PI: REDACTED – PROTECTED IDENTITY}\n"
    "log:\n  ID1: {description: Alien registration (file) number, label: PI}\n",
    "bases.yaml": "PO: {authority: Fed. R. Civ. P. 26(c) (protective order), covers_everyone: true}\n",
    "rules.yaml": "- id: whole\n  when: {category: A_NUMBER}\n"
    "  then: {disposition: withhold, log: ID1, basis: PO, not_redacted_because: It was asked for.}\n  because: A test.\n",
    "examples.yaml": "- situation: A number\n  finding: {text: A200123457, category: A_NUMBER}\n"
    "  expect: {rule: whole, disposition: withhold}\n",
}


def test_a_document_is_not_withheld_whole_while_a_part_of_it_can_be_produced(tmp_path: Path) -> None:
    (tmp_path / "ours").mkdir()
    for name, text in WITHHOLDS.items():
        (tmp_path / "ours" / name).write_text(text, encoding="utf-8")
    matter = small_matter(tmp_path, {"b.pdf": UNCOVERED}, SEED + "packs: [./ours, section-1367]\n")
    with pytest.raises(ReleasablePartError, match=r"document [0-9a-f]{12}: \d+\.\d % of its words could be produced"):
        matter.released()
    assert not matter.productions.exists()
