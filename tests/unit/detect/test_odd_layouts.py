"""Identifiers as people really write them: torn over lines and cells, misread, abroad, in words. All of it is covered.

What is marked with « » must be covered to its last letter and digit, by whichever recognizer; places, bodies and
amounts do not count here, because policy lets them stand.
"""

from __future__ import annotations

import pytest

from redactor.detect.identifiers import ALL
from redactor.shadow import shadow

RECOGNIZERS = [recognizer() for recognizer in ALL]
WEAK = frozenset({"PLACE", "ORGANISATION", "QUANTITY", "PERIOD", "DEMOGRAPHIC", "FAMILY"})

ROWS = (
    ("ADDRESS", "resides at «45-12 Calle Ficticia, Apto. 302, San Salvador, El Salvador»."),
    ("ADDRESS", "vive en «Calle 45 #12-30, Barrio Inventado, Bogotá»"),
    ("ADDRESS", "Dirección: «Carrera 7 No. 71-21, Bogotá D.C.»"),
    ("ADDRESS", "lived at «Av. Reforma 123, Col. Centro, C.P. 06000, CDMX»"),
    ("ADDRESS", "«RR 2 Box 115, Liberty, NY 12754»"),
    ("ADDRESS", "mail to «HC 61 Box 20», Ejemplo"),
    ("ADDRESS", "«1234 County Road 17, Hudson NY»"),
    ("ADDRESS", "«One Fiction Plaza, Suite 4, Albany NY 12207»"),
    ("ADDRESS", "She lives in «apartment 4B at 1423 Fiction Ave»"),
    ("ADDRESS", "she lives at «12 Fiction St.\nApt 3\nBrooklyn, NY 11299»"),
    ("ADDRESS", "morava na «Rua das Flores, 45, Centro, Governador Valadares, MG»"),
    ("ADDRESS", "«Vill: Ejemplo, P.O.: Fabula, P.S.: Muster, Dist: Sylhet»"),
    ("ADDRESS", "«House 12, Road 5, Block C, Banani, Dhaka»"),
    ("ADDRESS", "at «No. 88, Lane 4, Fuding City, Fujian Province»"),
    ("ADDRESS", "«Colonia Kennedy, bloque 4, casa 12, Tegucigalpa»"),
    ("ADDRESS", "lives at «37-12 79th St., #2R, Jackson Heights»"),
    ("ADDRESS", "seen at «88th Street and 37th Avenue» at noon"),
    ("ADDRESS", "the corner of «Jay Street and Willoughby Street»"),
    ("ADDRESS", "he stays at «123 W 57th», 2nd floor"),
    ("ADDRESS", "her home on «West 145th Street between Amsterdam and Broadway»"),
    ("ADDRESS", "«Apt. 5, 1423 Fiction Avenue, Bronx 10499»"),
    ("ADDRESS", "moved to «221 Fable Pkwy\nUnit 7», Newark"),
    ("ADDRESS", "address: «14 rue Imaginaire, Port-au-Prince»"),
    ("ADDRESS", "«Km 4 Carretera a Ejemplo, San Pedro Sula»"),
    ("ADDRESS", "Location: «40.71280, -74.00600»"),
    ("ADDRESS", "General Delivery, «Far Rockaway, NY 11691»"),
    ("ADDRESS", "her place, «1423 fiction ave apt 3b brooklyn»"),
    ("DRIVER_LICENSE", "NJ DL «A1234 56789 01234»"),
    ("DRIVER_LICENSE", "Florida driver license «S123-456-78-901-0»"),
    ("DRIVER_LICENSE", "CA DL# «D1234567»"),
    ("DRIVER_LICENSE", "PA OLN «12 345 678»"),
    ("DRIVER_LICENSE", "NY State ID «123 456 789»"),
    ("DRIVER_LICENSE", "Driver License Number:\n«123 456 789»"),
    ("DRIVER_LICENSE", "IDNYC card no «0123456789»"),
    ("DRIVER_LICENSE", "Client ID No.: «123 456 789»"),
    ("DRIVER_LICENSE", "licencia de conducir «12345678»"),
    ("DRIVER_LICENSE", "Lic. # (NY) «123-456-789»"),
    ("DRIVER_LICENSE", "learner's permit no. «123456789»"),
    ("DATE_OF_BIRTH", "born on the «fourteenth of March, nineteen ninety-one»."),
    ("DATE_OF_BIRTH", "born «14 March '91»"),
    ("DATE_OF_BIRTH", "D/O/B «03-14-91»"),
    ("DATE_OF_BIRTH", "DOB «3/14/91»"),
    ("DATE_OF_BIRTH", "DOB: «031491»"),
    ("DATE_OF_BIRTH", "(b. «03/14/1991»)"),
    ("DATE_OF_BIRTH", "nació el «14 de marzo de 1991»"),
    ("DATE_OF_BIRTH", "her birthday is «March 14th»"),
    ("DATE_OF_BIRTH", "born in «March of 1991»"),
    ("DATE_OF_BIRTH", "Fecha Nac.: «14/03/1991»"),
    ("DATE_OF_BIRTH", "Birth «1991/03/14»"),
    ("DATE_OF_BIRTH", "DOB:\n«03/14/1991»"),
    ("DATE_OF_BIRTH", "DOB «14-MAR-91»"),
    ("DATE_OF_BIRTH", "DOB «14MAR1991»"),
    ("DATE_OF_BIRTH", "Date of Birth (mm/dd/yyyy)\n\t«03/14/1991»"),
    ("DATE_OF_BIRTH", "DOB «03 / 14 / 1991»"),
    ("DATE_OF_BIRTH", "Date of birth: «0 3 1 4 1 9 9 1»"),
    ("DATE_OF_BIRTH", "born «March fourteenth, 1991»"),
    ("DATE_OF_BIRTH", "DOB «O3/l4/1991»"),
    ("DATE_OF_BIRTH", "date of birth of «14.03.1991»"),
    ("DATE_OF_BIRTH", "Ana (DOB «3-14-2015»)"),
    ("DATE_OF_BIRTH", "born on a «Thursday, March 14, 1991»"),
    ("A_NUMBER", "A# «200-123-\n456»"),
    ("A_NUMBER", "«A 200 123\t456»"),
    ("A_NUMBER", "«A2OO-l23-456»"),
    ("A_NUMBER", "A-Number:\n«A200\n123\n456»"),
    ("A_NUMBER", "Alien # (A-) «200123456»"),
    ("A_NUMBER", "A number ending in «456»"),
    ("A_NUMBER", "«A200,123,456»"),
    ("A_NUMBER", "«A200.123.456»"),
    ("A_NUMBER", "USCIS # «200-123-456»"),
    ("A_NUMBER", "#«A200123456»"),
    ("A_NUMBER", "«a200123456»"),
    ("A_NUMBER", "his a number is «200 123 456»"),
    ("A_NUMBER", "«A-200123456»/NYC"),
    ("A_NUMBER", "Alien Registration No\nReceipt\t«A 200 123 456»"),
    ("A_NUMBER", "«A200 123 4S6»"),
    ("SSN", "«123 - 45 - 6789»"),
    ("SSN", "SSN «123.45.6789»"),
    ("SSN", "SS# «123456789»"),
    ("SSN", "last four of her social: «6789»"),
    ("SSN", "«***-**-6789»"),
    ("SSN", "«xxx-xx-6789»"),
    ("SSN", "Soc. Sec. No. «123 45 6789»"),
    ("SSN", "social «123-45-\n6789»"),
    ("PHONE", "«718.555.0142»"),
    ("PHONE", "«(718)555-0142»"),
    ("PHONE", "«+1(718)5550142»"),
    ("PHONE", "«718 555 0142»"),
    ("PHONE", "WhatsApp «+502 5555 1234»"),
    ("PHONE", "tel: «718-555-\n0142»"),
    ("PHONE", "cell «5550142»"),
    ("PHONE", "«718–555–0142»"),
    ("PHONE", "call me «7l8-555-O142»"),
    ("PHONE", "text «011 52 55 1234 5678»"),
    ("RECEIPT_NUMBER", "«EAC 21 123\n45678»"),
    ("RECEIPT_NUMBER", "«IOE-091-234-5678»"),
    ("PASSPORT", "Honduran passport «E123456»"),
    ("PASSPORT", "passport book, number «F 123456»"),
    ("PASSPORT", "pasaporte hondureño «C-456789»"),
    ("PASSPORT", "Passport: Guatemala, «123456789», exp. 2022"),
    ("FINS", "FINS\n«1105489735»"),
    ("FINS", "FIN#:\t«1105 489 735»"),
    ("EMAIL", "«ana . ejemplo@ example.org»"),
    ("EMAIL", "«ana.ejemplo@example\n.org»"),
    ("EMAIL", "«ana_ejemplo (at) example dot org»"),
    ("DOCKET_NUMBER", "Dkt. «O-01234/20»"),
    ("DOCKET_NUMBER", "Docket Nos. O-01234-20, «V-05678-20»"),
    ("DOCKET_NUMBER", "«CR 012345 19 KN»"),
    ("DOCKET_NUMBER", "Ind. No. «01234-2019»"),
    ("DOCKET_NUMBER", "Docket # «2019NY012345»"),
    ("DOCKET_NUMBER", "SCI No. «70123/20»"),
    ("LICENSE_PLATE", "NY reg «JKL-4821»"),
    ("LICENSE_PLATE", "a gray Honda Accord, NY «JKL4821»"),
    ("LICENSE_PLATE", "bearing New Jersey tags «K12 ABC»"),
    ("CLOCK_TIME", "around «half past nine»"),
    ("CLOCK_TIME", "at «9 in the morning»"),
    ("CLOCK_TIME", "at «0935h»"),
    ("CLOCK_TIME", "a las «9:30 de la mañana»"),
    ("HEARING_DATE", "her hearing is «next Tuesday»"),
    ("HEARING_DATE", "in court «last Thursday»"),
    ("HEARING_DATE", "hearing on «Tues. 1/21»"),
    ("HEARING_DATE", "hearing «January 21st and 22nd»"),
    ("HEARING_DATE", "court date: «Jan 21»"),
    ("HEARING_DATE", "appear on «1/21-1/23/2020»"),
    ("ENFORCEMENT_DATE", "arrested on «Tuesday, January 21»"),
    ("ENFORCEMENT_DATE", "arrested on «21JAN20»"),
    ("ENFORCEMENT_DATE", "fue arrestada el martes «21 de enero»"),
    ("ENFORCEMENT_DATE", "arrested «yesterday» outside"),
    ("ENFORCEMENT_DATE", "arrested «the day before Thanksgiving»"),
)


@pytest.mark.parametrize(("category", "marked"), ROWS)
def test_the_whole_value_is_covered(category: str, marked: str) -> None:
    start, end = marked.index("«"), marked.index("»") - 1
    text = marked.replace("«", "").replace("»", "")
    plain = shadow(text)
    covered: set[int] = set()
    for recognizer in RECOGNIZERS:
        for claim in recognizer.analyze(plain.text, []):
            if claim.entity_type not in WEAK:
                covered.update(range(*plain.origin(claim.start, claim.end)))
    assert [at for at in range(start, end) if text[at].isalnum() and at not in covered] == [], category


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("RelativeDate", "It was decided last Tuesday."),
        ("RelativeDate", "The office is closed on Christmas."),
        ("Vehicle", "Mr. Ford drove an unmarked vehicle."),
        ("ForeignAddress", "the corner of the room and the hall"),
        ("ForeignAddress", "Block 4, as shown in Exhibit B"),
        ("ForeignAddress", "near 330 Jay Street and the courthouse"),
        ("Ssn", "see pages 123-45"),
        ("ANumber", "pages 200 and 123, 456"),
        ("ANumber", "Bates 200123456789"),
        ("Date", "at a ratio of 1/2 of the room"),
    ],
)
def test_the_nearest_thing_is_left_alone(name: str, text: str) -> None:
    recognizer = next(each for each in RECOGNIZERS if type(each).__name__ == f"{name}Recognizer")
    assert recognizer.analyze(shadow(text).text, []) == []
