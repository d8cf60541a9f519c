"""How a family is made up."""

from __future__ import annotations

from redactor.detect.identifiers.narrowing import NarrowingRecognizer
from redactor.detect.identifiers.numbers_in_words import NUMBER_WORD
from redactor.detect.recognizer import Shape
from redactor.model import Category

_KIN = (
    r"(?:child(?:ren)?|kids?|sons?|daughters?|brothers?|sisters?|siblings?|grandchild(?:ren)?|step-?(?:child(?:ren)?"
    r"|sons?|daughters?)|twins?|triplets|dependents?|hij[oa]s?|herman[oa]s?|niet[oa]s?|niñ[oa]s)"
)
_ADJECTIVE = r"(?:(?i:minor|young(?:er)?|older|elder|adult|small|little|U\.?S\.?(?:-| )?(?:citizen|born)?|USC|LPR|own|biological|adopted|disabled|menores) ){0,3}"


class FamilyRecognizer(NarrowingRecognizer):
    """Number and place of the members of a family: how many children, which of them, who raises them alone.

    Seen as "mother of three", "two U.S. citizen children", "her youngest daughter", "single mother" and "tiene dos
    hijos". Not a relation alone ("her husband", "his mother"), which everybody has.
    """

    category = Category.FAMILY
    shapes = (
        Shape(
            "how many",
            rf"(?<![\w.,/$\-])(?P<id>(?:\d{{1,2}}|{NUMBER_WORD}) {_ADJECTIVE}{_KIN})\b",
            0.3,
            cues=(
                "child",
                "kid",
                "son",
                "daughter",
                "brother",
                "sister",
                "sibling",
                "twin",
                "depend",
                "hij",
                "herman",
                "niet",
                "niñ",
            ),
        ),
        Shape(
            "parent of how many",
            rf"\b(?P<id>(?i:mother|father|parent|madre|padre) (?:of|de) (?:\d{{1,2}}|{NUMBER_WORD})(?: {_ADJECTIVE}{_KIN})?)\b",
            0.35,
            cues=("mother", "father", "parent", "madre", "padre"),
        ),
        Shape(
            "which of them",
            rf"\b(?P<id>(?i:(?:eldest|oldest|youngest|first-?born|only|middle|newborn|unborn|infant|twin|half|late) {_KIN}"
            r"|single (?:mother|father|mom|dad|parent)|(?:madre|padre) solter[oa]|hij[oa] (?:mayor|menor|[uú]nic[oa])"
            r"|orphan(?:ed)?|gave birth to (?:a |an |her |his |twin )?\w+))\b",
            0.3,
            cues=(
                "est ",
                "born",
                "only",
                "middle",
                "infant",
                "twin",
                "half",
                "late",
                "single",
                "solter",
                "hij",
                "orphan",
                "birth",
            ),
        ),
    )
