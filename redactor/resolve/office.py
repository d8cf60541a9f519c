"""What the words right beside a name say of its holder's office: the title before it, the office behind it.

This is the evidence on which a name may be let stand, so each pattern says where it must not speak: for the officer
whom somebody told about the name, for the next person's title, across the lines of a form.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from redactor.model import Role
from redactor.offices import AGENCY, ANY, JUDGE_LETTERS, Office, office_called, role_at
from redactor.resolve.names import fold, tokens
from redactor.vocabulary import NOT_NAMES

_PLAIN = str.maketrans({
    "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u2018": "'", "\u2019": "'",
    "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-",
})  # fmt: skip

_REACH = 110
"""Code points beside a name that are looked at: the longest title with rank and agency, and its link."""

_PROSE = 40
"""Code points that a line holds before a title at its end for the name in the next line to be the sentence's."""

BESIDE, ON_THE_NEXT_LINE = 0.9, 0.8
"""Scores of evidence on the name's own line, and of evidence that a line end parts from it: any claim of a protected
role outweighs the latter (``mentions``)."""

_NUMBER = r"(?:[ ]?\(?(?:(?i:badge|shield|tax|star|id)(?:[ ](?i:no\.?|number|#))?[ :]*)?#?[ ]?\d{2,7}\)?,?)?"
_BEFORE = re.compile(rf"(?<![^\W\d_])(?P<title>{ANY}){_NUMBER}(?P<link>[ ]?[,:][ ]?|[ ]?-[ ]|[ ]|[ ]?\n[ ]?)\Z")
_CODE_IN_A_NAME = re.compile(
    r"(?i)(?:thi|van|duc|huu|quoc|minh|thanh|xuan|ngoc|hoang|trong|dinh|cong|nhu|kim|manh|tuan|tien|quang|dang|phuong|hong"
    r"|nascimento|carmo|amaral|vale|prado|ros[aá]rio|esp[ií]rito|couto|monte|sacramento|livramento|socorro|amparo|bonfim"
    r"|rego|valle|lago|rio|[oó])\b|[^\W\d_]+[ ](?:de|da|dos|das|do|e)[ ]"
)
"""What follows "DO" where it is a Vietnamese surname or a Portuguese particle and no Deportation Officer."""
_INSIDE_A_NAME = re.compile(r"(?<![^\W\d_])(?!(?:AND|BY|TO|FROM|WITH|VIA|CC|THE)\b)[A-ZÀ-Þ][A-ZÀ-Þ'\-]+[ ]\Z")
"""A word in capitals right before a code, as in SOUZA DO NASCIMENTO."""
_PLURAL_LINK = re.compile(r"(?:,?[ \n](?:and|&)[ \n]|,[ \n]|/|;[ ])[\"“']?[^\W\d_a-z]")
_TOLD = re.compile(
    r"(?i)\b(?:the|an?|that|this|another|his|her|their|my|our|its|every|each|some|any|one"
    r"|told|gave|asked|showed|handed|informed|met|let)[ \n]$"
)

_PLACE = (
    r"(?:[ ](?i:with|at|in|within|for|of|from|assigned[ ]to|based[ ]in|out[ ]of|who[ ]supervises)(?:[ ](?:the|of|and|"
    r"[A-Z0-9](?:[\w&'/\-]|\.(?=\w))*))+)?"
)
_BEHIND = re.compile(
    rf"(?P<link>,[ \n]|[ ]?\(|[ ]-[ ]|[ ]?/[ ]?|[ ]{{2,}})(?P<article>(?i:an?|the|one[ ]of[ ]the)[ ])"
    rf"?(?P<title>{ANY})(?P<place>{_PLACE})(?P<stop>[ ]?[,.;:)\n\t]|$|[ ]-|[ ](?=[^\W\d_a-z]))"
)
_NEXT_CELL = re.compile(
    rf"(?P<link>[ ]*\t[ ]*(?:Title[ ]?:[ ]*)?|[ ]+)(?P<title>{ANY})(?![^\W\d_])(?=[ ]*(?:\t|\n|\Z|[ ]{{3}}|\d))"
)
_AGENCY = re.compile(AGENCY)
_NAMED_BEFORE = 12
"""Code points before a title in which the agency's name belongs to it: "the ICE supervisor"."""
_ANOTHERS = re.compile(
    r"(?i)\b(?:loan|security|school|safety|bank|leasing|insurance|travel|estate|housing|compliance|intake|program|student"
    r"|union|press|ticket|rental|managing|executive|medical|health|welfare|nursing|company|hotel|store|landlord's|building)"
    r"[ ]\Z"
)
"""Before "officer" or "agent": somebody else's."""
_OFFICERS_PAPER = re.compile(
    r"\b(?:SDDO|PCQS|FugOps|Fugitive Operations|Office of Professional Responsibility)\b"
    r"|(?i:\bdeportation officer|8 U\.?S\.?C\.?[ ]?(?:§[ ]?|section )?(?:1367|1229))"
)
"""What officers write and no employer, school or shelter does."""
_ANYBODYS = frozenset(
    {"agent", "agents", "analyst", "analysts", "investigator", "investigators", "captain", "inspector"}
)

_IS = re.compile(
    rf"(?:,[ ](?:hereby[ ])?)?[ ]?(?:am|is|was|serves|served|works|worked|acts|acted|am[ ]employed|is[ ]employed|"
    rf"have[ ]been)(?:[ ](?:currently|then|now|employed))*(?:[ ]as)?[ \n](?:an?|"
    rf"the)[ \n](?P<title>{ANY})(?![^\W\d_])"
)
_DECLARES = re.compile(
    rf"(?s).{{0,60}}?\b(?:am|was|have[ ]been)(?:[ ](?:currently|employed|a|an|the|as|"
    rf"presently))+[ \n](?P<title>{ANY})(?![^\W\d_])"
)
_LETTERS = re.compile(rf",?[ ](?P<title>{JUDGE_LETTERS})(?![^\W\d_])")
_BADGE = re.compile(r"(?i),?[ ]?\(?(?:badge|shield)(?:[ ](?:no\.?|number))?[ :#]*\d{2,7}")
_MAILBOX = re.compile(
    r"[ ]?(?:\"|"
    r"')?[ ]?(?:\([^()\n]{1,30}\)[ ]?)?[<\[(][ ]?(?:mailto:)?(?P<local>[\w.+'\-]+)@(?P<domain>[\w.\-]+)[ ]?[>\])]"
)
_SENDERS_AGENCY = re.compile(r"[ ]?\((?:ICE|ERO|HSI|OPLA|CBP|USCIS|DHS|EOIR)(?:[ /\-][A-Za-z]{2,12}){0,2}\)")
_HEADER = re.compile(r"(?i)[ >*]*(?:from|to|cc|bcc|sent by|de|para)[ ]?:")


_LEADING = re.compile(rf"(?:(?:/?[sS]/[ _]*|{ANY})[ :\n]+)+(?=[^\W\d_])")


_TRAILING = re.compile(rf"(?<=[^\W\d_])(?:[ ]?<|(?:,[ \n]|[ ]?\(|[ ]?/[ ]?|[ ]-[ ])(?=(?:{ANY})(?![^\W\d_])))")


@dataclass(frozen=True, slots=True)
class Evidence:
    """That the holder of a name is in office: which, how sure, and where it was read."""

    office: Office
    score: float
    how: str

    @property
    def role(self) -> Role:
        return self.office.role


def flat(text: str) -> str:
    """The text with plain blanks, dashes and apostrophes; offsets stay as they are."""
    return text.translate(_PLAIN)


def name_in(text: str, start: int, end: int) -> tuple[int, int]:
    """The half-open offsets of the name alone in ``text[start:end]``, where its claim took titles along: "Officer Jane
    Muster", "/s/ DO J. MUSTER", "Jane Muster, Acting Director"."""
    title = _LEADING.match(text, start, end)
    if title and title.end() < end:
        start = title.end()
    if trailing := _TRAILING.search(text, start, end):
        end = trailing.start()
    return start, end


def office_beside(text: str, start: int, end: int) -> Evidence | None:
    """What stands right before or behind ``text[start:end]``, a name, that puts its holder in office, or None.

    ``text`` is ``flat``; offsets are half-open. The surest of what speaks is returned.
    """
    found = [
        evidence
        for evidence in (
            _title_before(text, start, end),
            _title_behind(text, start, end),
            _said_to_be(text, start, end),
            _mailbox(text, start, end),
        )
        if evidence
    ]
    return max(found, key=lambda evidence: (evidence.score, evidence.office.own), default=None)


def _title_before(text: str, start: int, end: int) -> Evidence | None:
    window = text[max(0, start - _REACH) : start]
    match = _BEFORE.search(window)
    if not match:
        return None
    title, link = match["title"], match["link"]
    office = office_called(title)
    if office is None:
        return None
    before = window[: match.start()]
    if title.isupper() and (_CODE_IN_A_NAME.match(text, start) or _INSIDE_A_NAME.search(before)):
        return None
    many = title.lower().rstrip(".").endswith("s") and office_called(title[:-1]) is not None
    following = text[end : end + 30]
    if many and (following.startswith("'") or not _PLURAL_LINK.match(following)) and ":" not in link:
        return None  # "gave officers Ejemplo's passport"; one officer has no plural
    set_off = "," in link and following[:1] in {",", ".", ";", ")"}
    if title[0].islower() and _TOLD.search(before) and not set_off:
        return None  # "told the officer Ejemplo was ill"; but "the arresting officer, Muster, said"
    if not _speaks(office, title, text, before):
        return None
    if "\n" in link:
        line = before[before.rfind("\n") + 1 :]
        return (
            Evidence(office, ON_THE_NEXT_LINE, "title at the end of the line before") if len(line) >= _PROSE else None
        )
    return Evidence(office, BESIDE, "title before")


def _title_behind(text: str, start: int, end: int) -> Evidence | None:
    if letters := _LETTERS.match(text, end):
        return Evidence(Office(Role.JUDGE), BESIDE, f"letters behind: {letters['title']}")
    if _BADGE.match(text, end):
        return Evidence(Office(Role.OFFICER, own=False), BESIDE, "badge behind")
    match = _BEHIND.match(text, end, end + _REACH)
    if not match:
        return _title_in_the_next_cell(text, end)
    office = office_called(match["title"])
    if office is None or (match["article"] and not _ends_an_apposition(match)):
        return None
    if not _speaks(office, match["title"], text, "", _place_behind(text, match)):
        return None
    if match["stop"].isspace() and "\n" not in match["stop"] and "\t" not in match["stop"]:
        word = re.match(r"[^\W\d_]+", text[match.end() :])
        if not word or fold(word.group()) not in NOT_NAMES:
            return None  # "Muster, DO Ejemplo": the title is the next one's
    same = text[start:end].split()[-1:] + text[start:end].split()[:1]
    following = text[match.end("stop") :].lstrip()
    again = any(following.startswith(word.rstrip(",")) for word in same)
    if "\n" in match["stop"] and "(" not in match["link"] and not again and _name_follows(text, match.end("stop")):
        return None  # a title at the line's end whose holder begins the next line
    return Evidence(office, BESIDE, "title behind")


def _place_behind(text: str, match: re.Match[str]) -> str:
    """Where the title says that it is held, to the next line where the sentence runs on in it."""
    if not match["place"]:
        return text[match.end("title") : match.end("title") + 60]
    going_on = text[match.end("stop") : match.end("stop") + 40] if match["stop"] == "\n" else ""
    return match["place"] + (f" {going_on}" if going_on[:1].islower() else "")


def _speaks(office: Office, title: str, paper: str, before: str, behind: str = "") -> bool:
    """Whether a title that others have too is an agency's: "a supervisor with ERO", and no loan officer, no landlord's
    agent, no director of a school. ``before`` and ``behind`` are the words beside the title,
    ``paper`` is the whole text: in an officers' paper a "Supervisor" with a capital is theirs."""
    line = behind.split("\n\n")[0]
    named = bool(_AGENCY.search(line)) or bool(_AGENCY.search(before[-_NAMED_BEFORE:].rpartition("\n")[2]))
    if office.own or named:
        return True
    if not office.bare:
        return office.role is Role.SUPERVISOR and title[0].isupper() and bool(_OFFICERS_PAPER.search(paper))
    return not _ANOTHERS.search(before) and not (title[0].islower() and title.lower() in _ANYBODYS)


def _title_in_the_next_cell(text: str, end: int) -> Evidence | None:
    """ "Jane Muster<tab>SDDO", "Title: Deportation Officer" in the next cell, "Jane Muster Deportation Officer"."""
    match = _NEXT_CELL.match(text, end, end + _REACH)
    office = office_called(match["title"]) if match else None
    if match is None or office is None or not office.own or match["title"][0].islower():
        return None
    if match["link"] == " " and office.role not in (Role.OFFICER, Role.SUPERVISOR):
        return None  # a surname: Lennox Judge
    following = text[match.end() : match.end() + 40].lstrip(" \t").split("\n")[0].split("\t")[0]
    if _name_follows(following, 0):
        return None  # the title of whoever stands in the cell behind it
    return Evidence(office, ON_THE_NEXT_LINE, "title in the next cell")


def _ends_an_apposition(match: re.Match[str]) -> bool:
    """ "Muster, a supervisor with ERO," but not "according to Ejemplo, a supervisor told her"."""
    closed = match["stop"].strip()[:1] in {",", ".", ";", ")"} and bool(match["stop"].strip())
    definite = match["article"].lower().startswith("the")
    return closed and (not definite or match["stop"].strip() in {".", ";", ")"})


def _name_follows(text: str, at: int) -> bool:
    word = re.match(r"[ ]?([^\W\d_a-z][^\W\d_]+)", text[at:])
    return word is not None and fold(word[1]) not in NOT_NAMES


def _said_to_be(text: str, start: int, end: int) -> Evidence | None:
    match = _IS.match(text, end, end + _REACH)
    if match is None and text[max(0, start - 3) : start] in {"I, ", " I ", "I,\n"}:
        match = _DECLARES.match(text, end, end + 2 * _REACH)
    if match is None:
        return None
    office = office_called(match["title"])
    if office is None or not office.own:
        return None  # a husband may be "a police officer"
    return Evidence(office, BESIDE, "said to hold the office")


def _mailbox(text: str, start: int, end: int) -> Evidence | None:
    match = _MAILBOX.match(text, end, end + _REACH)
    if match and (role := role_at(match["domain"])) and is_mailbox_of(match["local"], text[start:end]):
        return Evidence(Office(role), BESIDE, "an agency's mailbox in that name")
    line = text[text.rfind("\n", 0, start) + 1 : start]
    if _HEADER.match(line) and _SENDERS_AGENCY.match(text, end):
        return Evidence(Office(Role.OFFICER), ON_THE_NEXT_LINE, "a sender's agency behind the name")
    return None


def is_mailbox_of(local: str, name: str) -> bool:
    """Whether a mailbox's local part is made of the name: jane.muster, jmuster, muster.j2 of "Muster, Jane A."."""
    parts = [part for part in re.split(r"[._\-]+", re.sub(r"\d+$", "", fold(local))) if part]
    words = [word for word, _, _ in tokens(name)]
    whole = [word for word in words if len(word) > 1]
    if len(whole) < 2 or not parts:
        return False
    if len(parts) > 1:
        named = [part for part in parts if part in whole]
        rest = [part for part in parts if part not in whole]
        initials = all(len(part) == 1 and any(word[0] == part for word in words) for part in rest)
        return bool(named) and initials and (len(named) > 1 or bool(rest))
    return any(parts[0] == first[0] + last for first in words for last in whole if first != last)
