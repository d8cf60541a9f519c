"""Amounts of money, counts and measures."""

from __future__ import annotations

import regex

from redactor.detect.identifiers.narrowing import NarrowingRecognizer
from redactor.detect.identifiers.numbers_in_words import NUMBER_WORD
from redactor.detect.recognizer import Shape
from redactor.model import Category

_AMOUNT = r"\d{1,3}(?:[,. ]\d{3})*(?:[.,]\d{1,4})*"
_CODE = r"(?:EUR|USD|GBP|TRL|TRY|YTL|PLN|SEK|NOK|DKK|CHF|ATS|DEM|FRF|ITL|MXN|GTQ|HNL|CAD|AUD|JPY|CNY|INR|RUB|UAH|BRL|COP|PEN|DOP)"
_CURRENCY = (
    r"(?i:(?:\w+ )?(?:euros?|dollars?|pounds(?: sterling)?|(?:Turkish )?liras?|kronor|kroner|schillings?|z[lł]ot(?:y|ys|i)"
    r"|francs?|marks?|pesos?|quetzal(?:es)?|lempiras?|soles|rupees?|yuan|rubles?|roubles?|hryvnias?|reais|c[oó]rdobas?"
    r"|gourdes?|cents|d[oó]lares))"
)
_ABOUT = regex.compile(r"\b(?i:approximately|approx\.|about|some|over|nearly|almost|at least|more than|up to) $")
_CODES = ("$", "€", "£", *(code.lower() for code in _CODE[3:-1].split("|")))
_WORDS = tuple(
    "euro dollar pound lira kron schilling lot franc mark peso quetzal lempira soles rupee yuan ruble rouble hryvnia reais"
    " rdoba gourde cents lares".split()
)
_TIME = r"(?!(?:years?|months?|weeks?|days?|hours?|minutes?|nights?|decades?|a[nñ]os|meses|d[ií]as|horas)\b)"
_LAW = r"(?!(?:others|as|is|was|has|this|its|does|process|class|less|plus|versus|thus|towards?|afterwards|always|perhaps)\b)"
_MEASURE = r"(?:km/h|kms?|kilomet(?:re|er)s?|met(?:re|er)s?|miles?|feet|acres?|hectares?|kg|kilos?|grams?|litres?|liters?|mph|cm|mm)"


class QuantityRecognizer(NarrowingRecognizer):
    """An amount of money, a percentage, a measure, or a number with the things that it counts.

    Seen as "EUR 5,443.70", "$4,200", "37 %", "22,000 ecstasy tablets" and "twenty-three hearings". Not a length of
    time, not a section ("8 U.S.C. 1367"), whose next word has a capital.
    """

    category = Category.QUANTITY
    shapes = (
        Shape(
            "currency and amount",
            rf"(?<![\w])(?P<id>(?:(?:US)?[$€£]|{_CODE}) ?{_AMOUNT}(?: (?:million|thousand))?)(?!\w)",
            0.25,
            cues=_CODES,
        ),
        Shape(
            "amount and currency",
            rf"(?<![\w.,])(?P<id>(?:{_AMOUNT}|{NUMBER_WORD})(?: (?:million|thousand|hundred))?"
            rf" (?:{_CODE}\b|{_CURRENCY}\b)(?: \({_CODE}[^()\n]{{0,40}}\)?)?)",
            0.25,
            cues=(*_CODES, *_WORDS),
        ),
        Shape(
            "percentage",
            rf"(?<![\w.,])(?P<id>(?:\d+(?:[.,]\d+)?|{NUMBER_WORD}) ?(?:%|per ?cent\b))",
            0.2,
            cues=("%", "cent"),
        ),
        Shape("measure", rf"(?<![\w.,/$])(?P<id>\d[\d.,]*(?: ?x ?\d+)? ?{_MEASURE})(?![\w/])", 0.25),
        Shape(
            "count",
            rf"(?<![\w.,/$§\-])(?<!§ )(?P<id>(?:\d{{2,3}}(?:,\d{{3}})*|\d{{1,3}}(?:,\d{{3}})+|{NUMBER_WORD})"
            rf" (?:{_TIME}\p{{Ll}}{{3,}} ){{0,2}}?{_TIME}{_LAW}\p{{Ll}}{{3,}}s)\b(?! (?:of age|old)\b)",
            0.15,
        ),
        Shape(
            "count of others",
            rf"(?<![\w.,/$§\-])(?P<id>(?:\d[\d,]*|{NUMBER_WORD}) other(?: \w+)?)\b",
            0.15,
            cues=("other",),
        ),
    )

    def extent(self, shape: Shape, text: str, start: int, end: int) -> tuple[int, int]:
        """With "approximately" and its like."""
        about = _ABOUT.search(text, max(0, start - 16), start)
        return (about.start() if about else start), end
