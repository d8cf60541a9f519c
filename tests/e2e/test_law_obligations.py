"""The test obligations of the law (law.md section 10), each under its number: 1 to 5, and 14."""

from __future__ import annotations

import re
from pathlib import Path

import pikepdf
import pytest
from commands import redactor
from drawn_originals import drawn, picture
from paper import NOTICE, write_pdf
from small_matter import SEED, SmallMatter, small_matter
from volume_reading import rows, squeezed

from redactor.errors import BasisNotAssertedError
from redactor.model import Category, ProtectionStatus, Role
from redactor.pipeline.scan import Scan

NARRATIVE = (
    "Record of Deportable/Inadmissible Alien (Form I-213)",
    "On January 21, 2020, at approximately 0935 hours, officers of the New York",
    "Field Office Fugitive Operations Team encountered EJEMPLO LOPEZ, Maria Elena",
    "outside the courthouse at 330 Jay Street, Brooklyn, NY, following her",
    "appearance in Part 21 (Docket O-01234-20). SUBJECT was identified by",
    "photograph and gave her date of birth as 03/14/1991. File No: A200 123 456.",
    "Event No: NYC2001000123. CIS and PCQS checks revealed a pending Form I-918,",
    "receipt EAC2012345678. The provisions of section 1367 of this title have been",
    "complied with. SDDO J. SAMPLE approved. Spouse: Carlos Ejemplo. U.S. citizen",
    "child: Ana Ejemplo, age 4. Subject claims employment at Imaginary Bakery LLC",
    "as a pastry cook. Telephone (718) 555-0142. Address: 1423 FICTION AVE APT 3B",
    "BROOKLYN, NEW YORK 11299. Citizenship: HONDURAS. Language: SPANISH. Hair: BRO.",
    "Eyes: BRO.",
)
"""Law section 2.3: one paragraph that holds at least fourteen categories."""

PEOPLE = """roster:
  - {last_name: EJEMPLO LOPEZ, first_name: Maria Elena, a_number: "A200123456", status: pending}
  - {last_name: PRIMER, first_name: Jean, a_number: "A200123457", status: STATUS}
"""


def paper_about(name: str, number: str) -> tuple[str, ...]:
    return ("Notice to Appear", f"Respondent: {name}", f"File No. {number}", "Date of Birth: 03/14/1985")


def test_law_10_1_the_paragraph_gives_up_fourteen_categories_and_keeps_what_must_stay(tmp_path: Path) -> None:
    matter = small_matter(tmp_path, {"i213.pdf": NARRATIVE})
    scanned = matter.scanned()
    found = {finding.category for finding in scanned.findings}
    assert len(found - {Category.COURTHOUSE, Category.COMMON_WORD, Category.UNEXPLAINED}) >= 14, sorted(found)
    text = squeezed(shown(scanned))
    for stays in ("The provisions of section 1367 of this title have been complied with", "330 Jay Street", "January"):
        assert stays in text
    assert "New York Field Office" in text
    for gone in ("Maria", "EJEMPLO", "200 123 456", "NYC2001000123", "I-918", "EAC20", "Carlos", "Ana", "Imaginary"):
        assert gone not in text, gone


def shown(scanned: Scan) -> str:
    """The first page of the first document without what the decisions withhold."""
    page = scanned.documents[0].passage("p1").text
    letters = list(page)
    for decision in scanned.decisions:
        for span in decision.withheld:
            if span.passage == "p1":
                letters[span.start : span.end] = "_" * (span.end - span.start)
    return "".join(letters)


@pytest.mark.parametrize("other", ["none", "pending"])
def test_law_10_2_labels_and_log_lines_do_not_tell_a_covered_from_an_uncovered_person(
    tmp_path: Path, other: str
) -> None:
    papers = {
        "a.pdf": paper_about("EJEMPLO LOPEZ, Maria Elena", "A200-123-456"),
        "b.pdf": paper_about("PRIMER, Jean", "A200-123-457"),
    }
    matter = small_matter(tmp_path, papers, SEED + PEOPLE.replace("STATUS", other))
    matter.released()
    labels: dict[str, set[tuple[str, str]]] = {}
    for row in rows(matter.work_product / "internal-log-VOL001.csv"):
        if row["Treatment"].startswith("box"):
            labels.setdefault(row["BatesPage"], set()).add((row["Label"], row["LogCategory"]))
    first, second = labels.values()
    assert first == second
    lines: dict[str, list[tuple[str, ...]]] = {}
    numbers = {"LogID", "BegBates", "EndBates", "PagesAffected", "RedactionCount"}
    for row in matter.log:
        told = tuple(value for column, value in row.items() if column not in numbers)
        lines.setdefault(row["BegBates"], []).append(told)
    one, two = lines.values()
    assert one == two


def test_law_10_2_the_served_log_of_a_matter_is_the_same_whoever_is_covered_in_it(tmp_path: Path) -> None:
    def served(status: str) -> bytes:
        folder = tmp_path / status
        papers = {"b.pdf": paper_about("PRIMER, Jean", "A200-123-457")}
        matter = small_matter(folder, papers, SEED + PEOPLE.replace("STATUS", status))
        matter.released()
        return (matter.productions / "VOL001" / "LOG" / "redaction-log.csv").read_bytes()

    assert served("none") == served("pending")


DENIED = (
    "  - {last_name: PRIMER, first_name: Jean, a_number: 'A200123457', status: denied_final, denied: 2018-05-01,\n"
    "     decision_id: AAO 18-1, appeal_path: aao, appeals_exhausted: 2019-01-10, proof: ECF 12-3,\n"
    "     signed_off_by: Pat Counselor, signed_off_on: 2020-01-10}\n"
)
JEAN = {"a.pdf": paper_about("PRIMER, Jean", "A200-123-457")[:3]}
WITHOUT_PO = re.sub(r"orders:\n.*\nstipulations:\n.*\n", "", SEED)
"""The seed data without the order and the agreement: only objections were asserted."""


def of_jean(matter: SmallMatter) -> list[tuple[ProtectionStatus, str, tuple[str, ...], str]]:
    """Protection, disposition, basis and label of every name of the subject."""
    found = matter.scanned()
    decisions = {decision.finding: decision for decision in found.decisions}
    return [
        (f.protection, d.disposition.value, d.basis, d.label)
        for f in found.findings
        if f.category is Category.PERSON_NAME and f.role is Role.SUBJECT and (d := decisions[f.id])
    ]


@pytest.mark.parametrize("missing", ["proof: ECF 12-3", "signed_off_by: Pat Counselor", "decision_id: AAO 18-1"])
def test_law_10_3_a_final_denial_without_proof_or_sign_off_leaves_the_person_protected(
    tmp_path: Path, missing: str
) -> None:
    unproved = DENIED.replace(missing, f"{missing.partition(':')[0]}: ''")
    matter = small_matter(tmp_path, JEAN, WITHOUT_PO + "roster:\n" + unproved)
    names = of_jean(matter)
    assert names
    for protection, disposition, basis, _ in names:
        assert protection is ProtectionStatus.DENIED_APPEALABLE
        assert (disposition, basis) == ("redact", ("1367-GROUP",))
    assert any("the person stays protected" in notice for notice in matter.released().notices)


def test_law_10_3_with_both_the_1367_basis_is_dropped_and_identity_stays_withheld_under_the_order(
    tmp_path: Path,
) -> None:
    names = of_jean(small_matter(tmp_path, JEAN, SEED + "roster:\n" + DENIED))
    assert names
    for protection, disposition, basis, label in names:
        assert protection is ProtectionStatus.DENIED_FINAL
        assert (disposition, basis, label) == ("redact", ("PO", "AGREED"), "REDACTED – PROTECTED IDENTITY")


def test_law_10_3_where_nothing_else_was_asserted_the_person_is_produced_and_listed_for_counsel(tmp_path: Path) -> None:
    matter = small_matter(tmp_path, JEAN, WITHOUT_PO + "roster:\n" + DENIED)
    released = matter.released()
    assert "Jean" in matter.text("a.pdf")
    listed = rows(matter.work_product / "ended_protection.csv")
    assert {row["Protection"] for row in listed} == {"denied_final"}
    assert "PERSON_NAME" in {row["Category"] for row in listed}
    assert any(f"{len(listed)} findings are produced because" in notice for notice in released.notices)
    assert "Jean" not in (matter.work_product / "ended_protection.csv").read_text(encoding="utf-8")


LEP_PACK = {
    "pack.yaml": "id: ours\ntitle: Ours\nprofiles: {identity: All}\nlabels: {PI: REDACTED – PROTECTED IDENTITY}\n"
    "log:\n  C3: {description: 'Telephone, e-mail or online identifier', label: PI}\n",
    "bases.yaml": "LEP: {authority: Law enforcement privilege, privilege: true}\nPA: {authority: 5 U.S.C. § 552a(b)}\n",
    "rules.yaml": "- id: telephone\n  when: {category: PHONE}\n"
    "  then: {disposition: redact, log: C3, basis: BASIS}\n  because: A test of the waiver check.\n",
    "examples.yaml": "- situation: A telephone\n  finding: {text: (718) 555-0142, category: PHONE}\n"
    "  expect: {rule: telephone, disposition: redact}\n",
}


@pytest.mark.parametrize("code", ["LEP", "PA"])
def test_law_10_4_a_basis_that_was_not_asserted_stops_the_run_and_nothing_is_written(tmp_path: Path, code: str) -> None:
    (tmp_path / "ours").mkdir()
    for name, text in LEP_PACK.items():
        (tmp_path / "ours" / name).write_text(text.replace("BASIS", code), encoding="utf-8")
    matter = small_matter(tmp_path, {"notice.pdf": NOTICE}, SEED + "packs: [./ours, section-1367]\n")
    given, out = tmp_path / "originals", tmp_path / "out"
    done = redactor("run", given, "--out", out, "--matter", tmp_path / "matter.yaml", "--engine", "serial")
    assert done.returncode == BasisNotAssertedError.exit_code != 0
    assert f"basis {code} was not asserted for Request 8 (Rules 34(b)(2)(B), 26(b)(5)(A)): 1 redaction" in done.stderr
    assert not matter.productions.exists()


def test_law_10_4_the_asserted_set_passes(tmp_path: Path) -> None:
    matter = small_matter(tmp_path, {"notice.pdf": NOTICE})
    assert matter.released().production is not None


DATES = {
    "i213.pdf": (
        "Record of Deportable/Inadmissible Alien (Form I-213)",
        "File No. A200-555-123",
        "Date of arrest: 01/21/2020",
    ),
    "i200.pdf": (
        "Warrant for Arrest of Alien (Form I-200)",
        "Certificate of Service",
        "Served on January 21, 2020 in person.",
    ),
    "mail.pdf": (
        "From: officer@agency.example.org",
        "Sent: Tuesday, January 21, 2020",
        "Subject: weekly figures",
        "To: desk@agency.example.org",
    ),
}


def test_law_10_5_the_day_of_an_arrest_is_treated_alike_wherever_it_stands(tmp_path: Path) -> None:
    matter = small_matter(tmp_path, DATES)
    matter.released()
    for name in DATES:
        text = squeezed(matter.text(name))
        assert "2020" in text, name
        assert "21" not in text.replace("I-213", ""), name
    assert "January" in matter.text("i200.pdf")
    assert "January" in matter.text("mail.pdf")
    for row in matter.log:
        assert re.fullmatch(r"(\d{4}-\d{2})?", row["DocDate"]), "a day in the log would be the day on the page"


def test_law_10_5_the_report_lists_what_is_released_and_one_persons_alone(tmp_path: Path) -> None:
    paper = (
        *paper_about("EJEMPLO LOPEZ, Maria Elena", "A200-123-456"),
        "Sex: F",
        "Arrested at: Kings County Family Court",
    )
    matter = small_matter(tmp_path, {"a.pdf": paper})
    matter.scanned()
    listed = rows(matter.work_product / "reidentification.csv")
    assert listed
    assert all(int(row["PersonsSharing"]) < int(row["KMin"]) for row in listed if row["Rule"].startswith("R-QI-3"))
    assert {"courthouse", "sex"} <= {kind for row in listed for kind in row["Facts"].split(" + ")}


def test_law_10_14_a_page_that_cannot_be_analysed_is_held_and_the_run_is_not_a_success(tmp_path: Path) -> None:
    given = tmp_path / "originals"
    given.mkdir()
    write_pdf(given / "read.pdf", [NOTICE])

    def scanned(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        page.obj.Resources.XObject = pikepdf.Dictionary(Im1=picture(pdf, bytes(range(256)) * 16, 64, 64))

    (given / "image only.pdf").write_bytes(drawn(b"q 612 0 0 792 0 0 cm /Im1 Do Q\n", change=scanned))
    done = redactor("run", given, "--out", tmp_path / "out", "--engine", "serial")
    assert done.returncode == 3
    held = {Path(row["source_path"]).name for row in rows(tmp_path / "out" / "work-product" / "held.csv")}
    assert held == {"image only.pdf"}
