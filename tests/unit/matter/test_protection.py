"""When § 1367 protection has ended, and for whom: with proof, over a lawyer's name, and with the person's family."""

from __future__ import annotations

from pathlib import Path

import pytest

from redactor.errors import MatterFileError
from redactor.matter import Matter, load_matter
from redactor.model import ProtectionStatus

P = ProtectionStatus
HEAD = "matter: {name: Test}\nbates: {prefix: TEST}\ncounsel: [Pat Counselor]\n"
DENIED = (
    "{last_name: Primer, first_name: Jean, a_number: 'A200123457', status: denied_final, denied: 2018-05-01,"
    " decision_id: AAO 18-1, appeal_path: aao, appeals_exhausted: 2019-01-10, proof: ECF 12-3,"
    " signed_off_by: Pat Counselor, signed_off_on: 2020-01-10}"
)
WAIVED = (
    "{last_name: Primer, first_name: Jean, status: waived_b4, adults_in_case: 2, minors_in_case: 0,"
    " proof: Waiver of 2 May; Waiver of 3 May, signed_off_by: Pat Counselor, signed_off_on: 2020-01-10}"
)


def matter(tmp_path: Path, *rows: str, head: str = HEAD) -> Matter:
    path = tmp_path / "matter.yaml"
    path.write_text(head + "roster:\n" + "".join(f"  - {row}\n" for row in rows), encoding="utf-8")
    return load_matter(path)


def statuses(tmp_path: Path, *rows: str) -> list[ProtectionStatus]:
    return [person.status for person in matter(tmp_path, *rows).roster]


def test_a_final_denial_with_all_its_proof_ends_the_protection(tmp_path: Path) -> None:
    loaded = matter(tmp_path, DENIED)
    assert [person.status for person in loaded.roster] == [P.DENIED_FINAL]
    assert loaded.notices == ()


def test_a_sign_off_by_nobody_of_counsel_or_the_attorneys_ends_nothing(tmp_path: Path) -> None:
    loaded = matter(tmp_path, DENIED.replace("signed_off_by: Pat Counselor", "signed_off_by: A. Paralegal"))
    assert loaded.roster[0].status is P.UNKNOWN
    assert loaded.notices == (
        "matter.yaml:5: signed_off_by names nobody of `counsel` and no attorney of `reviewers`; "
        "the person stays protected as unknown",
    )


def test_an_attorney_among_the_reviewers_may_sign_off(tmp_path: Path) -> None:
    reviewers = HEAD.replace("counsel: [Pat Counselor]", "reviewers: [{name: Pat Counselor, part: attorney}]")
    assert matter(tmp_path, DENIED, head=reviewers).roster[0].status is P.DENIED_FINAL
    others = reviewers.replace("attorney", "second_reader")
    assert matter(tmp_path, DENIED, head=others).roster[0].status is P.UNKNOWN


def test_a_waiver_of_every_adult_in_a_case_without_minors_ends_the_protection(tmp_path: Path) -> None:
    assert statuses(tmp_path, WAIVED) == [P.WAIVED_B4]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("minors_in_case: 0", "minors_in_case: 1"),
        (" minors_in_case: 0,", ""),
        ("adults_in_case: 2", "adults_in_case: 3"),
        (" adults_in_case: 2,", ""),
        ("; Waiver of 3 May", ""),
        ("; Waiver of 3 May", "; waiver of 2 May."),
        ("adults_in_case: 2", "adults_in_case: 0"),
        (" signed_off_on: 2020-01-10", ""),
    ],
)
def test_a_waiver_that_does_not_cover_everybody_ends_nothing(tmp_path: Path, old: str, new: str) -> None:
    assert old in WAIVED
    loaded = matter(tmp_path, WAIVED.replace(old, new))
    assert loaded.roster[0].status is P.UNKNOWN
    assert "status waived_b4 needs" in loaded.notices[0]


@pytest.mark.parametrize("status", ["naturalized", "revoked"])
def test_a_status_whose_effect_is_disputed_stays_protected_and_goes_to_counsel(tmp_path: Path, status: str) -> None:
    loaded = matter(tmp_path, f"{{last_name: Primer, status: {status}}}")
    assert loaded.roster[0].status == status
    assert loaded.notices == (f"matter.yaml:5: status {status}: protected until counsel decides whether it ended",)


CHILD = "{last_name: Primer, first_name: Ana, role: child, family_of: WHOM}"


@pytest.mark.parametrize("whom", ["A200-123-457", "'Primer, Jean'", "Jean Primer"])
def test_a_relative_of_whom_nothing_else_is_said_follows_the_person(tmp_path: Path, whom: str) -> None:
    assert statuses(tmp_path, DENIED, CHILD.replace("WHOM", whom)) == [P.DENIED_FINAL, P.DENIED_FINAL]


def test_a_relative_who_is_protected_in_her_own_right_stays_protected(tmp_path: Path) -> None:
    child = CHILD.replace("WHOM}", "A200123457, status: pending}")
    assert statuses(tmp_path, DENIED, child) == [P.DENIED_FINAL, P.PENDING]


def test_a_relative_who_needs_no_protection_has_it_as_long_as_the_person_does(tmp_path: Path) -> None:
    pending = "{last_name: Primer, first_name: Jean, a_number: 'A200123457', status: pending}"
    child = CHILD.replace("WHOM}", "A200123457, status: none}")
    assert statuses(tmp_path, pending, child) == [P.PENDING, P.PENDING]


def test_a_relative_of_a_relative_follows_the_person_too(tmp_path: Path) -> None:
    spouse = "{last_name: Primer, first_name: Eva, role: spouse, family_of: A200123457}"
    assert statuses(tmp_path, CHILD.replace("WHOM", "Eva Primer"), spouse, DENIED) == [P.DENIED_FINAL] * 3


def test_a_relative_of_one_of_two_people_with_the_same_name_is_an_error_and_follows_neither(tmp_path: Path) -> None:
    namesake = "{last_name: Primer, first_name: Jean, a_number: 'A200123999', status: pending}"
    with pytest.raises(MatterFileError, match=r"matter\.yaml:7: family_of: fits more than one row"):
        matter(tmp_path, DENIED, namesake, CHILD.replace("WHOM", "'Primer, Jean'"))
    by_number = matter(tmp_path, DENIED, namesake, CHILD.replace("WHOM", "A200123999")).roster[2]
    assert by_number.status is P.PENDING


def test_a_dash_for_no_family_is_the_name_of_nobody(tmp_path: Path) -> None:
    only_a_number = DENIED.replace("last_name: Primer, first_name: Jean, ", "")
    with pytest.raises(MatterFileError, match=r"matter\.yaml:6: family_of: names nobody"):
        matter(tmp_path, only_a_number, CHILD.replace("WHOM", "'-'"))


def test_a_family_of_nobody_or_in_a_circle_is_an_error_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(MatterFileError, match=r"matter\.yaml:5: family_of: names nobody of the roster") as raised:
        matter(tmp_path, CHILD.replace("WHOM", "A999999999"))
    assert "A-Number" in raised.value.remedy
    one = "{last_name: Primer, first_name: Ana, family_of: 'Primer, Eva'}"
    other = "{last_name: Primer, first_name: Eva, family_of: 'Primer, Ana'}"
    with pytest.raises(MatterFileError, match="leads in a circle"):
        matter(tmp_path, one, other)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("{last_name: P, date_of_birth: 2020-01-01, filed: 2019-01-01}", ":5: filed: is before date_of_birth"),
        ("{last_name: P, filed: 2019-01-02, denied: 2019-01-01}", ":5: denied: is before filed"),
        ("{last_name: P, denied: 2019-01-02, signed_off_on: 2019-01-01}", ":5: signed_off_on: is before denied"),
        ("{last_name: P, minors_in_case: many}", ":5: minors_in_case: is not a whole number"),
        ("{last_name: P, appeal_path: moon}", ":5: appeal_path: is none of aao, bia, circuit, none_available"),
    ],
)
def test_dates_and_words_that_cannot_be_are_errors_with_their_line(tmp_path: Path, row: str, said: str) -> None:
    with pytest.raises(MatterFileError) as raised:
        matter(tmp_path, row)
    assert said in str(raised.value)
