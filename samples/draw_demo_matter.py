"""Draws the demo matter: originals, matter file, roster, and the truth that a production is measured against.

``python samples/draw_demo_matter.py [FOLDER]`` writes ``FOLDER`` (default: ``demo-matter`` beside this script). Every
run writes the same bytes. Every person in it is invented, except the judge of the action whose name its caption bears.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
from collections.abc import Callable, Sequence
from pathlib import Path

from drawing import arrest_records, carriers, certifications, chronology, correspondence, notices, tables, warrants
from drawing.people import DIRECTOR, EJEMPLO, MASRUQI, PRUEBA, ZHUANG, Noncitizen
from drawing.sheet import Drawing

ORIGINALS: tuple[Callable[[], Drawing], ...] = (
    notices.ejemplo_notice,
    notices.zhuang_notice,
    notices.masruqi_notice,
    warrants.warrant,
    warrants.receipt_notice,
    arrest_records.reyes_record,
    arrest_records.adebimpe_record,
    arrest_records.denied_file,
    certifications.hossain_certification,
    certifications.chuc_certification,
    tables.arrest_log,
    tables.tracker,
    correspondence.email_thread,
    correspondence.staffing_memo,
    correspondence.order_of_protection,
    chronology.case_chronology,
    carriers.appearance_form,
    carriers.worksheet,
)

MATTER = f"""\
# The demo matter: modelled on a discovery dispute about arrests at courthouses. The people are invented.
matter:
  name: Demo matter - courthouse arrests, Request No. 8
  caption: State of New York v. U.S. Immigration and Customs Enforcement
  docket: 19-cv-8876
  court: S.D.N.Y.
parties:
  - State of New York
  - District Attorney of Kings County
  - U.S. Immigration and Customs Enforcement
  - U.S. Department of Homeland Security
counsel:
  - Harriet Vollbeck
  - Cornelius Ashdown-Petrie
  - Ludmila Farrow
officials:
  - Jed S. Rakoff
  - {DIRECTOR}
requests:
  - number: 8
    text: >-
      All certifications of compliance of arrests in New York State courthouses pursuant to 8 U.S.C. § 1229(e) and
      related documents for such arrests, including but not limited to the Notice to Appear, attached statement showing
      the provisions of 8 U.S.C. § 1367 have been complied with, and arrest records.
    served: 2020-01-03
    response:
      served: 2020-02-03
      asserted: [TPS, 1367-U, 1367-T, 1367-VAWA, ASYLUM]
      withholding_statement: >-
        Responsive materials are being withheld in part on the basis of these objections; the rest is produced.
orders:
  - {{ecf: 68, date: 2020-02-03, kind: protective order, permits: [PO], officers: produce}}
stipulations:
  - {{date: 2020-02-11, kind: stated non-opposition (motion letter), permits: [AGREED]}}
profile: identity
packs: [section-1367]
bates: {{prefix: NYICE, digits: 7, start: 1}}
legend: "CONFIDENTIAL – SUBJECT TO PROTECTIVE ORDER (ECF 68)"
custodian: ERO New York Field Office
roster: roster.csv
"""

ROSTER_COLUMNS = (
    "last_name", "first_name", "aka", "a_number", "date_of_birth", "role", "form", "filed", "status", "denied",
    "appeals_exhausted", "proof", "signed_off_by", "signed_off_on", "decision_id", "appeal_path", "adults_in_case",
    "minors_in_case", "family_of",
)  # fmt: skip


def _roster_row(person: Noncitizen, aka: str, *rest: str) -> tuple[str, ...]:
    row = (person.last, person.first, aka, person.a_dashed, person.born.isoformat(), "subject", *rest)
    return (*row, *("" for _ in ROSTER_COLUMNS[len(row) :]))


ROSTER: tuple[tuple[str, ...], ...] = (
    _roster_row(EJEMPLO, "EJEMPLO, MARIA; malena", "I-918", "2019-12-19", "pending"),
    _roster_row(ZHUANG, "Wendy", "I-914", "2019-10-01", "pending"),
    _roster_row(MASRUQI, "Youssef Masruqi", "I-589", "2016-04-11", "pending"),
    _roster_row(
        PRUEBA, "", "I-918", "2014-02-10", "denied_final", "2016-08-30", "2017-11-02",
        "AAO decision of 2017-11-02 (BX 040919 packet)", "Ludmila Farrow", "2020-01-27", "AAO 2017-11-02", "aao",
    ),
)  # fmt: skip


def draw(folder: Path) -> dict[str, dict[str, object]]:
    """Writes the demo matter below ``folder`` and returns the truth by file name. Raises DrawingError on a clash."""
    originals = folder / "originals"
    originals.mkdir(parents=True, exist_ok=True)
    for stale in originals.glob("*.pdf"):
        stale.unlink()
    truth: dict[str, dict[str, object]] = {}
    for original in ORIGINALS:
        drawing = original()
        truth[drawing.name] = drawing.truth()
        drawing.save(originals)
    (folder / "truth.json").write_text(_json(truth), encoding="utf-8", newline="\n")
    (folder / "matter.yaml").write_text(MATTER, encoding="utf-8", newline="\n")
    (folder / "roster.csv").write_text(_csv(ROSTER_COLUMNS, ROSTER), encoding="utf-8", newline="\n")
    return truth


def _json(truth: dict[str, dict[str, object]]) -> str:
    return json.dumps(truth, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _csv(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue()


def main() -> None:
    """Reads the command line and draws."""
    parser = argparse.ArgumentParser(description="Draw the demo matter.")
    parser.add_argument("folder", type=Path, nargs="?", default=Path(__file__).parent / "demo-matter")
    folder: Path = parser.parse_args().folder
    truth = draw(folder)
    print(f"{len(truth)} originals drawn")


if __name__ == "__main__":
    main()
