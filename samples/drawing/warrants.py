"""A warrant (Form I-200) with its certificate of service, and a notice that an application was received (I-797C)."""

from __future__ import annotations

from drawing.people import EJEMPLO, SAMPLE, VORBILD, ZHUANG, long, us
from drawing.sheet import BOLD, COURIER, FOOT, LEFT, RIGHT, Drawing, Sheet


def warrant() -> Drawing:
    """Form I-200 with its certificate of service and an interpreter."""
    person = ZHUANG
    drawing = Drawing("I-200 warrant QN 111319.pdf")
    sheet = drawing.sheet()
    sheet.text(LEFT, 50, "<<U.S. DEPARTMENT OF HOMELAND SECURITY>>", 9, BOLD)
    sheet.flush_right(RIGHT, 50, "<<Warrant for Arrest of Alien>>", 13, BOLD)
    sheet.rule(57, width=1.2)
    sheet.flush_right(RIGHT, 80, f"<<File No.>> [[{person.a_spaced}]]", 10)
    sheet.flush_right(RIGHT, 96, f"<<Date:>> [[{us(person.arrested)}]]", 10)
    sheet.text(LEFT, 122, "<<To:>>", 10, BOLD)
    y = sheet.prose(
        122,
        "Any immigration officer authorized pursuant to sections 236 and 287 of the Immigration and Nationality Act "
        "and part 287 of title 8, Code of Federal Regulations, to serve warrants of arrest for immigration violations",
        10,
        left=LEFT + 30,
    )
    y = sheet.prose(
        y + 12,
        f"<<I have determined that there is probable cause to believe that>> [[{person.caps}]] <<is removable from the "
        "United States>>. This determination is based upon:",
        10,
    )
    grounds = (
        "the execution of a charging document to initiate removal proceedings against the subject;",
        "the pendency of ongoing removal proceedings against the subject;",
        "the failure to establish admissibility subsequent to deferred inspection;",
        "biometric confirmation of the subject's identity and a records check of federal databases; and/or",
        "statements made voluntarily by the subject to an immigration officer and/or other reliable evidence.",
    )
    for number, words in enumerate(grounds):
        y += 8
        sheet.check(LEFT + 14, y, words, number in (0, 3), 9.5)
        y += 12
    y = sheet.prose(
        y + 14,
        "<<YOU ARE COMMANDED to arrest and take into custody>> for removal proceedings under the Immigration and "
        "Nationality Act, the above-named alien.",
        10,
    )
    sheet.text(340, y + 30, f"/s/ <<{SAMPLE}>>", 10)
    sheet.rule(y + 34, 336)
    sheet.text(340, y + 43, "(Signature of Authorized Immigration Officer)", 7)
    _service(sheet, y + 62)
    sheet.text(LEFT, FOOT - 6, "<<Form I-200 (Rev. 09/16)>>", 7.5)
    return drawing


def _service(sheet: Sheet, y: float) -> None:
    person = ZHUANG
    sheet.rule(y, width=1.2)
    sheet.centred(y + 20, "<<Certificate of Service>>", 11)
    y = sheet.prose(
        y + 42,
        f"I hereby certify that the Warrant for Arrest of Alien was served by me at <<{person.court.street}>>, "
        f"<<{person.court.town}>>, on [[{person.caps}]] on [[{long(person.arrested)}]] at [[10:10 AM]], and the "
        "contents of this notice were read to him or her in the MANDARIN language.",
        10,
    )
    for left, value, right, label in (
        (LEFT, f"/s/ <<{VORBILD}>>", 290, "Name and Signature of Officer"),
        (320, "[[Linda Cheung-Farris]]", RIGHT, "Name or Number of Interpreter (if applicable)"),
    ):
        sheet.text(left, y + 28, value, 10)
        sheet.rule(y + 32, left, right)
        sheet.text(left, y + 41, f"<<{label}>>", 7)


def receipt_notice() -> Drawing:
    """A notice of the kind of Form I-797C: that it exists says that its recipient has applied."""
    person = EJEMPLO
    drawing = Drawing("notice of action.pdf")
    sheet = drawing.sheet()
    sheet.text(LEFT, 54, "<<Department of Homeland Security>>", 9)
    sheet.text(LEFT, 66, "<<U.S. Citizenship and Immigration Services>>", 9)
    sheet.flush_right(RIGHT, 60, "<<I-797C, Notice of Action>>", 13, BOLD)
    sheet.box(LEFT, 76, RIGHT, 92, 0.88)
    sheet.centred(88, "THIS NOTICE DOES NOT GRANT ANY IMMIGRATION STATUS OR BENEFIT", 9)
    y = sheet.row(
        98,
        34,
        (
            ("Receipt Number", "[[EAC2012345678]]", 1.4),
            ("Case Type", "[[I-918 - PETITION FOR U NONIMMIGRANT STATUS]]", 3),
        ),
    )
    y = sheet.row(
        y,
        34,
        (
            ("Received Date", "12/19/2019", 1),
            ("Priority Date", "", 0.8),
            ("Petitioner", f"[[{person.a_spaced}]] [[{person.last_first}]]", 2.6),
        ),
    )
    y = sheet.row(y, 26, (("Notice Date", "01/06/2020", 1), ("Page", "1 of 1", 0.8), ("Beneficiary", "", 2.6)))
    y += 30
    for words in (f"[[{person.caps}]]", "C/O [[CASA INVENTADA]]", "[[PO BOX 5501]]", "[[BROOKLYN NY 11294]]"):
        sheet.text(LEFT + 20, y, words, 10, COURIER)
        y += 13
    sheet.text(330, y - 52, "<<Notice Type:>> Receipt Notice", 9.5)
    sheet.text(330, y - 38, "Fee Waived", 9.5)
    sheet.text(330, y - 24, "USCIS Online Account Number:", 9.5)
    sheet.text(330, y - 11, "[[0912-3344-5566]]", 9.5)
    y += 22
    for words in (
        "We have received your [[petition for U nonimmigrant status]] and it is being processed. "
        "<<Please notify us immediately if any of the above information is incorrect.>>",
        "<<If you have questions about this notice, write to the office that issued it>> and refer to the receipt "
        "number above. Do not send original documents unless we ask for them. Save a copy of this notice and of any "
        "documents that you send to us.",
        "If your mailing address changes, file a change of address with this office within ten days. <<Information in "
        "this file may be released only as 8 U.S.C. § 1367 permits.>>",
    ):
        y = sheet.prose(y, words, 10) + 10
    y += 8
    sheet.prose(
        y,
        "<<Vermont Service Center>>\nU.S. Citizenship and Immigration Services\n75 Lower Welden Street\nSt. Albans, VT "
        "05479",
        10,
    )
    sheet.text(LEFT, FOOT - 6, "<<Form I-797C>> (Rev. 01/19)", 7.5)
    return drawing
