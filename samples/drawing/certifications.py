"""Certifications of compliance under 8 U.S.C. § 1229(e): the attached statement, its routing sheet, a memo to file."""

from __future__ import annotations

from drawing.people import CHUC, CONTOH, HOSSAIN, MUESTRA, SAMPLE, VORBILD, Noncitizen, long, us
from drawing.sheet import LEFT, RIGHT, Drawing, Letter, Sheet


def statement(sheet: Sheet, person: Noncitizen, officer: str, supervisor: str, proceeding: int) -> None:
    """The separate certificate of 8 U.S.C. § 1229(e), one page; ``proceeding`` is the case type that is ticked."""
    sheet.centred(58, "<<U.S. Immigration and Customs Enforcement>>", 10)
    sheet.centred(72, "Enforcement and Removal Operations · <<New York Field Office>>", 9, "helv")
    sheet.rule(82, width=1.2)
    sheet.centred(104, "<<CERTIFICATION OF COMPLIANCE - 8 U.S.C. § 1229(e); INA § 239(e)>>", 11.5)
    y = sheet.row(
        122,
        30,
        (
            ("RE:", f"[[{person.last_first}]]", 3.0),
            ("File No.", f"[[{person.a_spaced}]]", 1.3),
            ("Event No.", f"[[{person.event}]]", 1.6),
        ),
        9.5,
    )
    y = sheet.prose(
        y + 24,
        "<<The enforcement action leading to this removal proceeding was taken at the following location>> (check "
        "one):",
        9.5,
    )
    places = (
        ("<<domestic violence shelter>>", "<<rape crisis center>>"),
        ("<<supervised visitation center>>", "<<family justice center>>"),
        ("<<victim services / victim services provider>>", "<<community-based organization>>"),
    )
    for left, right in places:
        y += 4
        sheet.check(LEFT + 10, y, left)
        sheet.check(310, y, right)
        y += 14
    y += 4
    sheet.check(
        LEFT + 10, y, "<<courthouse, or in connection with the appearance of the alien at a courthouse>>:", True
    )
    y += 8
    y = sheet.row(
        y,
        32,
        (("Courthouse", f"<<{person.court.name}>>", 2), ("Address", f"<<{person.court.address}>>", 3)),
    )
    y = sheet.prose(y + 20, "<<The alien was appearing in connection with>>:", 9.5) + 3
    kinds = (
        "<<protection order>>",
        "<<child custody>>",
        "<<other civil or criminal case relating to domestic violence, sexual assault, trafficking, or stalking>>",
    )
    for number, words in enumerate(kinds):
        sheet.check(LEFT + 10, y, words, number == proceeding)
        y += 16
    sheet.text(LEFT + 10, y + 4, f"Docket: [[{person.docket}]]", 9.5)
    _certified(sheet, person, officer, supervisor, y + 32)


def _certified(sheet: Sheet, person: Noncitizen, officer: str, supervisor: str, y: float) -> None:
    y = sheet.prose(
        y,
        "<<I certify that the provisions of 8 U.S.C. § 1367 have been complied with.>> <<No adverse determination was "
        "made using information furnished solely by a person described in 8 U.S.C. § 1367(a)(1).>>",
        10.5,
    )
    sheet.text(LEFT, y + 8, "<<Systems checks for 8 U.S.C. § 1367 protection>>:", 9.5)
    sheet.check(286, y + 8, "<<completed>>", True)
    sheet.check(370, y + 8, "not completed (explain)")
    y += 54
    sheet.text(LEFT, y, f"/s/ <<{officer}>>", 10)
    sheet.text(300, y, f"/s/ <<{supervisor}>>", 10)
    sheet.text(490, y, f"[[{us(person.arrested)}]]", 10)
    for x0, x1, words in ((LEFT, 270, "Issuing officer"), (300, 470, "Supervisor"), (490, RIGHT, "Date")):
        sheet.rule(y + 4, x0, x1)
        sheet.text(x0, y + 13, words, 7)


def hossain_certification() -> Drawing:
    """A certificate parted from its Notice to Appear, with its routing sheet."""
    drawing = Drawing("1229(e) cert - QFC October.pdf")
    statement(drawing.sheet(), HOSSAIN, VORBILD, CONTOH, proceeding=1)
    sheet = drawing.sheet()
    sheet.centred(64, "<<Routing sheet - certifications of compliance>>", 12)
    y = sheet.row(
        84,
        30,
        (
            ("Matter", f"[[{HOSSAIN.last_first}]]", 3.0),
            ("File No.", f"[[{HOSSAIN.a_dashed}]]", 1.4),
            ("Team", "2", 0.5),
        ),
    )
    for step, officer in (
        ("Prepared", VORBILD),
        ("Systems checks read", CONTOH),
        ("Approved", CONTOH),
        ("Placed in binder", MUESTRA),
    ):
        y = sheet.row(
            y, 30, (("Step", f"<<{step}>>", 2), ("By", f"<<{officer}>>", 2), ("Date", f"[[{us(HOSSAIN.arrested)}]]", 1))
        )
    y = sheet.prose(
        y + 26,
        "<<Remarks.>> Spouse of the alien, [[Shahnaz Parvin]], has the next file number. <<Keep both certifications "
        "together with the Notice to Appear.>> Child: [[Tasnia]], DOB [[06/09/2018]]. Caller on the family's behalf: "
        "Imam [[Zubair Roop]], [[(917) 555-0176]].",
        10,
    )
    sheet.prose(y + 12, "<<The provisions of 8 U.S.C. § 1367 have been complied with.>>", 10)
    return drawing


def chuc_certification() -> Drawing:
    """The certification as a memorandum to file, in running words."""
    p = CHUC
    drawing = Drawing("Memo to file re 1367 compliance.pdf")
    letter = Letter(drawing, "Memorandum to File")
    letter.line("<<U.S. Immigration and Customs Enforcement>>", "tibo", 12)
    letter.line("Enforcement and Removal Operations, <<New York Field Office>>")
    letter.space(1)
    letter.line("<<MEMORANDUM TO FILE>>", "tibo", 12)
    letter.space()
    for lead, words in (
        ("FROM:", f"<<{MUESTRA}>>, Deportation Officer"),
        ("THROUGH:", f"<<{SAMPLE}>>"),
        ("RE:", f"[[{p.last_first}]]; [[{p.a_dashed}]]; Event No. [[{p.event}]]"),
        ("SUBJECT:", "<<Certification of Compliance with 8 U.S.C. § 1367 under 8 U.S.C. § 1229(e)>>"),
    ):
        letter.item(lead, words, 80)
    letter.rule()
    for words in (
        f"<<1. Location.>> On [[{long(p.arrested)}]], at about [[1005]] hours, the above-named alien was arrested "
        f"<<outside the {p.court.name}, {p.court.street}>>, Brooklyn, <<in connection with her appearance at the "
        f"courthouse>> under Indictment No. [[{p.docket}]], a case relating to sexual assault in which she is a "
        "witness.",
        "<<2. Source of information.>> The alien was located through booking photographs and address records. A call "
        "was also received from [[Baltazar Pablo Matias]], the defendant in that case. <<No adverse determination of "
        "admissibility or deportability was made using information furnished solely by>> him or any other person "
        "described in <<8 U.S.C. § 1367(a)(1)>>.",
        "<<3. Systems checks.>> <<The checks required for 8 U.S.C. § 1367 protection were completed before and after "
        "the arrest.>> They returned a [[U visa petition]] filed in March 2019, receipt number [[EAC1913044781]], with "
        "a law enforcement certification signed for the District Attorney by Bureau Chief [[Noor Haddadpour]].",
        "<<4. Communication.>> The alien speaks Mam. The telephonic interpreter was [[Eulalia Domingo Sajche]]. The "
        "alien asked that her advocate at [[Hearth & Lantern House]], [[19 Parable Lane, Brooklyn, New York 11293]], "
        "be called; the advocate, Sister [[Bernadette Kuroda]], answered at [[(929) 555-0182]].",
        "<<5. Supervisory review.>> <<The undersigned supervisor approved the enforcement action>> and reviewed this "
        "memorandum on the day of the arrest.",
        "<<6. Certification.>> <<I certify that the provisions of 8 U.S.C. § 1367 have been complied with.>> This "
        "memorandum is to be attached to the Notice to Appear. Ms. [[Chuc Ixmatul]] was released on her own "
        f"recognizance, with a hearing on [[{long(p.hearing)}]].",
    ):
        letter.paragraph(words)
    letter.space(1)
    letter.line(f"/s/ <<{MUESTRA}>>          /s/ <<{SAMPLE}>>")
    letter.line(f"[[{us(p.arrested)}]]                           [[{us(p.arrested)}]]")
    return drawing
