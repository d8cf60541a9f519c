"""The Notice to Appear (Form I-862): front, notice to respondent, certificate of service, and what is attached."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from drawing.certifications import statement
from drawing.people import EJEMPLO, MASRUQI, MUESTRA, REYES_DO, SAMPLE, VORBILD, ZHUANG, Noncitizen, long, us
from drawing.sheet import BOLD, COURIER, FOOT, ITALIC, LEFT, RIGHT, Drawing, Sheet

COURT = "26 FEDERAL PLAZA 12TH FLOOR, NEW YORK, NY 10278"
CHARGE = (
    "<<212(a)(6)(A)(i)>> of the Immigration and Nationality Act, as amended, <<in that you are an alien present in the "
    "United States without being admitted or paroled>>, or who arrived in the United States at any time or place other "
    "than as designated by the Attorney General."
)
OVERSTAY = (
    "<<237(a)(1)(B)>> of the Immigration and Nationality Act, as amended, <<in that after admission as a "
    "nonimmigrant>> you have remained in the United States for a time longer than permitted."
)
WARNING = (
    ("Warning:", "<<Any statement you make may be used against you in removal proceedings.>>"),
    (
        "Alien Registration:",
        "<<This copy of the Notice to Appear served upon you is evidence of your alien registration>> while you are in "
        "removal proceedings. You are required to carry it with you at all times.",
    ),
    (
        "Representation:",
        "<<If you so choose, you may be represented in this proceeding, at no expense to the Government>>, by an "
        "attorney or other individual authorized and qualified to represent persons before the Executive Office for "
        "Immigration Review. No hearing will be scheduled earlier than ten days from the date of this notice, to allow "
        "you time to secure counsel. A list of attorneys who may be available free of charge is provided with this "
        "notice.",
    ),
    (
        "Conduct of the hearing:",
        "At the time of your hearing, you should bring with you any affidavits or other documents that you desire to "
        "have considered in connection with your case. You will be advised of any relief from removal for which you "
        "may appear eligible.",
    ),
    (
        "Failure to appear:",
        "You are required to provide the Department of Homeland Security, in writing, with your full mailing address "
        "and telephone number. If you fail to attend the hearing, <<a removal order may be made by the immigration "
        "judge in your absence>>.",
    ),
    (
        "Sensitive locations:",
        "To the extent that an enforcement action leading to a removal proceeding was taken against Respondent at a "
        "location described in <<8 U.S.C. § 1229(e)(1)>>, <<such action complied with 8 U.S.C. § 1367>>.",
    ),
)


@dataclass(frozen=True, slots=True)
class Notice:
    """What differs from one Notice to Appear to the next."""

    person: Noncitizen
    aka: str
    allegations: tuple[str, ...]
    charge: str
    status_box: int
    issuer: str
    server: str
    language: str
    signature: str


def ejemplo_notice() -> Drawing:
    """A Notice to Appear whose file name gives away whom it concerns."""
    drawing = Drawing("NTA_Ejemplo_A200123456.pdf")
    drawing.carry("name", "NTA_[[Ejemplo]]_[[A200123456]].pdf")
    allegations = (
        "You arrived in the United States at or near HIDALGO, TEXAS, on or about [[June 2, 2014]];",
        "You were not then admitted or paroled after inspection by an Immigration Officer.",
    )
    aka = "  <<AKA:>> [[EJEMPLO, MARIA]]"
    notice = Notice(EJEMPLO, aka, allegations, CHARGE, 1, SAMPLE, MUESTRA, "SPANISH", "/s/ [[Maria E. Ejemplo]]")
    _front(drawing.sheet(), notice)
    _back(drawing.sheet(), notice)
    _attached_statement(drawing.sheet(), EJEMPLO, MUESTRA, SAMPLE)
    return drawing


def zhuang_notice() -> Drawing:
    """A Notice to Appear of a person admitted on a visa, with an alias."""
    drawing = Drawing("I862_0007.pdf")
    allegations = (
        "You were admitted to the United States at NEW YORK, NEW YORK, on or about [[April 19, 2016]] as a "
        "nonimmigrant visitor, with authorization to remain until October 18, 2016;",
        "Your Form I-94 bears the number [[624901773A5]] and your passport the number [[EB4410927]];",
        "You remained in the United States beyond October 18, 2016 without authorization.",
    )
    aka = "  <<AKA:>> [[ZHUANG, WENDY]]"
    notice = Notice(
        ZHUANG, aka, allegations, OVERSTAY, 2, SAMPLE, VORBILD, "MANDARIN", "[[Wenling Zhuang]] (by thumbprint)"
    )
    _front(drawing.sheet(), notice)
    _back(drawing.sheet(), notice)
    return drawing


def masruqi_notice() -> Drawing:
    """A Notice to Appear with a continuation page and the typed certification in it."""
    drawing = Drawing("Scan_2019-09-11_0042.pdf")
    allegations = (
        "You arrived in the United States at or near SAN YSIDRO, CALIFORNIA, on or about [[December 8, 2015]];",
        "You were not then admitted or paroled after inspection by an Immigration Officer;",
        "<<See Continuation Page Made a Part Hereof>>.",
    )
    aka = "  <<AKA:>> [[MASRUQI, YUSUF]]"
    notice = Notice(MASRUQI, aka, allegations, CHARGE, 1, SAMPLE, REYES_DO, "ARABIC", "Refused to sign")
    _front(drawing.sheet(), notice)
    _back(drawing.sheet(), notice)
    _notice_continuation(drawing.sheet())
    return drawing


def _front(sheet: Sheet, notice: Notice) -> None:
    person = notice.person
    sheet.text(LEFT, 50, "<<U.S. Department of Homeland Security>>", 9, BOLD)
    sheet.flush_right(RIGHT, 50, "<<Notice to Appear>>", 14, BOLD)
    sheet.rule(56, width=1.2)
    sheet.text(
        LEFT, 72, "<<In removal proceedings under section 240 of the Immigration and Nationality Act>>:", 9.5, BOLD
    )
    sheet.text(LEFT, 92, f"<<Subject ID>>: [[{person.subject_id}]]", 8.5)
    sheet.text(178, 92, f"<<FINS>>: [[{person.fins}]]", 8.5)
    sheet.text(430, 92, f"<<File No>>: [[{person.file_no}]]", 8.5, BOLD)
    sheet.text(LEFT, 106, f"<<DOB>>: [[{us(person.born)}]]", 8.5)
    sheet.text(178, 106, f"<<Event No>>: [[{person.event}]]", 8.5)
    sheet.text(LEFT, 128, "In the Matter of:", 9)
    sheet.text(LEFT, 146, f"<<Respondent:>> [[{person.caps}]]{notice.aka}", 9)
    sheet.flush_right(RIGHT, 146, "currently residing at:", 8.5, ITALIC)
    sheet.text(LEFT, 168, f"[[{person.home.upper()}]]", 9.5, COURIER)
    sheet.flush_right(RIGHT, 168, f"[[{person.phone}]]", 9.5, COURIER)
    sheet.rule(172)
    sheet.text(LEFT, 180, "(Number, street, city, state and ZIP code)", 6.5)
    sheet.flush_right(RIGHT, 180, "(Area code and phone number)", 6.5)
    y = 200.0
    boxes = (
        "You are an arriving alien.",
        "You are an alien present in the United States who has not been admitted or paroled.",
        "You have been admitted to the United States, but are removable for the reasons stated below.",
    )
    for number, words in enumerate(boxes):
        sheet.check(LEFT + 8, y, words, number == notice.status_box)
        y += 16
    y = sheet.prose(y + 10, "<<The Department of Homeland Security alleges that you>>:", 9.5, BOLD) + 4
    numbered = (
        "<<You are not a citizen or national of the United States>>;",
        f"You are a native of {person.country} and a citizen of {person.country};",
        *notice.allegations,
    )
    for number, allegation in enumerate(numbered, 1):
        sheet.text(LEFT + 8, y, f"{number}.", 9)
        y = sheet.prose(y, allegation, 9, left=LEFT + 24) + 2
    y = sheet.prose(
        y + 8,
        "<<On the basis of the foregoing, it is charged that you are subject to removal>> from the United States "
        "pursuant to the following provision(s) of law:",
        9.5,
        BOLD,
    )
    y = sheet.prose(y + 4, notice.charge, 9, left=LEFT + 8)
    _fear_and_hearing(sheet, notice, y + 8)


def _fear_and_hearing(sheet: Sheet, notice: Notice, y: float) -> None:
    person = notice.person
    sheet.check(
        LEFT + 8,
        y,
        "This notice is being issued after an asylum officer has found that the respondent has demonstrated a credible "
        "fear.",
        size=8.5,
    )
    sheet.check(LEFT + 8, y + 14, "Section 235(b)(1) order was vacated pursuant to: 8 CFR 208.30", size=8.5)
    y = sheet.prose(
        y + 38,
        "<<YOU ARE ORDERED to appear before an immigration judge>> of the United States Department of Justice at:",
        9.5,
        BOLD,
    )
    sheet.text(LEFT, y + 8, f"<<{COURT}>>", 9.5, COURIER)
    sheet.rule(y + 12)
    sheet.text(LEFT, y + 20, "(Complete Address of Immigration Court, including Room Number, if any)", 6.5)
    y = sheet.prose(
        y + 38,
        f"on [[{long(person.hearing)}]] at [[08:30 AM]] to show why you should not be removed from the United States "
        "based on the charge(s) set forth above.",
        9.5,
    )
    foot = max(y + 28, 672.0)
    sheet.text(330, foot, f"/s/ <<{notice.issuer}>>", 9.5)
    sheet.rule(foot + 4, 326)
    sheet.text(330, foot + 12, "(Signature and Title of Issuing Officer)", 6.5)
    sheet.text(LEFT, foot, f"Date: [[{long(person.arrested)}]]", 9.5)
    sheet.rule(foot + 4, LEFT, 250)
    sheet.text(330, foot + 32, "New York, New York", 9.5)
    sheet.rule(foot + 36, 326)
    sheet.text(330, foot + 44, "(City and State)", 6.5)
    sheet.text(LEFT, FOOT - 6, "<<Form I-862 (Rev. 08/01/07)>>", 7.5)
    sheet.flush_right(RIGHT, FOOT - 6, "See reverse for important information", 7.5, ITALIC)


def _back(sheet: Sheet, notice: Notice) -> None:
    person = notice.person
    sheet.centred(56, "<<Notice to Respondent>>", 12)
    y = 78.0
    for lead, words in WARNING:
        sheet.text(LEFT, y, f"<<{lead}>>", 9, BOLD)
        y = sheet.prose(y + 12, words, 8.8, left=LEFT + 12) + 5
    sheet.rule(y)
    sheet.centred(y + 18, "<<Request for Prompt Hearing>>", 11)
    y = sheet.prose(
        y + 34,
        "To expedite a determination in my case, I request an immediate hearing. I waive my right to a 10-day period "
        "prior to appearing before an immigration judge.",
        8.8,
    )
    sheet.text(330, y + 14, notice.signature, 9, ITALIC)
    sheet.rule(y + 18, 326)
    sheet.text(330, y + 26, "(Signature of Respondent)", 6.5)
    sheet.text(LEFT, y + 14, f"Date: [[{us(person.arrested)}]]", 9)
    sheet.rule(y + 40)
    sheet.centred(y + 58, "<<Certificate of Service>>", 11)
    y = sheet.prose(
        y + 76,
        f"<<This Notice To Appear was served on the respondent by me on>> [[{long(person.arrested)}]], in the "
        "following manner and <<in compliance with section 239(a)(1) of the Act>>.",
        8.8,
    )
    x = sheet.check(LEFT + 8, y + 6, "<<in person>>", True)
    x = sheet.check(x + 24, y + 6, "by certified mail, returned receipt requested")
    sheet.check(x + 24, y + 6, "by regular mail")
    sheet.check(
        LEFT + 8, y + 22, "Attached is a list of organizations and attorneys which provide free legal services.", True
    )
    y = sheet.prose(
        y + 44,
        f"<<The alien was provided oral notice in the>> {notice.language} <<language of the time and place of his or "
        "her hearing>> and of the consequences of failure to appear as provided in section 240(b)(7) of the Act.",
        8.8,
    )
    sheet.text(LEFT, y + 16, notice.signature, 9, ITALIC)
    sheet.rule(y + 20, LEFT, 280)
    sheet.text(LEFT, y + 28, "(Signature of Respondent if Personally Served)", 6.5)
    sheet.text(330, y + 16, f"/s/ <<{notice.server}>>", 9)
    sheet.rule(y + 20, 326)
    sheet.text(330, y + 28, "(Signature and Title of officer)", 6.5)
    sheet.text(LEFT, FOOT - 6, "<<Form I-862 Page 2 (Rev. 08/01/07)>>", 7.5)


def _attached_statement(sheet: Sheet, person: Noncitizen, officer: str, supervisor: str) -> None:
    statement(sheet, person, officer, supervisor, proceeding=0)
    sheet.text(LEFT, FOOT - 6, "Attached to <<Form I-862>>", 7.5)


def _notice_continuation(sheet: Sheet) -> None:
    person = MASRUQI
    sheet.text(LEFT, 50, "<<U.S. Department of Homeland Security>>", 9, BOLD)
    sheet.flush_right(RIGHT, 50, "<<Continuation Page for Form I-862>>", 11, BOLD)
    y = sheet.row(
        60,
        30,
        (
            ("Alien's Name", f"[[{person.last_first}]]", 3.0),
            ("File Number", f"[[{person.file_no}]]", 1.4),
            ("Event No", f"[[{person.event}]]", 1.6),
            ("Date", f"[[{us(person.arrested)}]]", 1.1),
        ),
    )
    top = y
    sheet.box(LEFT, top, RIGHT, 660)
    paragraphs: Sequence[str] = (
        "<<The Department of Homeland Security further alleges that you>>:",
        f"6. On [[{long(date(2019, 6, 21))}]] you were arraigned in the <<{person.court.name}>>, "
        f"<<{person.court.address}>>, under Docket No. [[{person.docket}]], and the matter is pending.",
        "7. <<The provisions of 8 U.S.C. § 1367 have been complied with.>> The enforcement action was taken in "
        "connection with an appearance at a courthouse, and <<supervisory approval was obtained before the action>>.",
        "8. On the date of service you stated that you have an [[asylum application]] pending ([[Form I-589]], receipt "
        "[[ZNY1604512277]]). This statement was recorded and has not been verified.",
        "9. You further stated that your wife, [[Amal Nasser al-Hakawati]], and your son [[Idris]] reside abroad, and "
        "that you may be reached in the care of Brother [[Salim Qissa]] at [[(929) 555-0164]].",
    )
    y = top + 20
    for words in paragraphs:
        y = sheet.prose(y, words, 9.5, left=LEFT + 10, right=RIGHT - 10) + 8
    sheet.row(
        660,
        34,
        (("Signature", f"/s/ <<{REYES_DO}>>", 2), ("Title", "Deportation Officer", 2), ("Page", "3 of 3 Pages", 1)),
    )
