"""Originals whose danger is off the page: form fields, hidden letters, metadata, notes, attachment, revision."""

from __future__ import annotations

import re
from io import BytesIO

import pikepdf
import pymupdf
from pikepdf import Array, Dictionary, Name, String

from drawing.people import CONTOH, EJEMPLO, HRYTSENKOVA, RICHMOND_FAMILY, VORBILD, us
from drawing.sheet import BOLD, FOOT, HELV, LEFT, PLAIN, RIGHT, Drawing, Sheet, wrapped

TEXT_FIELD = 7  # pymupdf.PDF_WIDGET_TYPE_TEXT, which its type hints do not know
FIELDS = (
    # name, label above the blank, marked value, x0, x1, row
    ("Attorney_Family_Name", "2.a. Family Name (Last Name)", "[[Arrizabalaga-Quist]]", LEFT, 300, 0),
    ("Attorney_Given_Name", "2.b. Given Name (First Name)", "[[Tomás]]", 310, RIGHT, 0),
    ("Attorney_Address", "3.a. Street Number and Name", "[[66 Parchment Row]]", LEFT, 300, 1),
    ("Attorney_City", "3.c. City or Town, State, ZIP Code", "[[Brooklyn, NY 11292]]", 310, RIGHT, 1),
    ("Attorney_Phone", "4. Daytime Telephone Number", "[[(718) 555-0147]]", LEFT, 300, 2),
    ("Attorney_Email", "6. Email Address (if any)", "[[taq@example.org]]", 310, RIGHT, 2),
    ("Bar_Number", "1.b. Bar Number (if applicable)", "[[5514470]]", LEFT, 300, 3),
    ("Firm", "1.d. Name of Law Firm or Organization", "[[Quist & Marabou LLP]]", 310, RIGHT, 3),
    ("Client_Family_Name", "6.a. Family Name (Last Name)", "[[Ejemplo Lopez]]", LEFT, 300, 5),
    ("Client_Given_Name", "6.b. Given Name (First Name)", "[[Maria Elena]]", 310, RIGHT, 5),
    ("Alien_Number", "9. Client's Alien Registration Number (A-Number)", "[[A-200123456]]", LEFT, 300, 6),
    ("Receipt_Number", "8. Receipt Number (if any)", "[[EAC-20-123-45678]]", 310, RIGHT, 6),
    ("Client_Phone", "10. Daytime Telephone Number", "[[718-555-0142]]", LEFT, 300, 7),
    ("Client_Email", "12. Email Address (if any)", "[[malena.e@example.org]]", 310, RIGHT, 7),
    ("Client_Address", "13.a. Mailing Address of Client", "[[PO BOX 5501, BROOKLYN NY 11294]]", LEFT, RIGHT, 8),
)


def appearance_form() -> Drawing:
    """A notice of entry of appearance as a live form: values, a hidden field, a tooltip and a default value."""
    drawing = Drawing("G28 fillable.pdf")
    sheet = drawing.sheet()
    sheet.centred(52, "<<Notice of Entry of Appearance as Attorney or Accredited Representative>>", 13)
    sheet.centred(66, "<<Department of Homeland Security>>", 9.5, HELV)
    sheet.flush_right(RIGHT, 80, "<<Form G-28>>", 10, BOLD)
    for row, words in (
        (-1, "<<Part 1. Information About Attorney or Accredited Representative>>"),
        (4, "<<Part 3. Client's Contact Information>>"),
    ):
        y = 152.0 + row * 48
        sheet.box(LEFT, y - 16, RIGHT, y, 0.88)
        sheet.text(LEFT + 5, y - 5, words, 9.5, BOLD)
    for name, label, value, x0, x1, row in FIELDS:
        y = 118.0 + row * 48
        sheet.text(x0, y + 12, f"<<{label}>>", 8)
        _field(sheet, name, value, (x0, y + 16, x1, y + 34))
    _field(sheet, "Client_DOB_internal", f"[[{us(EJEMPLO.born)}]]", (LEFT, 600, 200, 618), hidden=True)
    sheet.check(LEFT, 590, "<<I am an attorney eligible to practice law in>> New York.", True)
    sheet.check(
        LEFT, 606, "<<I am not subject to any order suspending or restricting me in the practice of law.>>", True
    )
    sheet.prose(
        634,
        "<<This form is used to provide information about your eligibility to act on behalf of a client>> before a "
        "component of the Department of Homeland Security. The client's consent is given on the next page.",
        9,
    )
    sheet.text(LEFT, FOOT, "<<Form G-28 (09/17/18)>>", 7.5)
    sheet.flush_right(RIGHT, FOOT, "Page 1 of 2", 7.5)
    _consent(drawing.sheet())
    drawing.carry("tooltip:Client_Family_Name", "Name of client, for example [[Ejemplo Lopez]] as on the NTA")
    drawing.carry("default:Client_Given_Name", "[[Malena]]")
    drawing.finish.append(_tooltip_and_default)
    return drawing


def _field(
    sheet: Sheet, name: str, marked: str, rect: tuple[float, float, float, float], *, hidden: bool = False
) -> None:
    widget = pymupdf.Widget()
    widget.field_name = name
    widget.field_type = TEXT_FIELD
    widget.field_value = sheet.drawing.carry(f"field:{name}", marked)
    widget.rect = pymupdf.Rect(rect)
    widget.text_font, widget.text_fontsize = "Helv", 10
    widget.border_width, widget.border_color = 1, (0, 0, 0)
    if hidden:
        widget.field_display = 1
    sheet.page.add_widget(widget)


def _consent(sheet: Sheet) -> None:
    sheet.box(LEFT, 48, RIGHT, 64, 0.88)
    sheet.text(LEFT + 5, 59, "<<Part 4. Client's Consent to Representation and Signature>>", 9.5, BOLD)
    y = sheet.prose(
        86,
        "<<I have requested the representation of and consented to being represented by the attorney or accredited "
        "representative named in Part 1. of this form.>> According to the Privacy Act of 1974 and U.S. Department of "
        "Homeland Security policy, I also consent to the disclosure to the named attorney of any records pertaining to "
        "me that appear in any system of records.",
        9.5,
    )
    sheet.check(
        LEFT, y + 10, "<<I request that all original notices be sent to the business address of my attorney>>", True
    )
    sheet.text(LEFT, y + 56, "/s/ [[Maria Elena Ejemplo Lopez]]", 10)
    sheet.rule(y + 60, LEFT, 330)
    sheet.text(LEFT, y + 70, "<<Signature of Client>>", 7.5)
    sheet.text(380, y + 56, "01/22/2020", 10)
    sheet.rule(y + 60, 380)
    sheet.text(380, y + 70, "<<Date of Signature>> (mm/dd/yyyy)", 7.5)
    sheet.text(LEFT, y + 116, "/s/ [[T. Arrizabalaga-Quist]]", 10)
    sheet.rule(y + 120, LEFT, 330)
    sheet.text(LEFT, y + 130, "<<Signature of Attorney or Accredited Representative>>", 7.5)
    sheet.prose(
        y + 170,
        "<<Part 6. Additional Information.>> Client may be addressed in Spanish. She asks that no letter be sent to "
        "[[1423 Fiction Ave Apt 3B]], where [[Ramón Quinteros]] still receives mail.",
        9.5,
    )
    sheet.flush_right(RIGHT, FOOT, "Page 2 of 2", 7.5)


def _tooltip_and_default(pdf: pikepdf.Pdf) -> None:
    for field in pdf.Root.AcroForm.Fields:
        if str(field.T) == "Client_Family_Name":
            field.TU = String("Name of client, for example Ejemplo Lopez as on the NTA")
        if str(field.T) == "Client_Given_Name":
            field.DV = String("Malena")


# What the worksheet carries off its pages; marked here, placed by ``_attach_carriers``.
_TITLE = "Field worksheet - [[HRYTSENKOVA Oksana]]"
_AUTHOR = "P. Vorbild for [[A214-770-368]]"
_XMP = "Target [[Oksana Petrivna Hrytsenkova]]"
_BOOKMARKS = ("<<Worksheet>>", "Residence of [[Hrytsenkova]]", "<<Review>>")
_NOTE = "Call [[Halyna Hrytsenko]] (mother) at [[(929) 555-0109]] before release"
_LINK = "https://locator.example.org/detainee?name=[[Hrytsenkova]]&number=[[214770368]]"
_ATTACHED = "Booking sheet: [[HRYTSENKOVA, Oksana]]  FINS: [[1139910258]]"
_REVISED_AWAY = "Tip received from [[Bohdan Vyhadanets]], ex-husband, [[(929) 555-0110]]"


def worksheet() -> Drawing:
    """A worksheet with every off-page carrier that a PDF has, each holding something of one person."""
    p = HRYTSENKOVA
    drawing = Drawing("worksheet_final_v2.pdf")
    first = drawing.sheet()
    first.text(LEFT, 52, "<<Field Operations Worksheet>>", 14, BOLD)
    first.text(LEFT, 66, "<<ERO New York - Fugitive Operations>>", 9)
    y = first.row(
        78, 28, (("Target", f"[[{p.last_first}]]", 3), ("A-Number", f"[[{p.a_dashed}]]", 1.4), ("COC", p.country, 1))
    )
    y = first.row(
        y,
        28,
        (("Residence", f"[[{p.home}]]", 3), ("Telephone", f"[[{p.phone}]]", 1.4), ("DOB", f"[[{us(p.born)}]]", 1)),
    )
    y = first.row(
        y,
        28,
        (
            ("Location of action", f"<<{RICHMOND_FAMILY.name}, {RICHMOND_FAMILY.street}>>", 3),
            ("Team lead", f"<<{VORBILD}>>", 1.4),
            ("Approved by", f"<<{CONTOH}>>", 1),
        ),
        8.5,
    )
    y = first.prose(
        y + 24,
        f"<<Operational plan.>> The target is due in court on [[{us(p.arrested)}]]; [[{p.docket}]]. <<The team will "
        "wait outside the building and will not enter a courtroom.>> <<Court security will be notified on arrival.>>",
        10,
    )
    first.text(LEFT, y + 14, "Employer (covered by hand):", 10)
    first.text(LEFT + 140, y + 14, "[[Perlyna Bakery, 8 Dreamers Way]]", 10)
    first.page.draw_rect((LEFT + 138, y + 4, LEFT + 320, y + 18), fill=(0, 0, 0), color=(0, 0, 0))
    hidden = drawing.carry("p1/hidden", "OCR layer: [[Hrytsenkova Oksana P.]] [[214 770 368]]")
    first.page.insert_text((LEFT, y + 40), hidden, fontsize=9, fontname=HELV, render_mode=3)
    white = drawing.carry("p1/hidden", "cc: [[oksana.h@example.org]]")
    first.page.insert_text((LEFT, y + 54), white, fontsize=9, fontname=HELV, color=(1, 1, 1))
    first.text(LEFT, y + 74, "Look-up: <<inmate locator>> (link)", 10)
    _second_sheet(drawing)
    _third_sheet(drawing)
    drawing.finish.append(_attach_carriers)
    for address, texts in (
        ("meta:Title", (_TITLE,)),
        ("meta:Author", (_AUTHOR,)),
        ("xmp", (_XMP,)),
        ("outline", _BOOKMARKS),
        ("annot:p1/1", (_NOTE,)),
        ("link:p1/1", (_LINK,)),
        ("attachment:1", (_ATTACHED,)),
        ("revision", (_REVISED_AWAY,)),
    ):
        for text in texts:
            drawing.carry(address, text)
    drawing.revise = _revise
    return drawing


def _second_sheet(drawing: Drawing) -> None:
    sheet = drawing.sheet()
    sheet.text(90, 110, "<<Vicinity check>>", 12, BOLD)
    y = 134.0
    for words in (
        "<<The courthouse has one public entrance, on Richmond Terrace.>> <<The ferry terminal is across the street.>>",
        "The target was seen at [[Perlyna Bakery]] at [[0615]] hours. She takes the bus with her son [[Markiian]].",
        "<<Two officers will stand at the entrance; one vehicle will wait on the side street.>>",
    ):
        y = sheet.prose(y, words, 10.5, left=90, right=522) + 8
    outside = drawing.carry("p2/off-crop", "Printed for [[O. Hrytsenkova]]")
    sheet.page.insert_text((90, 40), outside, fontsize=9, fontname=HELV)
    sheet.page.set_cropbox(pymupdf.Rect(54, 60, 558, 760))


def _third_sheet(drawing: Drawing) -> None:
    sheet = drawing.sheet()
    sheet.text(LEFT, 60, "<<Review>>", 12, BOLD)
    y = sheet.prose(
        84,
        "<<The plan was reviewed for compliance with 8 U.S.C. § 1229(e).>> <<Sources that 8 U.S.C. § 1367(a)(1) "
        "names were set aside.>> The outcome of the systems checks is recorded on the certification.",
        10.5,
    )
    # The last thing drawn on the page is a content stream of its own, which the revision then replaces.
    sheet.page.insert_text((LEFT, y + 10), _bare(_REVISED_AWAY), fontsize=10, fontname=HELV)


def _bare(marked: str) -> str:
    return re.sub(r"\[\[|\]\]|<<|>>", "", marked)


def _attach_carriers(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Title"] = _bare(_TITLE)
    pdf.docinfo["/Author"] = _bare(_AUTHOR)
    xmp = (
        '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
        'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:description><rdf:Alt><rdf:li xml:lang="x-default">'
        f"{_bare(_XMP)}</rdf:li></rdf:Alt></dc:description></rdf:Description></rdf:RDF></x:xmpmeta>"
        '<?xpacket end="w"?>'
    )
    pdf.Root.Metadata = pdf.make_stream(xmp.encode(), Type=Name.Metadata, Subtype=Name.XML)
    with pdf.open_outline() as outline:
        for number, words in enumerate(_BOOKMARKS):
            outline.root.append(pikepdf.OutlineItem(_bare(words), number))
    note = Dictionary(
        Type=Name.Annot, Subtype=Name.Text, Rect=Array([572, 696, 590, 714]), Contents=String(_bare(_NOTE)), F=4,
        Name=Name.Note, T=String("reviewer"), C=Array([1, 0.9, 0.3]),
    )  # fmt: skip
    link = Dictionary(
        Type=Name.Annot, Subtype=Name.Link, Rect=Array([LEFT, 504, 230, 522]), Border=Array([0, 0, 0]),
        A=Dictionary(S=Name.URI, URI=String(_bare(_LINK))),
    )  # fmt: skip
    pdf.pages[0].Annots = Array([pdf.make_indirect(note), pdf.make_indirect(link)])
    stream = pdf.make_stream(_booking_sheet(), Type=Name.EmbeddedFile, Subtype=Name("/application/pdf"))
    file = Dictionary(
        Type=Name.Filespec, F=String("booking.pdf"), UF=String("booking.pdf"), EF=Dictionary(F=stream),
    )  # fmt: skip
    names = Array([String("booking.pdf"), pdf.make_indirect(file)])
    pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=names))


def _booking_sheet() -> bytes:
    page = pymupdf.open().new_page(width=400, height=200)
    for number, line in enumerate(wrapped(_bare(_ATTACHED), 340, HELV, 10)):
        page.insert_text((30, 40 + 14 * number), line, fontsize=10, fontname=HELV)
    target = BytesIO()
    with pikepdf.open(BytesIO(page.parent.tobytes(no_new_id=True))) as pdf:
        pdf.save(target, deterministic_id=True, compress_streams=False, **PLAIN)
    return target.getvalue()


def _revise(file: bytes) -> bytes:
    """``file`` with an incremental update that empties the last content stream of page 3; the old one stays inside."""
    with pikepdf.open(BytesIO(file)) as pdf:
        number, generation = pdf.pages[2].Contents[-1].objgen
        size = int(pdf.trailer.Size)
        root, info = pdf.trailer.Root.objgen[0], pdf.trailer.Info.objgen[0]
        identity = "".join(f"<{bytes(part).hex()}>" for part in pdf.trailer.ID)
    previous = int(file.rsplit(b"startxref", 1)[1].split()[0])
    body = f"{number} {generation} obj\n<< /Length 1 >>\nstream\n\n\nendstream\nendobj\n".encode()
    place = len(file)
    tail = (
        f"xref\n0 1\n0000000000 65535 f \n{number} 1\n{place:010d} {generation:05d} n \ntrailer\n"
        f"<< /Size {size} /Root {root} 0 R /Info {info} 0 R /ID [{identity}] /Prev {previous} >>\n"
        f"startxref\n{place + len(body)}\n%%EOF\n"
    ).encode()
    return file + body + tail
