from __future__ import annotations

from dataclasses import replace

import pytest
from decide_factories import DOCUMENT, NOW, OTHER_DOCUMENT, circumstances, document, finding

from redactor.decide import NotAsserted, RulePack, authorities, decide, unclaimed, waiver_check, with_groups
from redactor.errors import RulePackError
from redactor.model import Basis, BasisCode, Category, Disposition, LogCategory, Role, Span

Packs = tuple[RulePack, ...]


def test_the_decision_names_its_rule_its_reason_and_its_time(packs: Packs) -> None:
    one = finding(Category.A_NUMBER, 3, 12)
    decision = decide([one], {DOCUMENT: document("No. A12345678 x")}, packs, circumstances(packs), now=NOW)[0]
    assert decision.finding == one.id
    assert decision.actor == "rule:section-1367/a-number"
    assert decision.reason.startswith("The A-Number is the person's file")
    assert decision.withheld == (Span("p1", 3, 12),)
    assert decision.at == NOW


def test_generalised_parts_lie_where_the_finding_lies(packs: Packs) -> None:
    text = "arrested on January 21, 2020 outside"
    one = finding(Category.ENFORCEMENT_DATE, 12, 28)
    decision = decide([one], {DOCUMENT: document(text)}, packs, circumstances(packs), now=NOW)[0]
    assert [text[span.start : span.end] for span in decision.withheld] == ["21"]


def test_a_date_whose_text_cannot_be_looked_up_is_withheld_whole(packs: Packs) -> None:
    known = document("January 21, 2020")
    lost = [
        finding(Category.ENFORCEMENT_DATE, 0, 16, document=OTHER_DOCUMENT),
        finding(Category.ENFORCEMENT_DATE, 0, 16, passage="p9"),
        finding(Category.ENFORCEMENT_DATE, 0, 99),
    ]
    for one, decision in zip(lost, decide(lost, {DOCUMENT: known}, packs, circumstances(packs), now=NOW), strict=True):
        assert decision.disposition is Disposition.GENERALISE
        assert decision.withheld == (one.span,)


def test_a_date_without_a_label_is_treated_like_the_same_day_in_another_document(packs: Packs) -> None:
    record, mail = document("01/21/2020"), document("Sent: Tuesday, January 21, 2020", id=OTHER_DOCUMENT)
    findings = [
        finding(Category.ENFORCEMENT_DATE, 0, 10),
        finding(Category.OTHER_DATE, 6, 31, document=OTHER_DOCUMENT),
    ]
    decision = decide(findings, {DOCUMENT: record, OTHER_DOCUMENT: mail}, packs, circumstances(packs), now=NOW)[1]
    assert [mail.text(span) for span in decision.withheld] == ["Tuesday", "21"]
    assert decision.log_category == "E2"


def test_a_date_without_a_label_on_a_page_that_names_a_noncitizen_is_referred(packs: Packs) -> None:
    page = document("Maria Ejemplo 02/14/2016")
    date, name = finding(Category.OTHER_DATE, 14, 24), finding(Category.PERSON_NAME, 0, 13, role=Role.SUBJECT)
    facts = circumstances(packs)
    alone = decide([date], {DOCUMENT: page}, packs, facts, now=NOW)[0]
    beside = decide([date, name], {DOCUMENT: page}, packs, facts, now=NOW)[0]
    assert alone.disposition is Disposition.PRODUCE
    assert beside.disposition is Disposition.REFER


def test_a_profile_that_no_pack_knows_stops_the_run(packs: Packs) -> None:
    with pytest.raises(RulePackError, match="knows the profile 'open'"):
        decide([], {}, packs, circumstances(packs, profile="open"), now=NOW)


def test_packs_that_could_leave_a_finding_undecided_are_refused(packs: Packs) -> None:
    open_ended = replace(packs[0], rules=packs[0].rules[:-1])
    with pytest.raises(RulePackError, match="must catch all"):
        decide([], {}, (open_ended,), circumstances(packs), now=NOW)


def test_a_pack_after_one_that_answers_everything_is_refused(packs: Packs) -> None:
    with pytest.raises(RulePackError, match="would never be asked"):
        decide([], {}, (packs[0], replace(packs[0], id="later")), circumstances(packs), now=NOW)


def test_an_earlier_pack_speaks_first_and_leaves_the_rest_to_the_next(packs: Packs) -> None:
    nationality = next(rule for rule in packs[0].rules if rule.id == "nationality")
    stricter = replace(nationality, id="ours", disposition=Disposition.REDACT)
    ours = replace(packs[0], id="ours", rules=(stricter,))
    findings = [finding(Category.NATIONALITY), finding(Category.A_NUMBER)]
    both = (ours, *packs)
    decisions = decide(findings, {DOCUMENT: document("text")}, both, circumstances(both), now=NOW)
    assert [d.actor for d in decisions] == ["rule:ours/ours", "rule:section-1367/a-number"]
    assert decisions[0].disposition is Disposition.REDACT


def test_only_asserted_bases_are_used_and_the_one_that_covers_everyone_comes_first(packs: Packs) -> None:
    names = [finding(Category.PERSON_NAME, role=Role.SUBJECT)]
    texts = {DOCUMENT: document("text")}

    def basis(*asserted: str) -> tuple[str, ...]:
        return decide(names, texts, packs, circumstances(packs, asserted=asserted), now=NOW)[0].basis

    assert basis("PO", "ASYLUM") == ("PO", "1367-GROUP")
    assert basis("1367-U") == ("1367-GROUP",)
    assert basis() == ("PO", "AGREED", "1367-GROUP")


def test_a_group_cites_only_members_that_were_asserted(packs: Packs) -> None:
    def group(*asserted: str) -> Basis:
        return circumstances(packs, asserted=asserted).bases[BasisCode("1367-GROUP")]

    assert group().asserted_in is None
    assert group("TPS", "1367-U", "1367-T").authority == "8 U.S.C. § 1367(a)(2); 8 U.S.C. § 1254a(c)(6)"
    whole = group("1367-U", "1367-T", "1367-VAWA", "TPS", "ASYLUM")
    assert whole.authority == "8 U.S.C. §§ 1367(a)(2), 1254a(c)(6); 8 C.F.R. § 208.6"
    assert whole.asserted_in == "Response of 2020-02-03"


def test_a_group_is_unconfirmed_where_a_member_is(packs: Packs) -> None:
    single = {code: Basis(code, text, "Assumed", confirmed=False) for code, text in authorities(packs).items()}
    assert not with_groups(packs, single)[BasisCode("1367-GROUP")].confirmed


def test_a_basis_in_use_that_nobody_asserted_is_counted(packs: Packs) -> None:
    findings = [finding(Category.A_NUMBER), finding(Category.SSN), finding(Category.A_NUMBER, 5, 9)]
    facts = circumstances(packs, asserted=("TPS",))
    decisions = decide(findings, {DOCUMENT: document("text text")}, packs, facts, now=NOW)
    assert [(m.basis, m.count) for m in waiver_check(decisions, findings, facts)] == [
        ("AGREED", 1),
        ("PO", 1),
        ("R5.2", 1),
    ]
    enough = circumstances(packs, asserted=("PO",))
    decisions = decide(findings, {DOCUMENT: document("text text")}, packs, enough, now=NOW)
    assert waiver_check(decisions, findings, enough) == ()


@pytest.mark.parametrize("code", ["LEP", "PA"])
def test_a_rule_on_law_enforcement_privilege_or_privacy_act_fails_the_waiver_check(packs: Packs, code: str) -> None:
    rule = replace(packs[0].rules[-1], disposition=Disposition.REDACT, basis=(BasisCode(code),), log=LogCategory("P2"))
    pack = replace(packs[0], rules=(rule,))
    facts = circumstances((pack,))
    findings = [finding(Category.EMPLOYER)]
    decisions = decide(findings, {DOCUMENT: document("text")}, (pack,), facts, now=NOW)
    assert waiver_check(decisions, findings, facts) == (NotAsserted(BasisCode(code), None, 1),)


def test_a_referral_claims_no_ground_until_a_person_answers(packs: Packs) -> None:
    facts = circumstances(packs, asserted=())
    findings = [finding(Category.PRIVILEGED)]
    decisions = decide(findings, {DOCUMENT: document("text")}, packs, facts, now=NOW)
    assert decisions[0].basis == ("AC", "WP", "DP")
    assert waiver_check(decisions, findings, facts) == ()
    assert [missing.basis for missing in unclaimed(decisions, findings, facts)] == ["AC", "DP", "WP"]
    answered = [replace(decisions[0], disposition=Disposition.REDACT, basis=(BasisCode("AC"),))]
    assert waiver_check(answered, findings, facts) == (NotAsserted(BasisCode("AC"), None, 1),)
