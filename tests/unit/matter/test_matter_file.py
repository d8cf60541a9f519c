from __future__ import annotations

import stat
from datetime import date
from pathlib import Path

import pytest

from redactor.bates import BatesFormat
from redactor.decide import authorities, load_packs, with_groups
from redactor.errors import MatterFileError, OutputError
from redactor.matter import ASSUMED, Matter, default_matter, load_matter, write_default
from redactor.matter.records import SignIn
from redactor.model import Basis, BasisCode

YAML = """\
matter: {name: Example v. Agency, caption: State of Example v. Agency, docket: 19-cv-0001, court: S.D.N.Y.}
parties: [State of Example]
counsel: [Pat Counselor]
officials: [R. Director, Imagined Jurist]
requests:
  - number: 8
    text: All certifications of compliance.
    served: 2020-01-03
    response:
      served: 2020-02-03
      asserted: [RELEVANCE, TPS, 1367-U, 1367-T, 1367-VAWA, ASYLUM]
orders:
  - {ecf: 68, date: 2020-02-03, kind: protective order, permits: [PO], officers: produce}
stipulations:
  - {date: 2020-02-11, kind: stated non-opposition, permits: [AGREED]}
profile: identity
packs: [section-1367]
bates: {prefix: NYICE, digits: 7, start: 1}
legend: CONFIDENTIAL
custodian: Field Office
"""
AUTHORITIES = {BasisCode(code): f"authority of {code}" for code in ("PO", "AGREED", "TPS", "LEP")}


def matter(tmp_path: Path, *changes: tuple[str, str], more: str = "") -> Matter:
    text = YAML + more
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path = tmp_path / "matter.yaml"
    path.write_text(text, encoding="utf-8")
    return load_matter(path)


def test_the_matter_file_becomes_a_matter(tmp_path: Path) -> None:
    loaded = matter(tmp_path)
    assert loaded.docket == "19-cv-0001"
    assert loaded.officials == ("R. Director", "Imagined Jurist")
    assert loaded.bates == BatesFormat("NYICE", 7, 1)
    assert loaded.requests[0].number == "8"
    assert loaded.requests[0].response is not None
    assert loaded.requests[0].response.served == date(2020, 2, 3)
    assert loaded.folder == tmp_path
    assert not loaded.assumed


def test_a_basis_says_where_it_was_asserted(tmp_path: Path) -> None:
    bases = matter(tmp_path).bases(AUTHORITIES)
    assert bases[BasisCode("TPS")] == Basis(BasisCode("TPS"), "authority of TPS", "Response of 2020-02-03")
    assert bases[BasisCode("PO")].asserted_in == "ECF 68"
    assert bases[BasisCode("AGREED")].asserted_in == "Stated non-opposition of 2020-02-11"
    assert bases[BasisCode("LEP")].asserted_in is None


def test_the_bases_of_the_shipped_pack_are_those_of_the_response(tmp_path: Path) -> None:
    packs = load_packs(["section-1367"])
    bases = with_groups(packs, matter(tmp_path).bases(authorities(packs)))
    group = bases[BasisCode("1367-GROUP")]
    assert group.authority == "8 U.S.C. §§ 1367(a)(2), 1254a(c)(6); 8 C.F.R. § 208.6"
    assert (group.asserted_in, group.confirmed) == ("Response of 2020-02-03", True)


def test_in_an_assumed_matter_every_basis_is_asserted_and_unconfirmed_unless_recorded(tmp_path: Path) -> None:
    bases = matter(tmp_path, more="assumed: true\n").bases(AUTHORITIES)
    assert bases[BasisCode("LEP")] == Basis(BasisCode("LEP"), "authority of LEP", ASSUMED, confirmed=False)
    assert bases[BasisCode("PO")].confirmed


def test_the_latest_order_that_speaks_of_officers_decides(tmp_path: Path) -> None:
    def withheld(*orders: str) -> bool:
        lines = "".join(f"  - {order}\n" for order in orders)
        return matter(tmp_path, ("stipulations:", lines + "stipulations:")).officers_withheld

    assert not withheld()
    withhold = "{ecf: 70, date: 2020-03-01, kind: order, officers: withhold}"
    lifted = "{ecf: 75, date: 2020-04-01, kind: order, officers: produce}"
    silent = "{ecf: 80, date: 2020-05-01, kind: order, permits: [LEP]}"
    assert withheld(withhold, silent)
    assert not withheld(lifted, withhold)
    assert withheld(withhold, lifted.replace("04-01", "03-01"))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("served: 2020-01-03", "served: 2020-02-31", ":8: there is no such date or number"),
        ("served: 2020-02-03", "served: soon", ":10: requests[1].response.served: is not a date, such as 2020-01-03"),
        ("custodian: Field", "custodain: Field", ":20: custodain: this key is not known"),
        ("legend: CONF", "profile: identity\nlegend: CONF", ":19: profile: this key is given twice"),
        ("prefix: NYICE, ", "", ":18: bates.prefix: is missing"),
        ("prefix: NYICE", "prefix: ny ice", ":18: bates: a Bates prefix is"),
        ("[PO]", "[(b)(6)]", ":13: orders[1].permits[1]: a FOIA exemption is not an objection under Rule 34"),
        ("officers: produce", "officers: hide", ":13: orders[1].officers: should be 'produce' or 'withhold'"),
        ("profile: identity", "profile: [identity", ":17: "),
        ("packs: [section-1367]", "packs: []", ":17: packs: "),
        ("legend: CONFIDENTIAL", "legend: &x CONFIDENTIAL", ":19: anchors and aliases are not used here"),
    ],
)
def test_a_mistake_is_named_with_file_line_and_key(tmp_path: Path, old: str, new: str, said: str) -> None:
    with pytest.raises(MatterFileError) as raised:
        matter(tmp_path, (old, new))
    assert f"{tmp_path / 'matter.yaml'}{said}" in str(raised.value)


def test_every_mistake_is_named_at_once(tmp_path: Path) -> None:
    with pytest.raises(MatterFileError) as raised:
        matter(tmp_path, ("parties: [State of Example]", "parties: 7"), ("profile: identity", "profile: 3"))
    assert [line.split(":")[1] for line in str(raised.value).splitlines()] == ["2", "16"]


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"a: \x01", b"- 1\n- 2\n", b"[" * 5000])
def test_a_file_that_is_not_a_matter_is_an_error_and_nothing_else(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "matter.yaml"
    path.write_bytes(content)
    with pytest.raises(MatterFileError, match=r"matter\.yaml"):
        load_matter(path)


def test_a_matter_file_that_is_absent_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(MatterFileError, match="cannot be read"):
        load_matter(tmp_path / "absent.yaml")


def test_words_and_numbers_mean_what_was_typed(tmp_path: Path) -> None:
    rows = "roster:\n  - {last_name: No, first_name: Yes, a_number: 01234567}\n"
    person = matter(tmp_path, ("court: S.D.N.Y.", "court: on"), more=rows)
    assert person.court == "on"
    assert (person.roster[0].last_name, person.roster[0].first_name) == ("No", "Yes")
    assert person.roster[0].a_number == "01234567"


def test_no_message_repeats_what_a_roster_row_holds(tmp_path: Path) -> None:
    rows = "roster:\n  - {last_name: Ejemplo, a_number: [200123456]}\n  - {last_name: [Muestra]}\n"
    with pytest.raises(MatterFileError) as raised:
        matter(tmp_path, more=rows)
    assert "roster[1].a_number: is not text, a whole number or a date" in str(raised.value)
    assert not any(value in str(raised.value) for value in ("Ejemplo", "200123456", "Muestra"))
    assert raised.value.__cause__ is None


def test_the_default_is_protective_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "matter.yaml"
    write_default(path)
    written, default = load_matter(path), default_matter()
    assert written.assumed
    assert written.packs == ("section-1367",)
    assert (written.profile, written.bates, written.legend) == (default.profile, default.bates, default.legend)
    assert all(basis.asserted_in == ASSUMED for basis in written.bases(AUTHORITIES).values())
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert "to be confirmed by counsel" in path.read_text(encoding="utf-8")


def test_the_default_never_replaces_a_file(tmp_path: Path) -> None:
    path = tmp_path / "matter.yaml"
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(OutputError):
        write_default(path)
    assert path.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("parties: [State of Example]", "parties:", 2, "parties: should be a list: [one, another], [] for none"),
        ("parties: [State of Example]", "parties: State of Example", 2, "parties: should be a list"),
        ("bates: {prefix: NYICE, digits: 7, start: 1}", "bates:", 18, "bates: should hold keys of its own"),
        ("counsel: [Pat Counselor]", "counsel: [12]", 3, "counsel[1]: should be text"),
        ("[RELEVANCE, TPS,", "[RELEVANCE, tps,", 11, "requests[1].response.asserted[2]: is not written as"),
        ("served: 2020-01-03", "served: 1578009600", 8, "requests[1].served: is not a date, such as 2020-01-03"),
        ("    served: 2020-01-03", "\tserved: 2020-01-03", 8, "is indented with a tab; YAML wants blanks"),
        ("legend: CONFIDENTIAL", "legend: CONFI\aDENTIAL", 19, "holds a character that cannot be seen"),
    ],
)
def test_what_somebody_in_a_hurry_gets_wrong_is_named_in_plain_words(
    tmp_path: Path, old: str, new: str, line: int, said: str
) -> None:
    with pytest.raises(MatterFileError) as raised:
        matter(tmp_path, (old, new))
    assert f"matter.yaml:{line}: {said}" in str(raised.value)
    assert not any(word in str(raised.value) for word in ("dictionary", "instance", "pattern", "token"))


def test_a_file_in_another_encoding_says_how_to_save_it(tmp_path: Path) -> None:
    (tmp_path / "matter.yaml").write_bytes(YAML.encode("utf-16"))
    with pytest.raises(MatterFileError, match="is not UTF-8 text") as raised:
        load_matter(tmp_path / "matter.yaml")
    assert "Save it again as UTF-8" in raised.value.remedy


def test_a_sign_in_provider_is_named_by_its_issuer_and_its_secret_is_not_in_the_file(tmp_path: Path) -> None:
    named = matter(tmp_path, more="sign_in: {issuer: https://id.example.org, client_id: redactor}\n").sign_in
    assert named == SignIn("https://id.example.org", "redactor", "email")
    assert matter(tmp_path).sign_in is None
    for wrong in ("issuer: id.example.org, client_id: r", "issuer: https://id.example.org", "client_secret: s"):
        with pytest.raises(MatterFileError):
            matter(tmp_path, more=f"sign_in: {{{wrong}}}\n")
