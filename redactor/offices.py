"""Offices of government and court: the titles that their holders are called by, and the mail domains of agencies.

Policy produces the names of those who act in an office and withholds everybody else's, so what stands here is what may
let a name stand (rules/section-1367). Every pattern is for ``re`` and for ``regex`` alike, to be used without regard
to case unless its name says ``CODE``; blanks are plain blanks, as a shadow writes them. Standard library only.

Titles are those of the forms and rosters of ICE ERO, HSI, CBP, USCIS and EOIR, of the New York State Unified Court
System, and of captions and signature blocks in federal court (8 C.F.R. §§ 287.5, 239.1(a) name most of them).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from redactor.model import Role

_RANK = (
    r"(?:(?:acting|senior|supervisory|supervising|assigned|assisting|lead|chief|deputy|principal|former|then|"
    r"criminal|retired)[ -])*"
)
_AGENCY = r"(?:(?:u\.?s\.? )?(?:ice|ero|hsi|cbp|dhs|uscis|eoir|opla|ice/ero|ero/ice|usbp|nypd)[ ])?"
_OF_AGENCY = r"(?:(?:u\.?s\.? )?(?:ice|ero|hsi|cbp|dhs|uscis|eoir|opla|ice/ero|ero/ice|usbp|nypd)[ ])"
"""The agency's name before a title that others have too."""

LINE_OFFICER = (
    rf"(?:{_RANK}{_AGENCY}{_RANK}(?:"
    r"detention(?: and| &)? deportation officers?|deportation (?:officers?|assistants?)|detention (?:officers?|"
    r"enforcement officers?)"
    r"|immigration (?:enforcement )?(?:officers?|agents?|inspectors?)|immigration services officers?|"
    r"enforcement (?:and removal )?(?:officers?|assistants?)"
    r"|enforcement and removal operations officers?|(?:customs and )?border (?:protection|patrol) (?:officers?|"
    r"agents?)"
    r"|asylum (?:pre-?screening )?officers?|adjudications? officers?|(?:technical )?enforcement officers?|"
    r"field training officers?"
    r"|records? officers?|foia officers?|duty officers?|intake officers?|fugitive operations officers?|"
    r"criminal investigators?"
    r"|management (?:and|&) program analysts?|mission support specialists?|"
    r"intelligence (?:research )?(?:analysts?|specialists?|officers?)"
    r"|removal assistants?|public affairs (?:officers?|specialists?)|community relations officers?|compliance officers?"
    r"|(?:arresting|issuing|apprehending|examining|certifying|serving|processing|reporting|escort(?:ing)?|"
    r"transport(?:ing)?|case|docket|on-?duty|approving|reviewing|signing|interviewing|encountering|requesting|"
    r"responding|recording) (?:immigration |deportation )?(?:officers?|agents?|officials?)"
    r"|(?:ero|ice|hsi|cbp|dhs|uscis|federal|immigration) (?:officers?|agents?)|special agents?"
    r"))"
)
"""Offices that only an agency's people hold, below the supervisors."""

PLAIN_OFFICER = (
    r"(?:(?:court |police |peace |probation |parole |correctional? |corrections |security |"
    r"law enforcement )?officers?|agents?|det(?:ectives?|\.)|sgts?\.?|sergeants?"
    r"|lieutenants?|lt\.|troopers?|inspectors?|captain|capt\.|deputy sheriffs?|(?:deputy )?u\.?s\.? marshals?|"
    r"ofc\.|ofcr\.|p\.o\.|analysts?|investigators?|(?:oficial(?:es)?|agentes?)(?: de (?:deportaci[oó]n|"
    r"inmigraci[oó]n|migraci[oó]n))?|sargento)"
)
"""Words for an officer that others are called by too: a policeman who is somebody's husband, a security guard."""

SUPERVISOR = (
    rf"(?:{_AGENCY}(?:(?:acting|senior|first-line|second-line|team|unit|area|group|shift|ero|field office|"
    rf"immediate|approving|reviewing|officer's) )*"
    r"(?:supervisory (?:detention(?: and| &)? deportation|deportation|immigration(?: enforcement)?|detention|"
    r"enforcement|special|asylum|border patrol|records?|mission support|intelligence)? ?(?:officers?|agents?|"
    r"specialists?|analysts?)"
    r"|assistant field office directors?|watch commanders?|group supervisors?|supervisory officers?|"
    r"resident agents? in charge|patrol agents? in charge)"
    rf"|{_OF_AGENCY}(?:acting )?(?:supervisors?|(?:team|squad) leads?|(?:team|squad) leaders?|(?:unit|section|"
    rf"branch) chiefs?))"
)

PLAIN_SUPERVISOR = (
    r"(?:(?:acting |immediate |shift |duty |unit |team )?supervisors?|(?:team|squad) leads?|(?:team|squad) leaders?|"
    r"(?:unit|section|branch) chiefs?|supervising officers?)"
)
"""Words for a supervisor that every employer has."""

OFFICIAL = (
    r"(?:(?:acting |deputy |assistant |associate |principal |senior |executive |former |then-?|interim |under)*"
    r"(?:(?<!assistant )field office directors?|district directors?|regional directors?|"
    r"executive associate directors?|deputy assistant directors?"
    r"|special agents? in charge|secretary of (?:homeland security|state|labor|justice|defense)|attorneys? general"
    r"|(?:ice |uscis |eoir |cbp |dhs )(?:acting |deputy |assistant )*directors?|directors? of (?:ice|uscis|eoir|"
    r"enforcement)[a-z ]*"
    r"|district attorneys?(?! office)|principal legal advis[eo]rs?|chief counsels?|solicitors? general"
    r"|chief (?:privacy|foia) officers?|under ?secretary(?: of [a-z]+(?: [a-z]+)?)?)"
    r"|acting (?:deputy )?(?:director|secretary|commissioner))"
)

PLAIN_OFFICIAL = (
    r"(?:(?:deputy |assistant |associate |executive |principal )*(?:directors?|general counsels?|"
    r"legal advis[eo]rs?)|chiefs? of staff"
    r"|ombudsm[ae]n|secretary|commissioners?|president)"
)
"""Heads that schools, shelters and unions have too."""

JUDGE = (
    r"(?:(?:the )?(?:(?:assistant |acting |deputy )?chief |senior |presiding |supervising |administrative |"
    r"associate |acting )*(?:immigration |district |circuit |magistrate |u\.?s\.? district |"
    r"united states (?:district|magistrate|circuit) |family court |supreme court |criminal court |county |"
    r"city court |town )*"
    r"(?:judges?|justices?)|the honorable|hon\.|honorable|referees?|court attorney-?referees?|"
    r"judicial hearing officers?|support magistrates?|juez|jueza|ju[ií]za?)"
)

COUNSEL = (
    r"(?:(?:special |senior |supervising |deputy |acting |executive |first |then )*(?:assistant (?:united states|"
    r"u\.?s\.?) attorneys?|assistant attorneys? general|assistant solicitors? general|assistant chief counsels?"
    r"|deputy chief counsels?|(?:united states|u\.?s\.?) attorneys?"
    r"|(?:ice|opla|dhs|ero|hsi|agency|government|department|doj) (?:trial )?(?:attorneys?|counsels?)|"
    r"associate legal advis[eo]rs?))"
)

COURT_STAFF = (
    r"(?:(?:chief |deputy |principal |senior |associate |first deputy |part |county |court )*(?:court clerks?|"
    r"clerks? of (?:the )?court|county clerks?|part clerks?|court reporters?|courtroom deput(?:y|ies)|law clerks?|"
    r"court attorneys?|court assistants?|legal assistant to the court|court administrators?|judicial law clerks?|"
    r"official reporters?|docket clerks?|court secretary|clerk of the court|chief clerks?)|"
    r"(?-i:EOIR) (?:legal assistants?|clerks?))"
)

LINE_CODE = r"(?:DO|DDO|IEO|IEA|SA|S/A|BPA|CBPO|CBP Officer|ISO|IO|D\.O\.|D/O|ERO Officer|DEO|AO)s?"
SUPERVISOR_CODE = r"(?:SDDO|SDO|S\.D\.D\.O\.|SIEA|SIEO|SSA|SBPA|SCBPO|GS|AFOD|A/AFOD|A/SDDO|\(A\)SDDO|RAC|SISO|SAO)s?"
OFFICIAL_CODE = (
    r"(?:DFOD|FOD|A/FOD|SAC|DSAC|ASAC|EAD|EOD|PDLA|Secretary|Commissioner|Governor|Gov\.|Senator|Sen\.|Mayor)"
)
COUNSEL_CODE = r"(?:AUSA|SAUSA|AAG|ACC|DCC)s?"
JUDGE_CODE = r"(?:IJ|ACIJ|A\.C\.I\.J\.|J\.H\.O\.|JHO|CJ)"
JUDGE_LETTERS = (
    r"(?:(?:U\.?S\.?)?(?:D|M|C|B)\.?J\.|J\.(?:S|C|F|D)\.C\.|A\.?J\.?S\.?C\.|J\.H\.O\.|J\.C\.C\.|F\.C\.J\.|"
    r"C\.C\.J\.|C\.J\.|J\.(?=[,)\n]|$))"
)
"""Letters that stand behind a judge's name: Hon. Robin Sample, J.S.C."""


@dataclass(frozen=True, slots=True)
class Office:
    """What a title says of the person it stands beside.

    ``own`` says that only agencies and courts have such an office. "Officer" and "Agent" by themselves are not: a
    person whom the law protects, or who did the harm, may be called so too. ``bare`` says that the title speaks
    without the agency's name beside it; a school has a director, and a restaurant a supervisor.
    """

    role: Role
    own: bool = True
    bare: bool = True


_WORDS: tuple[tuple[str, Office], ...] = (
    (JUDGE, Office(Role.JUDGE)),
    (COUNSEL, Office(Role.COUNSEL)),
    (COURT_STAFF, Office(Role.COURT_STAFF)),
    (SUPERVISOR, Office(Role.SUPERVISOR)),
    (LINE_OFFICER, Office(Role.OFFICER)),
    (OFFICIAL, Office(Role.OFFICIAL)),
    (PLAIN_OFFICER, Office(Role.OFFICER, own=False)),
    (PLAIN_SUPERVISOR, Office(Role.SUPERVISOR, own=False, bare=False)),
    (PLAIN_OFFICIAL, Office(Role.OFFICIAL, own=False, bare=False)),
)
_CODES: tuple[tuple[str, Office], ...] = (
    (SUPERVISOR_CODE, Office(Role.SUPERVISOR)),
    (LINE_CODE, Office(Role.OFFICER)),
    (OFFICIAL_CODE, Office(Role.OFFICIAL)),
    (COUNSEL_CODE, Office(Role.COUNSEL)),
    (JUDGE_CODE, Office(Role.JUDGE)),
)

ANY = "|".join([*(rf"(?i:{words})" for words, _ in _WORDS), *(codes for codes, _ in _CODES)])
"""Any title, word or code, in a group of its own where it is used."""

_EACH = tuple(
    (re.compile(pattern, flags), office)
    for group, flags in ((_CODES, 0), (_WORDS, re.IGNORECASE))
    for pattern, office in group
)


def office_called(title: str) -> Office | None:
    """The office that a title in full is, or None: "Supervisory Deportation Officer", "SDDO", "officers"."""
    plain = " ".join(title.split()).strip(" ,:;-")
    return next((office for pattern, office in _EACH if pattern.fullmatch(plain)), None)


AGENCY = (
    r"(?:\b(?:ICE|ERO|HSI|DHS|CBP|USCIS|EOIR|OPLA|USBP|INS)\b|Enforcement and Removal|Homeland Security|Field Office"
    r"|Immigration and Customs|Customs and Border|Citizenship and Immigration Services|"
    r"Executive Office for Immigration"
    r"|Principal Legal Advis[eo]r|Department of Justice|Attorney's Office)"
)
"""An agency's or office's name, as titles have it beside them; to be used with regard to case."""

_DOMAINS: tuple[tuple[str, Role], ...] = (
    ("ice.dhs.gov", Role.OFFICER),
    ("hsi.dhs.gov", Role.OFFICER),
    ("cbp.dhs.gov", Role.OFFICER),
    ("uscis.dhs.gov", Role.OFFICER),
    ("hq.dhs.gov", Role.OFFICER),
    ("dhs.gov", Role.OFFICER),
    ("usdoj.gov", Role.COUNSEL),
    ("justice.gov", Role.COUNSEL),
    ("ag.ny.gov", Role.COUNSEL),
    ("nypd.org", Role.OFFICER),
    ("nycourts.gov", Role.COURT_STAFF),
    ("uscourts.gov", Role.COURT_STAFF),
)
"""Mail domains whose mailboxes belong to people in office. Of a longer domain its own entry speaks first."""


def role_at(domain: str) -> Role | None:
    """The role of somebody with a mailbox at ``domain``, or None: the domain itself or one under it, nothing else."""
    plain = domain.casefold().strip(" .>)\"'")
    return next((role for own, role in _DOMAINS if plain == own or plain.endswith("." + own)), None)
