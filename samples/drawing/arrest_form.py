"""The Record of Deportable/Inadmissible Alien (Form I-213) and its continuation page (Form I-831), as forms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from drawing.people import Noncitizen, us
from drawing.sheet import BOLD, FOOT, HELV, LEFT, RIGHT, Drawing, Sheet


@dataclass(frozen=True, slots=True)
class Arrest:
    """What one Form I-213 says beyond the person's own numbers; texts are marked."""

    person: Noncitizen
    middle: str
    sex: str
    looks: tuple[str, str, str, str, str]
    passport: str
    occupation: str
    marks: str
    entry: str
    fbi: str
    abroad: str
    ssn_name: str
    ssn: str
    spouse: str
    children: str
    father: str
    mother: str
    employer: str
    employed: str
    officer: str
    supervisor: str
    narrative: tuple[str, ...]
    continuation: tuple[tuple[str, ...], ...]


def record(drawing: Drawing, arrest: Arrest) -> Drawing:
    """Draws the form and its continuation pages; hands the drawing back."""
    pages = 1 + len(arrest.continuation)
    _form(drawing.sheet(), arrest)
    for number, paragraphs in enumerate(arrest.continuation, 2):
        _continuation(drawing.sheet(), arrest, paragraphs, f"{number} of {pages} Pages")
    return drawing


def _form(sheet: Sheet, arrest: Arrest) -> None:
    p = arrest.person
    sheet.text(LEFT, 44, "<<U.S. Department of Homeland Security>>", 8.5, BOLD)
    sheet.text(LEFT, 55, f"<<Subject ID>> : [[{p.subject_id}]]   <<FINS>> : [[{p.fins}]]", 8)
    sheet.flush_right(RIGHT, 50, "<<Record of Deportable/Inadmissible Alien>>", 13, BOLD)
    y = _identity_rows(sheet, arrest, 62)
    y = _family_rows(sheet, arrest, y)
    top = y
    sheet.box(LEFT, top, RIGHT, 702)
    text_y = sheet.prose(
        top + 8,
        "<<Narrative (Outline particulars under which alien was located/apprehended. Include details not shown above "
        "regarding time, place and manner of last entry, and elements which establish administrative and/or criminal "
        "violation.)>>",
        6,
        left=LEFT + 3,
        right=RIGHT - 3,
    )
    text_y += 6
    for words in arrest.narrative:
        text_y = sheet.prose(text_y, words, 8.8, left=LEFT + 6, right=RIGHT - 6) + 4
    sheet.row(
        702,
        28,
        (
            ("Alien has been advised of communication privileges", f"[[{us(p.arrested)}]]", 2),
            ("Signature and Title of Immigration Officer", f"/s/ <<{arrest.officer}>>", 2.2),
            ("Examining Officer", f"<<{arrest.supervisor}>>", 1.6),
        ),
        8.5,
    )
    sheet.text(LEFT, FOOT, "<<Form I-213 (Rev. 08/01/07)>>", 7)


def _identity_rows(sheet: Sheet, arrest: Arrest, y: float) -> float:
    p = arrest.person
    hair, eyes, skin, height, weight = arrest.looks
    middle = f"[[{arrest.middle}]]" if arrest.middle else ""
    y = sheet.row(
        y,
        24,
        (
            ("Family Name (CAPS)", f"[[{p.last}]]", 2.6),
            ("First", f"[[{p.first}]]", 1.8),
            ("Middle", middle, 1),
            ("Sex", arrest.sex, 0.4),
            ("Hair", hair, 0.5),
            ("Eyes", eyes, 0.5),
            ("Cmplxn", skin, 0.6),
        ),
        8.5,
    )
    y = sheet.row(
        y,
        24,
        (
            ("Country of Citizenship", p.country, 1.4),
            ("Passport Number and Country of Issue", arrest.passport, 1.9),
            ("File Number", f"[[{p.a_spaced}]]", 1.3),
            ("Height", height, 0.7),
            ("Weight", weight, 0.8),
            ("Occupation", arrest.occupation, 1.6),
        ),
        8.5,
    )
    y = sheet.row(y, 24, (("U.S. Address", f"[[{p.home.upper()}]]", 4), ("Scars and Marks", arrest.marks, 2)), 8.5)
    return _entry_and_birth_rows(sheet, arrest, y)


def _entry_and_birth_rows(sheet: Sheet, arrest: Arrest, y: float) -> float:
    p = arrest.person
    y = sheet.row(
        y,
        24,
        (
            ("Date, Place, Time, and Manner of Last Entry", arrest.entry, 3.4),
            ("Passenger Boarded at", "", 1.2),
            ("F.B.I. Number", arrest.fbi, 1),
        ),
        8.5,
    )
    y = sheet.row(
        y,
        24,
        (
            ("Number, Street, City, Province (State) and Country of Permanent Residence", arrest.abroad, 3.4),
            ("Method of Location/Apprehension", "<<ISP NA>>", 1.4),
            ("Location Code", "<<NYC/NYF>>", 0.9),
        ),
        8.5,
    )
    return sheet.row(
        y,
        24,
        (
            ("Date of Birth", f"[[{us(p.born)}]]", 1),
            ("Date of Action", f"[[{us(p.arrested)}]]", 1),
            ("City, Province (State) and Country of Birth", f"[[{p.birthplace}]], {p.country}", 2.6),
            ("At/Near", "New York, NY", 1),
            ("Date/Hour", f"[[{us(p.arrested)}]] [[{p.hour}]]", 1.2),
        ),
        8,
    )


def _family_rows(sheet: Sheet, arrest: Arrest, y: float) -> float:
    p = arrest.person
    y = sheet.row(
        y,
        24,
        (
            ("Social Security Account Name", arrest.ssn_name, 1.6),
            ("Social Security Number", arrest.ssn, 1.2),
            ("Form : (Type and No.)  Lifted / Not Lifted", "", 2.1),
            ("Event No.", f"[[{p.event}]]", 1.2),
            ("By", f"<<{arrest.officer}>>", 1.2),
        ),
        8.5,
    )
    rows: Sequence[tuple[tuple[str, str, float], ...]] = (
        (
            ("Name, Address, and Nationality of Spouse (Maiden Name, if Appropriate)", arrest.spouse, 4),
            ("Number and Nationality of Minor Children", arrest.children, 1.5),
        ),
        (
            ("Father's Name, Nationality, and Address, if Known", arrest.father, 1),
            ("Mother's Present and Maiden Names, Nationality, and Address, if Known", arrest.mother, 1),
        ),
        (
            ("Name and Address of (Last)(Current) U.S. Employer", arrest.employer, 3.2),
            ("Type of Employment", arrest.occupation.capitalize(), 1.1),
            ("Employed from/to", arrest.employed, 1.2),
        ),
        (
            ("Monies Due/Property in U.S. Not in Immediate Possession", "None Claimed", 1.5),
            ("Fingerprinted?", "<<Yes>>", 0.6),
            ("Systems Checks", "<<Completed>>", 0.9),
            ("Charge Code Word(s)", "<<See Narrative>>", 1.2),
        ),
    )
    for cells in rows:
        y = sheet.row(y, 24, cells, 8.5)
    return y


def _continuation(sheet: Sheet, arrest: Arrest, paragraphs: Sequence[str], pages: str) -> None:
    p = arrest.person
    sheet.text(LEFT, 50, "<<U.S. Department of Homeland Security>>", 8.5, BOLD)
    sheet.flush_right(RIGHT, 50, "<<Continuation Page for Form>> <<I-213>>", 11, BOLD)
    y = sheet.row(
        60,
        28,
        (
            ("Alien's Name", f"[[{p.last_first}]]", 3.0),
            ("File Number", f"[[{p.a_spaced}]]", 1.4),
            ("Event No", f"[[{p.event}]]", 1.6),
            ("Date", f"[[{us(p.arrested)}]]", 1.1),
        ),
    )
    sheet.box(LEFT, y, RIGHT, 690)
    y += 18
    for words in paragraphs:
        y = sheet.prose(y, words, 9.5, HELV, LEFT + 10, RIGHT - 10) + 8
    sheet.row(
        690,
        30,
        (
            ("Signature", f"/s/ <<{arrest.officer}>>", 2),
            ("Title", "<<Deportation Officer>>", 2),
            ("Page", pages, 1),
        ),
    )
    sheet.text(LEFT, FOOT, "<<Form I-831 Continuation Page (Rev. 08/01/07)>>", 7)
