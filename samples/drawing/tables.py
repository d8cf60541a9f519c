"""Logs and worksheets: a ruled table over several pages, pages that are stored turned, a page with a moved crop box."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pikepdf

from drawing.people import (
    ADEBIMPE,
    BEGUM,
    BRONX_FAMILY,
    BRONX_HALL,
    CHUC,
    CONCEICAO,
    CONTOH,
    DESIRAL,
    EJEMPLO,
    HOSSAIN,
    HRYTSENKOVA,
    KINGS_CRIMINAL,
    KINGS_FAMILY,
    KINGS_SUPREME,
    MANHATTAN_CRIMINAL,
    MASRUQI,
    MUESTRA,
    NASSAU_DISTRICT,
    NUNEZ,
    PHUNG,
    PRUEBA,
    QUEENS_CRIMINAL,
    QUEENS_FAMILY,
    REYES,
    REYES_DO,
    RICHMOND_FAMILY,
    SUBJECTS,
    SURYANTIKA,
    VORBILD,
    ZHUANG,
    Courthouse,
    Noncitizen,
    us,
)
from drawing.sheet import BOLD, HELV, LEFT, Drawing, Sheet

LOG_COLUMNS = (
    ("Name", 139), ("A#", 60), ("DOB", 50), ("COC", 62), ("Date", 50), ("Location", 83), ("Officer", 72),
)  # fmt: skip
OTHERS: tuple[tuple[str, str, date, str, date, Courthouse, str], ...] = (
    ("BALOGUN-FAKIR, Titilayo", "217440912", date(1989, 5, 3), "NIGERIA", date(2019, 2, 6), BRONX_HALL, VORBILD),
    ("TENORIO ILUSO, Wilfrido", "202914557", date(1977, 8, 21), "MEXICO", date(2019, 2, 14), KINGS_CRIMINAL, MUESTRA),
    ("KOVALENKOVYCH, Taras", "214901166", date(1990, 3, 30), "UKRAINE", date(2019, 2, 27), KINGS_SUPREME, REYES_DO),
    ("LI, Xinruo", "213077645", date(1994, 12, 12), "CHINA", date(2019, 3, 5), QUEENS_CRIMINAL, VORBILD),
    ("DA SILVEIRA-FONTOURA, Edinaldo", "206770913", date(1981, 1, 15), "BRAZIL", date(2019, 3, 12),
     NASSAU_DISTRICT, MUESTRA),
    ("AL-TAKHAYYULI, Hind", "210338821", date(1997, 6, 8), "IRAQ", date(2019, 3, 19), KINGS_FAMILY, REYES_DO),
    ("PIERRE-FICTIL, Dieudonné", "207110384", date(1986, 2, 2), "HAITI", date(2019, 4, 2), KINGS_CRIMINAL, MUESTRA),
    ("SANDHU-KALPANIK, Gurdev", "212668094", date(1992, 10, 17), "INDIA", date(2019, 4, 25), QUEENS_CRIMINAL, VORBILD),
    ("MIAH, Md. Shafiqul", "211530076", date(1983, 7, 7), "BANGLADESH", date(2019, 5, 8), QUEENS_FAMILY, VORBILD),
    ("HOÀNG-LE, Quang", "212044719", date(1979, 11, 26), "VIETNAM", date(2019, 5, 30), BRONX_HALL, MUESTRA),
    ("O'FABULAIGH, Ciarán", "209113328", date(1991, 9, 1), "IRELAND", date(2019, 6, 13), MANHATTAN_CRIMINAL, REYES_DO),
    ("TUM SUCUQUÍ, Matías", "216330957", date(1999, 4, 19), "GUATEMALA", date(2019, 6, 26), KINGS_CRIMINAL, MUESTRA),
    ("DIALLO-MENSONGE, Aissatou", "215016642", date(1988, 8, 8), "GUINEA", date(2019, 7, 3), BRONX_FAMILY, VORBILD),
    ("WIRYADI", "215640271", date(1985, 12, 5), "INDONESIA", date(2019, 7, 31), QUEENS_CRIMINAL, VORBILD),
    ("PETROSYAN-HORINYAN, Anahit", "213998150", date(1993, 2, 22), "ARMENIA", date(2019, 8, 20), KINGS_FAMILY, MUESTRA),
    ("GEBREMESKELU, Yonas", "214226703", date(1990, 1, 7), "ETHIOPIA", date(2019, 8, 29), MANHATTAN_CRIMINAL, REYES_DO),
    ("CABRAL D'OLIVEIRO, Inês", "208804416", date(1984, 6, 24), "CAPE VERDE", date(2019, 9, 17), RICHMOND_FAMILY,
     MUESTRA),
    ("FONSECA-ÑAÑEZ, Begoña", "205448130", date(1996, 3, 9), "PARAGUAY", date(2019, 9, 26), QUEENS_FAMILY,
     REYES_DO),
    ("RAHMANI-FARZI, Zabihullah", "216712085", date(1998, 5, 16), "AFGHANISTAN", date(2019, 10, 8), KINGS_CRIMINAL,
     VORBILD),
    ("SZYMCZAKOWSKA, Bozena", "203071194", date(1974, 4, 28), "POLAND", date(2019, 10, 30),
     KINGS_SUPREME, MUESTRA),
    ("TCHAKOUNTÉ-NDIR, Achille", "217200458", date(1987, 7, 13), "CAMEROON", date(2019, 11, 6), BRONX_HALL, REYES_DO),
    ("ALCOCER FINGIDO, Xiomara", "204915583", date(1995, 10, 31), "EL SALVADOR", date(2019, 11, 26), NASSAU_DISTRICT,
     MUESTRA),
    ("PHAN-TUONG, My Duyen", "212901375", date(2000, 1, 20), "VIETNAM", date(2020, 2, 12), QUEENS_CRIMINAL, VORBILD),
)  # fmt: skip
# Who made the arrest where it was not VORBILD, as the other documents have it.
_OFFICER = {
    EJEMPLO: MUESTRA,
    REYES: REYES_DO,
    CHUC: MUESTRA,
    PRUEBA: MUESTRA,
    MASRUQI: REYES_DO,
    DESIRAL: REYES_DO,
    NUNEZ: REYES_DO,
}


def arrest_log() -> Drawing:
    """A log of courthouse arrests, one row a person, with the header row on every page."""
    drawing = Drawing("NYC courthouse arrests log 2019-2020.pdf")
    rows = sorted([*(_row(person) for person in SUBJECTS), *OTHERS], key=lambda row: row[4])
    per_page = 16
    pages = -(-len(rows) // per_page)
    for page in range(pages):
        sheet = drawing.sheet()
        sheet.text(LEFT, 52, "<<ERO New York - Courthouse Arrest Log>>", 13, BOLD)
        sheet.text(LEFT, 66, "<<Reporting period: February 2019 - February 2020>>", 8.5)
        sheet.flush_right(564, 66, f"Page {page + 1} of {pages}", 8.5)
        y = _log_header(sheet, 78)
        for number, row in enumerate(rows[page * per_page : (page + 1) * per_page]):
            y = _log_row(sheet, y, row, shaded=number % 2 == 1)
        if page == pages - 1:
            sheet.text(LEFT, y + 22, f"<<Total enforcement actions in period: {len(rows)}>>", 9, BOLD)
            sheet.prose(
                y + 40,
                f"Source: EID extract reviewed by <<{CONTOH}>>. <<Each action was reviewed for compliance with 8 "
                "U.S.C. § 1229(e)>>; <<certifications are kept with the Notice to Appear>>.",
                8.5,
            )
    return drawing


def _row(person: Noncitizen) -> tuple[str, str, date, str, date, Courthouse, str]:
    name = person.last if person.first == "FNU" else person.last_first
    officer = _OFFICER.get(person, VORBILD)
    return name, person.a_digits, person.born, person.country, person.arrested, person.court, officer


def _log_header(sheet: Sheet, y: float) -> float:
    x = LEFT
    for title, width in LOG_COLUMNS:
        sheet.box(x, y, x + width, y + 18, 0.85)
        sheet.text(x + 3, y + 12, f"<<{title}>>", 8.5, BOLD)
        x += width
    return y + 18


def _log_row(sheet: Sheet, y: float, row: tuple[str, str, date, str, date, Courthouse, str], *, shaded: bool) -> float:
    name, digits, born, country, day, court, officer = row
    place = court.name.replace(" County ", ">>\n<<", 1)
    values = (
        f"[[{name}]]", f"[[{digits[:3]}-{digits[3:6]}-{digits[6:]}]]", f"[[{us(born)}]]", country,
        f"[[{us(day)}]]", f"<<{place}>>", f"<<{officer}>>",
    )  # fmt: skip
    height = 34.0
    x = LEFT
    for (_, width), value in zip(LOG_COLUMNS, values, strict=True):
        sheet.box(x, y, x + width, y + height, 0.96 if shaded else None)
        sheet.prose(y + 14, value, 7.4, HELV, x + 3, x + width - 2)
        x += width
    return y + height


TRACKER_COLUMNS = (
    ("Name / alias", 172), ("A-Number", 84), ("Court and docket", 184), ("Arrest", 78), ("Contact", 106), ("Team", 88),
)  # fmt: skip


def tracker() -> Drawing:
    """Three landscape pages: stored turned by 90 degrees; with a crop box off the origin; turned by 270 and cropped."""
    drawing = Drawing("tracker_scan_rotated.pdf")
    pages = (
        ((BEGUM, "aka [[Shahnaz Talukdar]]"), (SURYANTIKA, "aka [[Surya]]"), (HRYTSENKOVA, "aka [[Gritsenko, Oksana]]"),
         (NUNEZ, "aka [[Pepe Nuñez]]")),
        ((PHUNG, "aka [[Lucy Phung]]"), (CONCEICAO, "aka [[Joao D'Avila]]"), (DESIRAL, "née [[Désiral]]"),
         (MASRUQI, "aka [[Yousef Masrouki]]")),
        ((CHUC, "aka [[Juanita]]"), (HOSSAIN, "aka [[Rafiq]]"), (ADEBIMPE, "aka [[Seun]]"), (ZHUANG, "aka [[Wendy]]")),
    )  # fmt: skip
    for number, people in enumerate(pages, 1):
        _tracker_page(drawing.sheet(792, 612), people, number)
    drawing.finish.append(_turn_and_crop)
    return drawing


def _tracker_page(sheet: Sheet, people: Sequence[tuple[Noncitizen, str]], number: int) -> None:
    left = 40.0
    sheet.text(left, 50, "<<Courthouse Operations Tracker>>", 14, BOLD)
    sheet.text(left, 64, "<<New York Field Office - Fugitive Operations>>", 9)
    sheet.flush_right(left + 714, 64, f"Sheet {number} of 3", 9)
    x = left
    for title, width in TRACKER_COLUMNS:
        sheet.box(x, 76, x + width, 96, 0.85)
        sheet.text(x + 4, 89, f"<<{title}>>", 9, BOLD)
        x += width
    y = 96.0
    for person, alias in people:
        x = left
        name = person.last if person.first == "FNU" else person.last_first
        values = (
            f"[[{name}]]\n{alias}",
            f"[[{person.a_dashed}]]",
            f"<<{person.court.name}>>\n<<{person.court.street}>>\nDocket [[{person.docket}]]",
            f"[[{us(person.arrested)}]]\n[[{person.hour}]] hrs",
            f"[[{person.phone}]]",
            f"<<{_OFFICER.get(person, VORBILD)}>>",
        )
        for (_, width), value in zip(TRACKER_COLUMNS, values, strict=True):
            sheet.box(x, y, x + width, y + 62)
            sheet.prose(y + 16, value, 9, HELV, x + 4, x + width - 3)
            x += width
        y += 62
    sheet.prose(
        y + 26,
        "<<Method: all four actions took place in or outside the public areas of a courthouse.>> <<Supervisory "
        "approval on file: yes.>>",
        9,
        left=left,
        right=740,
    )


def _turn_and_crop(pdf: pikepdf.Pdf) -> None:
    """Stores the landscape pages the way scanners and editors do; as displayed they stay upright."""
    turned, cropped, both = pdf.pages
    _before(pdf, turned, b"0 1 -1 0 612 0 cm")
    turned.MediaBox = pikepdf.Array([0, 0, 612, 792])
    turned.Rotate = 90
    _before(pdf, cropped, b"1 0 0 1 40 50 cm")
    cropped.MediaBox = pikepdf.Array([0, 0, 900, 700])
    cropped.CropBox = pikepdf.Array([40, 50, 832, 662])
    _before(pdf, both, b"0 -1 1 0 -24 768 cm")
    both.MediaBox = pikepdf.Array([-60, -60, 700, 800])
    both.CropBox = pikepdf.Array([-24, -24, 588, 768])
    both.Rotate = 270


def _before(pdf: pikepdf.Pdf, page: pikepdf.Page, operators: bytes) -> None:
    page.contents_add(pikepdf.Stream(pdf, b"q " + operators + b"\n"), prepend=True)
    page.contents_add(pikepdf.Stream(pdf, b"\nQ"))
