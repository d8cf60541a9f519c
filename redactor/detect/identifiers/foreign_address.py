"""Addresses as they are written elsewhere, and places of this city that are told without a number."""

from __future__ import annotations

import regex

from redactor.detect.identifiers.courthouse import is_courthouse_address
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category

_PART = r"(?:[ ]?(?:[A-Za-zÀ-ÿ#º°][\w'.\-º°#]*|#?\d[\w\-]*))"
_REST = (
    rf"(?:[,;]?{_PART}{{1,5}}?(?=[,;.\n)]|$| and | with | since | until | when ))?(?:, ?(?:[A-ZÀ-Ý#\d][\w'.\-º°#]*(?: [\w'.\-º°#]+){{0,3}}))"
    + r"{0,5}"
)
_ROAD = (
    r"(?i:Calle|Carrera|Cra|Av(?:enida)?|Avda|Jir[oó]n|Pasaje|Callej[oó]n|Diagonal|Transversal|Calzada|Camino"
    r"|Carretera|Colonia|Col\.|Barrio|Urbanizaci[oó]n|Urb|Residencial|Lotificaci[oó]n|Cant[oó]n|Caser[ií]o|Aldea|Manzana"
    r"|Rua|Travessa|Alameda|Rodovia|rue|impasse|ruelle|quartier|ulitsa|prospekt|perehulok)"
)
_LOCAL = r"(?i:House|Holding|Flat|Plot|Village|Vill|P\.?O|P\.?S|Dist(?:rict)?|Upazila|Thana|Tehsil|Taluka|Lane|Road|Block|Sector|Mohalla|Ward|Km|Lote|Bloque|Casa|No)"
_CROSS = r"(?:(?:\d{1,3}(?:st|nd|rd|th)|(?:East|West|North|South|E\.|W\.) \d{1,3}(?:st|nd|rd|th)?|[A-Z][\w'\-]+(?: [A-Z][\w'\-]+)?)(?: (?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Place|Pl|Lane|Drive|Parkway)\b\.?)"
_CROSSING = rf"{_CROSS}|Broadway|(?:Grand )?Concourse|[A-Z][\w'\-]+ (?:Parkway|Turnpike|Highway))"
_NUMBER = regex.compile(r"\d")


class ForeignAddressRecognizer(IdentifierRecognizer):
    """A street word before the name, as in Spanish, Portuguese and French; an address of parts with labels, as in
    South Asia; a flat before its street; a crossing of two streets.

    Seen as "Calle 45 #12-30, Barrio Inventado", "Rua das Flores, 45, Centro", "Vill: Ejemplo, P.O.: Fabula",
    "apartment 4B at 1423 Fiction Ave", "RR 2 Box 115" and "the corner of Ejemplo Street and Fabula Avenue". Not a road
    without a number or a further part ("Calle Ocho music"), not a courthouse's corner by its public address.
    """

    category = Category.ADDRESS
    labels = (
        r"address|resid(?:es|ing|ence)|liv(?:es?|ed|ing)\s+(?:at|in|on)|vive|domicilio|direcci[oó]n|home|morava|habite"
    )
    shapes = (
        Shape(
            "road word first",
            rf"(?<![\w.])(?P<id>(?:\d{{1,5}}(?:-\d{{1,4}})?,? )?{_ROAD}\b\.?(?: {_PART}){{0,5}}?(?:,? ?(?:#|No\.?|N[º°o]\.?|n[uú]m\.?)? ?\d[\w\-]*){_REST})",
            0.4,
            cues=("calle", "cra", "carrera", "av", "jir", "pasaje", "diagonal", "transv", "calz", "camino", "carret", "colon", "col.", "barrio",
                  "urb", "resid", "lotif", "cant", "caser", "aldea", "manz", "rua", "trav", "alameda", "rodov", "rue", "ruelle", "impasse", "quartier",
                  "ulitsa", "prospekt", "perehulok"),
        ),
        Shape(
            "road word and further parts",
            r"(?<![\w.])(?P<id>(?:\d{1,5}(?:-\d{1,4})?,? )?(?:Calle|Avenida|Carrera|Colonia|Col\.|Barrio|Urbanizaci[oó]n|Aldea|Cant[oó]n"
            r"|Caser[ií]o|Rua|Travessa|Km \d+|Rue|rue)(?: [\w'.\-º#]+){1,4}(?:, ?(?:[A-ZÀ-Ý#\d][\w'.\-º#]*|bloque|casa|lote|apto\.?|apt\.?)(?: [\w'.\-º#]+){0,3}){1,5})",
            0.4,
            cues=("calle", "avenida", "carrera", "col", "barrio", "urbani", "aldea", "cant", "caser", "rua", "travessa", "km ", "rue"),
        ),
        Shape(
            "parts with labels",
            rf"(?<![\w.])(?P<id>{_LOCAL}\b\.?[:\-#]? ?[\w\-]+(?: [A-Z][\w\-]+)?(?:, ?(?:{_LOCAL})\b\.?[:\-#]? ?[\w\-]+(?: [A-Z][\w\-]+)?){{1,5}}(?:, ?[A-Z][\w\-]+(?: [A-Z][\w\-]+)?){{0,3}})",
            0.35,
            cues=("house", "holding", "flat", "plot", "vill", "dist", "thana", "lane", "road", "block", "sector", "ward", "km", "lote", "bloque", "casa"),
        ),
        Shape(
            "flat before its street",
            r"(?P<id>\b(?i:apt|apartment|unit|room|suite|basement|floor)\b\.? ?#?[\w\-]{0,5}(?:,| at| of| in| on) \d{1,6}(?:-\d{1,4})? (?:[A-Z\d][\w'.\-]*\s){1,4}"
            r"(?i:street|st|avenue|ave|road|rd|place|pl|drive|dr|lane|ln|blvd|boulevard|parkway|pkwy|court|ct|terrace|way)\b\.?(?:, [A-Z][\w ]{2,20})?(?: \d{5})?)",
            0.5,
            cues=("apt", "apartment", "unit", "room", "suite", "basement", "floor"),
        ),
        Shape(
            "number in words",
            r"(?<![\w.])(?P<id>(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten) (?:[A-Z][\w'\-]+ ){1,3}(?:Plaza|Street|Avenue|Place|Square|Center|Court|Road|Drive|Park)"
            r"(?:, [A-Z][\w. ]{2,25}){1,3}(?: \d{5})?)(?!\w)",
            0.4,
        ),
        Shape(
            "rural route",
            r"\b(?P<id>(?:RR|R\.R\.|RFD|HC|HCR|Star Route|Rural Route|Route)\s?#?\d{0,3},?\s(?:Box|BOX)\s\d{1,5}[A-Z]?(?:, [A-Z][\w ]{2,20}, [A-Z]{2} \d{5}(?:-\d{4})?)?)\b",
            0.55,
            cues=("box",),
        ),
        Shape(
            "crossing of two streets",
            rf"(?P<label>\b(?i:corner of|intersection of|at|near|on|outside|cross streets?:?)\s)(?:the )?(?P<id>(?:{_CROSSING})(?: (?:and|&|at|by|near)|/) ?(?:{_CROSSING})|(?:{_CROSSING}) (?:between|btwn) [A-Z\d][\w'.\- ]{{1,25}}? (?:and|&) [A-Z\d][\w'.\-]*)",
            0.4,
        ),
    )  # fmt: skip

    def fits(self, shape: Shape, text: str, start: int, end: int) -> bool:
        """Not a courthouse's public address; a crossing tells where somebody was only with a street word in it."""
        value = text[start:end]
        if is_courthouse_address(value):
            return False
        return shape.name != "parts with labels" or bool(_NUMBER.search(value)) or ":" in value
