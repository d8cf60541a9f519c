"""Which request a document answers, where a basis was asserted for it, and what a court may hold against the papers."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from redactor.errors import MatterFileError
from redactor.matter import Matter, Mode, load_matter, warnings, write_default
from redactor.model import BasisCode

YAML = """\
matter: {name: Example v. Agency}
bates: {prefix: TEST}
custodian: Field Office
custodians:
  - {name: Legal, folders: ["legal/*"]}
requests:
  - number: 8
    served: 2020-01-03
    response:
      served: 2020-02-03
      asserted:
        - TPS
        - {basis: 1367-U, date: 2020-02-10, grounds: Confidential., withholding_statement: Some is withheld.}
  - number: 9
    folders: ["arrest records"]
    response: {served: 2020-02-03, asserted: [ASYLUM], withholding_statement: Some is withheld.}
  - number: 10
    custodians: [Legal]
orders:
  - {ecf: 68, date: 2020-02-03, kind: protective order, permits: [PO]}
  - {ecf: 60, date: 2020-01-03, kind: scheduling order, permits: [LEP], vacated: 2020-01-10}
stipulations:
  - {date: 2020-02-11, kind: stated non-opposition, permits: [AGREED], ecf: 71}
designations:
  - {name: CONFIDENTIAL, legend: CONFIDENTIAL (ECF 68), order: 68}
designation: CONFIDENTIAL
log_protocol: {form: category, served: 2020-02-20, extended_to: 2020-02-14, order: 68}
"""
CODES = {BasisCode(code): code for code in ("PO", "AGREED", "TPS", "1367-U", "ASYLUM", "LEP")}


def matter(tmp_path: Path, *changes: tuple[str, str]) -> Matter:
    text = YAML
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path = tmp_path / "matter.yaml"
    path.write_text(text, encoding="utf-8")
    return load_matter(path)


@pytest.mark.parametrize(
    ("source", "requests"),
    [
        ("/m/originals/Arrest Records/2019/a.pdf", ("9",)),
        ("originals/legal/a.pdf", ("10",)),
        ("originals/a.pdf", ("8", "9", "10")),
        ("originals/legal/arrest records/a.pdf", ("9", "10")),
        ("originals/arrest records.pdf", ("8", "9", "10")),
        ("originals/legal/a.pdf#attachment-1", ("10",)),
    ],
)
def test_a_document_answers_the_requests_that_claim_its_folder_or_custodian_and_else_all(
    tmp_path: Path, source: str, requests: tuple[str, ...]
) -> None:
    assert matter(tmp_path).requests_of(source) == requests


def test_with_a_default_request_what_nobody_claims_answers_that_one(tmp_path: Path) -> None:
    loaded = matter(tmp_path, ("orders:", "default_request: 8\norders:"))
    assert loaded.requests_of("originals/a.pdf") == ("8",)
    assert loaded.requests_of("originals/legal/a.pdf") == ("10",)


def test_a_basis_is_asserted_for_a_request_by_its_response_an_order_or_an_agreement(tmp_path: Path) -> None:
    def places(request: str | None) -> dict[str, str | None]:
        return {code: basis.asserted_in for code, basis in matter(tmp_path).bases(CODES, request).items()}

    everywhere = {"PO": "ECF 68", "AGREED": "Stated non-opposition of 2020-02-11 (ECF 71)", "LEP": None}
    assert places("8") == {
        **everywhere,
        "TPS": "Response of 2020-02-03",
        "1367-U": "Response of 2020-02-10",
        "ASYLUM": None,
    }
    assert places("9") == {**everywhere, "TPS": None, "1367-U": None, "ASYLUM": "Response of 2020-02-03"}
    assert places(None)["ASYLUM"] == places(None)["TPS"] == "Response of 2020-02-03"


def test_an_order_that_was_vacated_permits_nothing_and_is_not_asked_for(tmp_path: Path) -> None:
    loaded = matter(tmp_path)
    assert loaded.bases(CODES)[BasisCode("LEP")].asserted_in is None
    assert loaded.order_names == {"68", "protective order"}


def test_the_designation_gives_the_legend(tmp_path: Path) -> None:
    assert matter(tmp_path).legend == "CONFIDENTIAL (ECF 68)"


def test_what_a_court_may_hold_against_the_papers_is_said(tmp_path: Path) -> None:
    told = warnings(matter(tmp_path))
    assert [line.partition(":")[0] for line in told] == [
        "Request 8",
        "Request 8",
        "Request 8",
        "Request 9",
        "Request 10",
    ]
    assert "the log of 2020-02-20 follows the response of 2020-02-03" in told[0]
    assert "does not say whether anything is withheld on TPS (Rule 34(b)(2)(C))" in told[1]
    assert "1367-U was first asserted after the response" in told[2]
    assert "no response is recorded" in told[4]


def test_a_log_within_its_extension_is_in_time(tmp_path: Path) -> None:
    told = warnings(matter(tmp_path, ("served: 2020-02-20", "served: 2020-02-14")))
    assert not any("the log of" in line for line in told)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "response:\n      served: 2020-02-03",
            "response:\n      served: 2020-01-02",
            ":10: requests[1].response.served",
        ),
        ("date: 2020-02-10", "date: 2019-02-10", ":13: requests[1].response.asserted[2].date: is before the request"),
        ("vacated: 2020-01-10", "vacated: 2020-01-02", ":21: orders[2].vacated: is before the order was made"),
        (
            "order: 68}\ndesignation",
            "order: 86}\ndesignation",
            ":25: designations[1].order: cites an order that `orders`",
        ),
        ("2020-02-14, order: 68", "2020-02-14, order: 99", ":27: log_protocol.order: cites an order that `orders`"),
        ("extended_to: 2020-02-14", "extended_to: 2020-01-14", ":27: log_protocol.extended_to: is before the response"),
        ("designation: CONFIDENTIAL", "designation: AEO", ":26: designation: names none of `designations`"),
        ("designation: CONF", "legend: X\ndesignation: CONF", ":26: legend: the designation has a legend already"),
        ("orders:", "default_request: 11\norders:", ":19: default_request: is the number of no request"),
        ("custodians: [Legal]", "custodians: [Lagel]", ":18: requests[3].custodians[1]: is no custodian of this file"),
        ("number: 9", "number: 8", ":14: requests[2]: is there twice"),
        ("ecf: 60", "ecf: 68", ":21: orders[2]: is there twice"),
        (
            "asserted: [ASYLUM]",
            "asserted: ['(b)(6)']",
            ":16: requests[2].response.asserted[1]: a FOIA exemption is not",
        ),
        ("permits: [PO]", "permit: [PO]", ":20: orders[1].permit: this key is not known; did you mean permits?"),
        ("bates:", "mode: foia\nbates:", ":22: orders[2].permits[1]: a privilege is withheld as (b)(5) or (b)(7)(E)"),
        (
            "orders:",
            "sign_offs: [{rows: [RQ-0123456789], by: Nobody, on: 2020-03-02, because: It was ordered.}]\norders:",
            ":19: sign_offs[1].by: is nobody of `counsel` or `reviewers`",
        ),
        ("kind: protective order", "kind: ''", ":20: orders[1].kind"),
    ],
)
def test_what_cannot_be_is_named_with_file_line_and_remedy(tmp_path: Path, old: str, new: str, said: str) -> None:
    with pytest.raises(MatterFileError) as raised:
        matter(tmp_path, (old, new))
    assert f"{tmp_path / 'matter.yaml'}{said}" in str(raised.value)
    assert raised.value.remedy


def test_every_example_in_the_comments_of_the_default_file_is_right(tmp_path: Path) -> None:
    path = tmp_path / "matter.yaml"
    write_default(path)
    text = path.read_text(encoding="utf-8")
    blocks = re.sub(r"^(\w+): \[\](.*)\n((?:#  .*\n)+)", _shown, text, flags=re.MULTILINE)
    single = re.sub(r"^log_protocol: .*\n# (log_protocol: )", r"\1", blocks, flags=re.MULTILINE)
    single = re.sub(r"^# (default_request: |designation: )", r"\1", single, flags=re.MULTILINE)
    single = single.replace("legend: CONFIDENTIAL\n", "", 1)
    path.write_text(single, encoding="utf-8")
    loaded = load_matter(path)
    assert loaded.mode is Mode.RULE34
    assert loaded.requests[0].response is not None
    assert loaded.requests[0].response.asserted == ("1367-U", "TPS")
    assert loaded.default_request == "8"
    assert loaded.log_protocol.extended_to == date(2020, 2, 14)
    assert (loaded.orders[0].ecf, loaded.stipulations[0].ecf) == ("68", "71")
    assert loaded.legend == "CONFIDENTIAL - SUBJECT TO PROTECTIVE ORDER (ECF 68)"
    assert loaded.reviewers[0].name == "P. Counselor"
    assert loaded.custodians == (("Field Office", ("field office/*",)),)


def _shown(match: re.Match[str]) -> str:
    lines = [line.removeprefix("#") for line in match[3].splitlines()]
    return f"{match[1]}:{match[2]}\n" + "\n".join(lines) + "\n"
