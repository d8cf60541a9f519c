"""What only somebody in office does: approve an arrest, serve a notice to appear, certify compliance, write an agency's
memoranda, be greeted as "Officer".

Words like these name an officer where no title does. Each is tied to the name by its place in the sentence or on the
page, and none of them is what an applicant, a relative or a private lawyer does.
"""

from __future__ import annotations

import re

from redactor.model import Role
from redactor.offices import ANY, Office, office_called
from redactor.resolve.names import tokens
from redactor.resolve.office import ON_THE_NEXT_LINE, Evidence

_SCORE = 0.86
"""Below a title of one's own; above a bare surname that the matter knows."""

_ACTING = Office(Role.OFFICER, own=False)

_BEFORE = re.compile(
    r"(?:(?:"
    r"\b(?i:approved|authori[sz]ed|concurred|reviewed|issued|countersigned|certified|processed|fingerprinted|"
    r"booked|apprehended|arrested)"
    r"[ \n](?i:(?:and[ \n][^\W\d_]+ed[ \n])?by)"
    r"|\b(?i:served|read|explained)[ \n](?i:(?:up)?on|to)[ \n](?i:the[ \n])?(?i:alien|respondent|subject|"
    r"detainee)[ \n](?i:(?:in person[ \n])?by)"
    r"|\b(?i:departure|removal|removed|departed|flight|boarding)\b[^.\n]{0,60}[^.]{0,40}?\b(?i:witnessed|"
    r"verified)[ \n](?i:by)"
    r"|\b(?i:case|file)[ \n](?i:is[ \n]|was[ \n])?(?i:assigned[ \n]to)(?i:[ \n](?:deportation[ \n])?officer)"
    r")[ ]?:?|(?<![^\W\d_])(?i:approved|concur(?:red)?|authori[sz]ed|supervisor's[ ]approval)[ ]?:)[ \n\t]?"
    r"(?:[^\W\d_a-z][\w'\-]*\.?(?:[ \n][^\W\d_a-z][\w'\-]*\.?){0,4},?[ \n]and[ \n])?\Z"
)
_PREPARED = re.compile(r"(?i)\bprepared[ \n]by[ ]?:?[ ]\Z")
_THEN_REVIEWED = re.compile(r"(?i)[;,.]?[ \n](?:and[ ])?(?:reviewed|approved)[ \n]by\b")
"""An application has a preparer too; an agency's report is reviewed or approved by another."""
_LEAD = re.compile(r"[ ](?:lead|leads|leading)\)")
_SIGNED_ONLY = re.compile(r"(?:^|\n|\t)[ ]*(?:/s/|(?i:signed|by)[ ]?[:,])[ _]*\Z")
_CERTIFIED = re.compile(
    r"(?i)(?:1367|1229\(e\)|239\(e\))[^\n]*(?:\n[^\n]*){0,3}?\b(?:have|has|had|was|were) (?:been )?complied with"
    r"|complied with (?:the provisions of )?(?:8 U\.?S\.?C\.? )?(?:§ ?|section )?1367"
)
_CERTIFIED_ABOVE = 400
"""Code points above a signature in which the sentence of 8 U.S.C. § 1229(e)(1) makes its signer the certifying one."""

_OFFICES_BEHIND = re.compile(
    r"(?:,|[ ]-|[ ]?\()[ ](?:Office of (?:the )?(?:Principal Legal Advis[eo]r|Chief Counsel|"
    r"Enforcement and Removal|Professional Responsibility|General Counsel|the Director)[^\n;]*"
    r"|(?:U\.?S\.? )?Department of Justice[^\n;]*|Office of Immigration Litigation[^\n;]*"
    r"|Enforcement and Removal Operations|Homeland Security Investigations|OPLA|ERO|"
    r"U\.?S\.? Immigration and Customs Enforcement)"
)
_LEGAL = re.compile(r"(?i)counsel|legal|opla|justice|litigation")
_MEMO_HEAD = re.compile(r"(?i)[ >]*(?:to|from|thru|through|cc|prepared for|memorandum for)[ ]?:[ \t]*\Z")
_INTERNAL = re.compile(
    r"(?im)\bmemorandum for\b|^\s*memorandum\s*$|\bprivileged (?:&|and) confidential\b"
    r"|\battorney[- ](?:client|work product)\b|\blaw enforcement sensitive\b"
    r"|\bfor official use only\b|\binternal use only\b|\bpre-?decisional\b"
)
_OWN_SENDERS = re.compile(
    r"(?im)^[ >]*(?:to|from|thru|through|cc|memorandum for)[ ]?:[^\n]*"
    r"(?:field office|principal legal advis|\bOPLA\b|enforcement and removal|\bERO\b|homeland security"
    r"|executive associate director)"
)
"""A head that names one of the agency's own offices: lawyers and their clients write privileged memoranda too."""
_HEAD_LINES = 900
"""Code points of a page's top in which a memorandum has its head."""

_GREETING = re.compile(
    rf"(?m)^[ >]*(?:(?i:dear|hi|hello|good (?:morning|afternoon))[ ,]+)?"
    rf"(?P<title>{ANY})[ ](?P<name>[^\W\d_][\w'\-]+(?:[ ][^\W\d_][\w'\-]+){{0,2}})[ ]?[,:;\-][ ]*$"
)
_ADDRESSEE = re.compile(r"(?im)^[ >]*to[ ]?:[^\n]*$")


def acting_in_office(text: str, start: int, end: int) -> Evidence | None:
    """What the sentence or the page's head makes the holder of ``text[start:end]`` (flat), a name, do in office, or
    None. Offsets are half-open."""
    before = text[max(0, start - 160) : start]
    prepared = _PREPARED.search(before) and _THEN_REVIEWED.match(text, end)
    if prepared or _BEFORE.search(before) or _LEAD.match(text, end):
        return Evidence(_ACTING, _SCORE, "an officer's act")
    if _SIGNED_ONLY.search(before) and _CERTIFIED.search(text, max(0, start - _CERTIFIED_ABOVE), start):
        return Evidence(_ACTING, ON_THE_NEXT_LINE, "signature under the certification of compliance")
    return _in_a_memo(text, start, end) or _greeted(text, start, end)


def _in_a_memo(text: str, start: int, end: int) -> Evidence | None:
    line = text[text.rfind("\n", 0, start) + 1 : start]
    if not _MEMO_HEAD.match(line):
        return None
    if behind := _OFFICES_BEHIND.match(text, end):
        role = Role.COUNSEL if _LEGAL.search(behind.group()) else Role.OFFICER
        return Evidence(Office(role), ON_THE_NEXT_LINE, "an office behind a name in a head")
    internal = start < _HEAD_LINES and _INTERNAL.search(text, 0, _HEAD_LINES)
    if internal and _OWN_SENDERS.search(text, 0, _HEAD_LINES) and "to" not in line.casefold():
        return Evidence(Office(Role.OFFICIAL), ON_THE_NEXT_LINE, "head of an agency's own memorandum")
    return None


def _greeted(text: str, start: int, end: int) -> Evidence | None:
    """ "To: Jane Muster" over "Officer Muster," is the officer who is greeted."""
    line_start = text.rfind("\n", 0, start) + 1
    head = _ADDRESSEE.match(text, line_start)
    if head is None:
        return None
    greeting = _GREETING.search(text, head.end(), head.end() + _HEAD_LINES)
    words = [word for word, _, _ in tokens(text[start:end])]
    if greeting is None or not {word for word, _, _ in tokens(greeting["name"])} <= set(words):
        return None
    office = office_called(greeting["title"])
    return Evidence(office, _SCORE, "greeted by title") if office and office.bare else None
