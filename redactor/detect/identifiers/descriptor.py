"""Physical and personal descriptors: height, weight, hair, eyes, complexion, race, religion."""

from __future__ import annotations

from redactor.detect.identifiers.label import words_after
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category

_COLOUR = (
    r"(?:(?i:brown|black|blond(?:e)?|red|gr[ae]y|hazel|green|blue|white|bald|auburn|sandy|fair|light"
    r"|medium|dark|olive|ruddy|tan"
    r"|negro|caf[eé]|casta[nñ]o|moren[oa]|trigue[nñ][oa])(?: (?i:brown|black|blonde?|gr[ae]y))?|BRO|BLK"
    r"|BRN|GRY|HAZ|BLU|GRN|BLN|LBR|DBR"
    r"|MED|LGT|DRK|FAR|OLV)"
)


class DescriptorRecognizer(IdentifierRecognizer):
    """A descriptor after its label, a measured height or weight, or a colour before hair or eyes.

    Seen as "Height: 5'04\"", "Eyes BRO", "140 lbs" and "brown hair". Not the weight of evidence, not eyes or race in an
    ordinary sentence ("race to the courthouse").
    """

    category = Category.DESCRIPTOR
    crosses_lines = False
    shapes = (
        Shape(
            "height",
            r"(?<![\w.'])(?P<id>[3-7] ?(?:'|ft\.?|feet|foot) ?-?(?:(?:0?\d|1[01]) ?(?:\"|''|in\b\.?"
            r"|inches\b)?)?)(?!\w)",
            0.5,
            cues=("'", "ft", "feet", "foot"),
        ),
        Shape(
            "weight",
            r"(?<![\w.\-$])(?P<id>\d{2,3} ?(?:lbs?\b\.?|pounds\b|kgs?\b|kilos\b))",
            0.5,
            ignore_case=True,
            cues=("lb", "pound", "kg", "kilo"),
        ),
        Shape(
            "label and measure",
            r"(?P<label>(?i:\b(?:height|weight|hgt|wgt|ht|wt|estatura"
            r"|peso)\b\.?))[ \t]*(?:\([^()\n]{1,12}\))?[ \t:]{1,4}\n?(?P<id>\d(?:[\d'\" ]{0,5}[\d'\"])?(?:\s?"
            r"(?i:lbs?|cm"
            r"|in(?:ches)?|kg|pounds|ft)\b\.?)?)",
            0.5,
            cues=("height", "weight", "hgt", "wgt", "ht", "wt", "estatura", "peso"),
        ),
        Shape(
            "label and colour",
            rf"(?P<label>(?i:\b(?:hair|eyes?|complexion|cmplxn|skin(?:\s+tone)?|cabello|ojos"
            rf"|tez)(?:\s+colou?r)?\b))[ \t:]{{1,5}}\n?(?P<id>{_COLOUR})\b",
            0.55,
            cues=("hair", "eye", "compl", "cmpl", "skin", "cabello", "ojos", "tez"),
        ),
        Shape(
            "colour and feature",
            rf"\b(?P<id>{_COLOUR})(?=(?: (?:and|or) \w+)? (?i:hair|eyes|eyed|haired|complexion|skinned|skin)\b)",
            0.5,
            cues=("hair", "eye", "complexion", "skin"),
        ),
        Shape(
            "label and words",
            words_after(
                r"(?:race|ethnicity|ethnic\s+(?:group|origin)|race,\s+ethnic,?\s+or\s+tribal\s+group|tribal\s+group"
                r"|religion|build|complexion|raza|religi[oó]n"
                r"|hair(?:\s+colou?r)?|eyes?(?:\s+colou?r)?)"
            ),
            0.4,
            cues=("race", "ethnic", "tribal", "relig", "build", "compl", "raza", "hair", "eye"),
        ),
        Shape(
            "record",
            r"(?P<label>(?i:\b(?:race|ethnicity)\b)[ :]{1,3})(?P<id>(?i:hispanic|latin[oa]|white|black|asian"
            r"|indigenous|[WBHAIU])\b)(?![.'])",
            0.5,
            cues=("race", "ethnicity"),
        ),
    )

    def valid(self, shape: Shape, value: str) -> bool:
        """Not the next of a form's printed grounds ("Race, Religion, Political opinion, Membership in …")."""
        return not value.lower().startswith(("political opinion", "membership in", "nationality", "torture"))
