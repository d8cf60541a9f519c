"""Street addresses, post boxes, care-of lines and foreign addresses, each as one block down to the ZIP code."""

from __future__ import annotations

import regex
from presidio_analyzer import RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from redactor.detect.identifiers.courthouse import is_courthouse_address
from redactor.detect.identifiers.label import TO_WORDS
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category

_SUFFIX = (
    r"(?:STREET|ST|AVENUE|AVE|AV|BLVD|BOULEVARD|ROAD|RD|DRIVE|DR|LANE|LN|COURT|CT|PLACE|PL|PLAZA|PARKWAY"
    r"|PKWY|TERRACE|TER"
    r"|HIGHWAY|HWY|TURNPIKE|TPKE|BROADWAY|CONCOURSE|CIRCLE|CIR|SQUARE|SQ|WAY|EXPRESSWAY|ALLEY|ROW|LOOP|WALK|CRESCENT)"
)
_SUFFIX_ANY = "(?:" + _SUFFIX + "|" + "|".join(word.title() for word in _SUFFIX[3:-1].split("|")) + r")\b\.?"
_WORD = r"(?:\d{1,3}(?:st|nd|rd|th|ST|ND|RD|TH)\b|[A-Z][\w'\-]*\.?|(?:de|la|del|of|the)\b|\d{1,3}\b)"
_UNIT = (
    r"(?:[, \t]*\n?[, \t]*\(?(?i:APT|APARTMENT|UNIT|STE|SUITE|FLOOR|FL|RM|ROOM|BSMT|BASEMENT|PH|LOT|TRLR"
    r"|#)\b?\.?\s?#?[\w\-]{0,6}\)?|[, ]+\d{1,2}(?:st|nd|rd|th|ST|ND|RD|TH) (?i:FLOOR|FL)\b)"
)
_STATE = (
    r"(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]"
    r"|T[NX]|UT|V[AIT]|W[AIVY]"
    r"|N\.Y\.|N\.J\.|(?i:New York|New Jersey|Connecticut|Pennsylvania|Massachusetts|Florida|Texas|California|Virginia"
    r"|Maryland|Georgia|North Carolina|South Carolina|Illinois|Ohio|Michigan|Arizona|Washington|Louisiana|Tennessee))"
)
_ZIP = r"\d{5}(?:-\d{4})?(?![\d/])"
_BETWEEN = r"[,\s]{1,6}(?:(?i:US|USA|United States)[,\s]{1,3})?"
# The rest of the block: up to three lines or parts of letters, then state and ZIP; or part and state without ZIP.
_TAIL = (
    rf"(?:(?:[,\s]{{1,6}}(?![A-Z]{{2}}\s+\d)[A-Z][A-Za-z.'\-]*(?: [A-Za-z.'\-]+){{0,3}}){{0,3}}?{_BETWEEN}{_STATE}\b\.?"
    rf"{_BETWEEN}{_ZIP}|(?:[,\s]{{1,4}}[A-Z][A-Za-z.'\-]*"
    rf"(?: [A-Z][A-Za-z.'\-]*){{0,2}}){{1,2}}?{_BETWEEN}{_STATE}\b\.?(?!\s*\d)"
    rf"|[^\n\d]{{0,40}}\n?[^\n\d]{{0,30}}{_ZIP}|, ?[A-Z][a-z]+(?: [A-Z][a-z]+){{0,2}}(?=[\s.,;)]))?"
)
_LABEL = (
    r"(?:(?:foreign|mailing|home|residen(?:ce|tial)|current|last\s+known|permanent|safe|physical|street"
    r"|U\.?S\.?|his|her)\s+)*"
    r"(?:address(?:es)?|direcci[oó]n|domicilio)(?:\s+(?:abroad|in\s+the\s+U\.?S\.?|of\s+residence|en\s+su\s+pa[ií]s))?"
    r"|permanent\s+residence|(?:currently\s+)?resid(?:es|ing)\s+at|lugar\s+de\s+residencia"
)
_STRONG = regex.compile(rf"(?i:\b(?:apt|apartment|unit|ste|suite|bsmt|#)\b)|\b{_ZIP}|,")
_WEAK_SUFFIX = regex.compile(
    r"(?i:\b(?:court|ct|pl|place|ln|way|row|walk|drive|square|circle|cir|loop|dr|sq|lot)\b\.?)$"
)
_OF_COURT = regex.compile(
    r"(?i)\n\s*(?:united\s+states\s+)?(?:[a-z]+\s+)?(?:district\s+(?:court|of)|superior\s+court|bankruptcy\s+court"
    r"|court\s+of\s+appeals)\b"
)
_CITATION = regex.compile(r"U\.S\.C|C\.F\.R|\bF\.\s?(?:Supp|\dd|R\.D)|\bFed\.|§|\bS\. ?Ct\b|\bDist\b")
_PUBLIC_BEFORE = regex.compile(
    r"(?:court(?:house)?|federal\s+building)(?:\s+(?:located\s+)?at\s+|,\s*|\s*[\n(\-]\s*|\s*:\s*)(?:the\s+)?$",
    regex.IGNORECASE,
)
_HOME_UNIT = regex.compile(r"\b(?:apt|apartment|unit|bsmt|basement)\b", regex.IGNORECASE)


class AddressRecognizer(IdentifierRecognizer):
    """Address as one block: street line, unit, city, state, ZIP; a box; a care-of line; a foreign block by its label.

    Seen as "1423 FICTION AVE APT 3B, BROOKLYN, NEW YORK 11299", "37-12 79TH ST" (Queens), "P.O. Box 42" and "Foreign
    address: Col. Ejemplo 12, Tegucigalpa". A courthouse's address is COURTHOUSE. Not a citation ("8 U.S.C. 1229 and a
    court"), and a word such as Court or Place ends a street only with a comma, unit or ZIP.
    """

    category = Category.ADDRESS
    also = (Category.COURTHOUSE,)
    labels = r"address|resid(?:es|ing|ence)|live[sd]?\s+at|living|domicilio|direcci[oó]n|home|mail"
    shapes = (
        Shape(
            "street",
            r"(?<![\w.,/§$\-])(?<!§ )(?P<id>\d{1,6}(?:-\d{1,4})?[A-Z]?(?: 1/2)?\s(?:[NSEW]\.?\s|(?i:north|south"
            r"|east|west)\s)?"
            rf"(?:(?:{_WORD}\s){{1,4}}?{_SUFFIX_ANY}(?: (?:of the Americas|NORTH|SOUTH|EAST|WEST|North|South"
            rf"|East|West|[NSEW])\b)?"
            rf"|(?i:broadway|grand concourse)\b|(?i:avenue) [A-Z]\b)(?:{_UNIT}){{0,3}}{_TAIL})",
            0.55,
        ),
        Shape(
            "street in small letters",
            rf"(?<![\w.,/§$\-])(?P<id>\d{{1,6}}(?:-\d{{1,4}})?\s"
            rf"(?:[\w'.\-]+\s){{1,4}}?{_SUFFIX}\b\.?[, ]+[^\n\d]{{0,50}}(?:(?:apt|unit|#)\.? ?\w+"
            rf"[, ]+[^\n\d]{{0,40}}(?:{_ZIP})?|{_ZIP}))",
            0.5,
            ignore_case=True,
        ),
        Shape(
            "route or box in the country",
            rf"(?<![\w.])(?P<id>\d{{1,6}}\s(?:County|State|US|U\.S\.|Rural)\s(?:Road|Route|Rte|Hwy"
            rf"|Highway)\s\d{{1,4}}{_TAIL})",
            0.5,
            cues=("route", "rte", "hwy", "highway", "road"),
        ),
        Shape(
            "post box",
            rf"\b(?P<id>(?i:P\.?\s?O\.?\s?Box|Apartado(?:\s+Postal)?|Post\s+Office\s+Box|PMB|Lock\s?box)\s+#?\d{{1,7}}(?:{_UNIT}){{0,2}}{_TAIL})",
            0.6,
            cues=("box", "apartado", "pmb"),
        ),
        Shape(
            "care of",
            r"(?<!\w)(?P<label>(?i:c/o|in\s+care\s+of)(?:\s+name)?(?:\s?\([^()\n]{1,20}\))?)[ :\t]{1,4}"
            r"(?P<id>[A-Z][^\n\t,;\d]{2,50}?)(?=\s*(?:[\n\t,;\d]|P\.?\s?O\.?\s?B|$))",
            0.45,
            cues=("c/o", "care of"),
        ),
        Shape(
            "city, state and ZIP",
            rf"(?<![\w])(?!{_SUFFIX_ANY})(?P<id>[A-Z][A-Za-z.'\-]+"
            rf"(?: [A-Z][A-Za-z.'\-]+){{0,2}}, ?{_STATE}\.?,? {_ZIP})",
            0.45,
        ),
        Shape("state and ZIP by a label", rf"(?<!\w)(?=[A-Z])(?P<id>{_STATE}\.?,?\s{_ZIP})", 0.2, needs_label=True),
        Shape(
            "block by its label",
            rf"(?P<label>(?i:\b(?:{_LABEL})))(?:{TO_WORDS}| (?=\d))"
            r"(?P<id>(?![^\n]{0,40}:)[A-Z0-9][^\n\t:@]{5,90}?(?:\n(?![^\n]{0,40}:)[A-Z0-9][^\n\t:@]{3,60}?)?)"
            r"(?= {2}|[\n\t;]|\.\s|\.?$)",
            0.35,
            cues=("address", "direcci", "domicilio", "resid"),
        ),
        Shape(
            "number after a verb of living",
            r"(?P<label>(?i:\b(?:address\s+(?:\w+\s+){0,3}is|live[sd]?\s+at|living\s+at|resid(?:es|ed|ing)\s+at"
            r"|moved\s+to|vive\s+en"
            r"|reside\s+en|stay(?:s|ed|ing)\s+at)\s+))(?P<id>\d{1,6}[ ,\-][^\n;]{4,70}?(?:\n[^\n]{2,40}?){0,3})"
            r"(?=(?<!\b(?:Apt|St|Ave|Blvd|No|Rd|Ste|Fl|N|S|E|W))\.\s|\.?$|\n\s*\n|\s(?:and|with|since|when|until"
            r"|y)\s|;)",
            0.45,
            cues=("address", "live", "living", "resid", "moved", "vive", "stay"),
        ),
        Shape(
            "coordinates",
            r"(?<![\w.])(?P<id>-?\d{1,2}\.\d{4,8}°?\s?[NS]?, ?-?\d{1,3}\.\d{4,8}°?\s?[EW]?)(?![\w.])",
            0.6,
        ),
        Shape(
            "ZIP by its label",
            rf"(?P<label>(?i:\b(?:zip(?:\s?code)?|postal\s+code|c[oó]digo\s+postal)\b))[\s:]{{0,4}}(?P<id>{_ZIP})",
            0.5,
            cues=("zip", "postal"),
        ),
    )

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts | None = None
    ) -> list[RecognizerResult]:
        """As every recognizer; but no part of a longer block again, which would undo a courthouse's release."""
        claims = [_to_sentence_end(text, claim) for claim in super().analyze(text, entities, nlp_artifacts)]
        return [claim for claim in claims if not any(_inside(claim, other) for other in claims)]

    def fits(self, shape: Shape, text: str, start: int, end: int) -> bool:
        """Not a citation, not a court under the number of its line in a pleading; a weak street word needs a comma, unit or ZIP; a labelled block a digit or comma."""
        value = text[start:end]
        if _CITATION.search(value) or _CITATION.search(text[max(0, start - 8) : start]):
            return False
        if shape.name == "street":
            if _OF_COURT.search(value):
                return False
            return bool(_STRONG.search(value)) or not _WEAK_SUFFIX.search(value)
        if shape.name == "block by its label":
            return "," in value or any(character.isdigit() for character in value)
        return True

    def category_of(self, text: str, start: int, end: int) -> Category:
        """A courthouse's address, by the public list or by the word just before it; never one with an apartment."""
        value = text[start:end]
        if _HOME_UNIT.search(value):
            return Category.ADDRESS
        public = is_courthouse_address(value) or _PUBLIC_BEFORE.search(text, max(0, start - 40), start)
        return Category.COURTHOUSE if public else Category.ADDRESS


_SENTENCE_END = regex.compile(
    r"(?<!\b(?:St|Ste|Ave|Blvd|Rd|Dr|Ln|Ct|Pl|Sq|Apt|Fl|Rm|No|N|S|E|W|Mt|Ft|N\.Y|N\.J))\.\s+(?=[A-Z][a-z]+ [a-z]|[A-Z][a-z]+ [A-Z][a-z]+ [a-z])"
)


def _to_sentence_end(text: str, claim: RecognizerResult) -> RecognizerResult:
    """The claim cut where a sentence ends inside it. A courthouse's address that ran on would release what follows."""
    if cut := _SENTENCE_END.search(text, claim.start, claim.end):
        claim.end = cut.start()
    return claim


def _inside(claim: RecognizerResult, other: RecognizerResult) -> bool:
    inside = other.start <= claim.start and claim.end <= other.end
    return inside and other.end - other.start > claim.end - claim.start
