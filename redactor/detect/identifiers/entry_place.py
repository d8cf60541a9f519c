"""Places and carriers of entry into the United States."""

from __future__ import annotations

from redactor.detect.identifiers.calendar import MONTH
from redactor.detect.identifiers.label import NAMED, words_after
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category


class EntryPlaceRecognizer(IdentifierRecognizer):
    """Place after a verb or label of entry, place of boarding, flight.

    Seen as "at or near HIDALGO, TEXAS", "Port of entry: Hidalgo" and "flight AA 1234". Not a place of arrest, unless it
    says "at or near"; not a court that somebody entered.
    """

    category = Category.ENTRY_PLACE
    shapes = (
        Shape(
            "at or near",
            rf"(?P<label>\b(?i:at\s+or\s+near|en\s+o\s+cerca\s+de)\s+)(?:(?i:the\s+)?(?i:port\s+of\s+entry\s+"
            rf"(?:at|of)\s+)?)?(?P<id>(?=[A-Z]){NAMED})",
            0.4,
            cues=("or near", "cerca"),
        ),
        Shape(
            "verb and place",
            rf"(?P<label>\b(?i:enter(?:ed|s)|re-?enter(?:ed|s)|arrive[ds]|cross(?:ed|es)|admitted|paroled|entry|arrival|entr[oó]"
            rf"|ingres[oó]|cruz[oó])\b[^.;\n]{{0,60}}?\s(?:(?i:at|near|through|via|by way of|into|por"
            rf"|cerca de))\s+(?i:the\s+)?)(?P<id>(?=[A-Z])(?!(?:United|U\.?S|Estados|US\b|(?i:court|courtroom"
            rf"|part)\b)|{MONTH}\s+\d){NAMED})",
            0.4,
            cues=("enter", "arriv", "cross", "admitted", "paroled", "entry", "entr", "ingres", "cruz"),
        ),
        Shape(
            "encountered near",
            rf"(?P<label>\b(?i:encountered|apprehended|arrested|detained|found|stopped|inspected)\b[^;\n]{{0,40}}?"
            rf"(?i:Border\s+Patrol|CBP|BPA?s?|USBP|agents|Customs)[^.;\n]{{0,15}}?\s(?:near|at|in)\s+)(?P<id>(?=[A-Z])(?!{MONTH}\s+\d){NAMED})",
            0.4,
            cues=("patrol", "cbp", "bp", "agents", "customs"),
        ),
        Shape(
            "label and words",
            words_after(
                r"(?:(?:place|port)\s+of\s+(?:last\s+)?(?:entry|arrival|admission)|\bPOE"
                r"|(?:passenger\s+)?boarded\s+at|lugar\s+de\s+(?:entrada|ingreso)"
                r"|place,?\s+(?:time,?\s+)?and\s+manner\s+of\s+(?:last\s+)?entry)"
            ),
            0.5,
            one_line=True,
            cues=("entry", "arrival", "admission", "poe", "boarded", "lugar"),
        ),
        Shape(
            "flight",
            r"\b(?i:flight|vuelo)(?:\s?(?i:no\.?|number|#))?\s?(?P<id>[A-Z0-9]{2}\s?-?\d{2,4})\b",
            0.5,
            cues=("flight", "vuelo"),
        ),
    )
