"""Languages and dialects."""

from __future__ import annotations

from redactor.detect.identifiers.label import words_after
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category

_NAMES = (
    r"(?i:spanish|espa[nñ]ol|english|french|portuguese|mandarin|cantonese|fuzhou(?:nese)?|chinese|hindi"
    r"|punjabi|bengali|urdu|nepali"
    r"|arabic|moroccan arabic|russian|jola|akan|ewe|fon|malinke|maninka|susu|pular|sarahule|krio|mandingo|dioula|dyula|bamileke|lingala|kikongo|kinyarwanda|kirundi|luganda|oromo|tigre|sylheti|chittagonian|marathi|malayalam|telugu|nepalese|dzongkha|hmong|lao|khmer|cebuano|ilocano|indonesian|malay|javanese|kazakh|kyrgyz|tajik|azeri|armenian|bulgarian|serbian|croatian|bosnian|macedonian|hungarian|greek|italian|german|dutch|taiwanese|hakka|toisan(?:ese)?|wenzhou(?:nese)?|awakatek[oa]?|aguacateco|chuj|jakaltek[oa]?|popti'?|poqomchi'?|tz'?utujil|lenca|pech|tol|emberá|embera|wayuu|guaran[ií]|shuar|otom[ií]|tzeltal|tzotzil|maya|mazatec[oa]?|chinantec[oa]?|amuzgo|ukrainian|georgian|uzbek|turkish|albanian|haitian creole|creole|krey[oò]l"
    r"|k'?iche'?|quich[eé]|mam|q'?eqchi'?"
    r"|kekch[ií]|kaqchikel|cakchiquel|q'?anjob'?al|kanjobal|ixil|achi|garifuna|miskito|nahuatl|mixteco?"
    r"|zapoteco?|triqui|quechua"
    r"|kichwa|aymara|wolof|fulani|pulaar|mandinka|bambara|soninke|twi|hausa|yoruba|igbo|amharic|tigrinya"
    r"|somali|swahili|lingala"
    r"|french creole|patois|vietnamese|thai|burmese|karen|tagalog|korean|japanese|polish|romanian|hebrew"
    r"|yiddish|farsi|persian"
    r"|dari|pashto|tibetan|gujarati|tamil|sinhala)"
)


class LanguageRecognizer(IdentifierRecognizer):
    """A language after its label or in a phrase about speaking or interpreting.

    Seen as "in the [SPANISH] language", "Native language: K'iche'" and "speaks Mam". Not a language of law ("plain
    language of the statute").
    """

    category = Category.LANGUAGE
    shapes = (
        Shape(
            "language of service",
            rf"(?P<id>\b{_NAMES})(?!\w)\]?(?=\s+(?i:language|interpreter|dialect|speak\w*|idioma|translation)\b)",
            0.55,
            cues=("language", "interpreter", "dialect", "speak", "idioma", "translation"),
        ),
        Shape(
            "in a language",
            rf"(?P<label>(?<=,)\s(?i:in)\s|\b(?i:(?:read|served|advised|identified|stated|interview\w*|receipt|explained|questioned|notified|spoken|conducted"
            rf"|translated|sworn|answered|communicat\w+|provided|rights|warnings?)\b[^.;\n]{{0,40}}?\s(?:in|into))\s)"
            rf"(?P<id>{_NAMES}(?!\w)(?: (?i:creole))?)(?=\s*\n|\s*(?:[.,;)]|$|(?i:by|and|on|at|to|using|through|with|via|before)\b))",
            0.45,
        ),
        Shape(
            "speaks",
            rf"(?P<label>\b(?i:speaks?|spoke|speaking|fluent\s+in|understands?|interpreted\s+(?:in|into)"
            rf"|language\s+(?:is|of)|habla|idioma)\s+)(?i:only\s+"
            rf"|little\s+)?(?P<id>{_NAMES}(?!\w)(?: and {_NAMES}(?!\w))?)",
            0.55,
            cues=("speak", "spoke", "fluent", "underst", "interpreted", "language", "habla", "idioma"),
        ),
        Shape(
            "label and language",
            rf"(?P<label>(?i:\b(?:(?:native|primary|preferred|first|other|best|interpreter)?\s*(?:language"
            rf"|dialect)s?(?:\s+spoken)?|idioma|lengua|dialecto)\b))"
            rf"(?: ?\([^()\n]{{1,30}}\))?[\s:]{{1,6}}\[?(?P<id>{_NAMES}(?!\w))",
            0.55,
            cues=("language", "dialect", "idioma", "lengua"),
        ),
        Shape(
            "label and words",
            words_after(r"(?:(?:native|primary|preferred|first|best)\s+(?:language|dialect)|idioma|dialecto)"),
            0.35,
            one_line=True,
            cues=("language", "dialect", "idioma"),
        ),
    )

    def fits(self, shape: Shape, text: str, start: int, end: int) -> bool:
        """Not a form's question ("Are you fluent in English?")."""
        return not text.startswith("?", end)
