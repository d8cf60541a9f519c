"""Words that say a person sought relief under 8 U.S.C. § 1367(a)(2): T, U, VAWA, battered spouse or child."""

from __future__ import annotations

from redactor.detect.identifiers.status import StatusRecognizer
from redactor.detect.recognizer import Shape
from redactor.model import Category


class Status1367Recognizer(StatusRecognizer):
    """Form, class, flag, category or phrase of T, U and VAWA relief, also in Spanish.

    Seen as "Form I-918", "pending U visa", "COA 384", "petition for U nonimmigrant status" and "(c)(31) EAD". Not the
    certification's words ("the provisions of 8 U.S.C. § 1367 have been complied with"), not argument about the statute
    ("relief under 8 U.S.C. § 1101(a)(15)(U)"), which speaks of no person: see StatusRecognizer.
    """

    category = Category.STATUS_1367
    shapes = (
        Shape(
            "form",
            r"(?<![\w\-])(?P<id>(?:Form\s+)?I-? ?(?:918|914|360|765V|192|929)(?:\s*,?\s*Supp(?:lement"
            r"|\.)?\s*[AB])?)(?![\d\-])",
            0.7,
            ignore_case=True,
            cues=("918", "914", "360", "765v", "192", "929"),
        ),
        Shape(
            "class",
            r"(?<![\w.])(?P<id>(?:(?:petition|application|applied|filed)\s+for\s+)?[UT]\s?-?\s?(?:visas?"
            r"|non-?immigrant(?:\s+status)?|status)\b)",
            0.65,
            ignore_case=True,
        ),
        Shape(
            "class and paper",
            r"(?<![\w.&])(?P<id>[UT]\s(?:application|petition|certification|cert\b|derivative|relief|case)s?|petition\s+as\s+a\s+victim\s+of\s+(?:a\s+)?crime"
            r"|crime\s+victim(?:'s)?\s+(?:petition|visa|application)|victim\s+of\s+(?:a\s+)?qualifying\s+crim\w+)\b",
            0.6,
        ),
        Shape(
            "class of admission",
            r"(?<![\w\-])(?P<id>[TU]-?[1-6])\b(?=\s+(?i:status|nonimmigrant|visa|admission|derivative"
            r"|adjust\w+))|(?P<label>(?i:\b(?:class\s+of\s+admission|COA|status(?:\s+(?:at\s+entry"
            r"|when\s+found))?|admitted\s+as))[\s:=]{1,4})(?P<id>(?:[TU]-?[1-6]|ST[06-9]|SU[06-9]|IB[0-8]"
            r"|B[1-3][1-8]|Z14))\b",
            0.65,
        ),
        Shape(
            "VAWA and self-petition",
            r"\b(?P<id>VAWA(?:\s+(?:self-?\s?petition\w*|applica\w+|case|relief|claim|cancellation))?"
            r"|(?:VAWA\s+)?self-?\s?petition(?:er|ing|s|ed)?|autopetici[oó]n|Violence Against Women Act)\b",
            0.6,
            ignore_case=True,
            cues=("vawa", "petition", "autopetici", "violence"),
        ),
        Shape(
            "statute",
            r"(?<![\d(])(?P<id>240A\(b\)\(2\)|1229b\(b\)\(2\)|(?:1?101)\(a\)\(15\)\([TU]\)(?:\(i{1,3}\))?"
            r"|(?:1?101)\(a\)\(51\)|106\(a\)\s+EAD)",
            0.5,
            ignore_case=True,
            cues=("240a", "1229b", "101(a)", "106(a)"),
        ),
        Shape(
            "phrase",
            r"\b(?P<id>battered\s+(?:spouse|child|wife|husband|alien|parent|immigrant)"
            r"|bona\s+fide\s+determination|BFD|continued\s+presence|prima\s+facie\s+determination"
            r"|victim\s+of\s+(?:a\s+severe\s+form\s+of\s+)?(?:human\s+)?trafficking|U\s+certification"
            r"|Supplement\s+B\s+certification|cónyuge\s+maltratad[oa]|conyuge\s+maltratad[oa]"
            r"|visa\s+(?:tipo\s+)?[UT]|v[ií]ctima\s+de\s+(?:trata|violencia\s+dom[eé]stica)|presencia\s+continua"
            r"|special\s+rule\s+cancellation)\b",
            0.6,
            ignore_case=True,
            cues=(
                "battered",
                "bona",
                "bfd",
                "continued",
                "prima",
                "trafficking",
                "certification",
                "maltratad",
                "visa",
                "ctima",
                "presencia",
                "special",
            ),
        ),
        Shape(
            "384 flag",
            r"\b(?P<id>(?:COA\s*[:=]?\s*384(?:\s+(?:flag|banner|alert|hit))?|384\s+(?:flag|banner|alert|case|protected|hit)"
            r"|section\s+384(?:\s+(?:flag|banner|alert))?)|1367\s+(?:flag|banner|alert|protected|hit|positive))\b",
            0.75,
            ignore_case=True,
            cues=("384", "1367"),
        ),
        Shape(
            "result of the systems check",
            r"(?P<label>(?i:(?:1367|384)[^\n.;]{0,30}(?:check|quer|search|protection)\w*"
            r"|(?:check|quer|search)\w*\s+(?:for|of|on|under)[^\n.;]{0,20}(?:1367"
            r"|384)(?:\s+protection)?)(?i:\s+results?)?\s*(?:[:=\-]|(?i:was|were|is|came\s+back"
            r"|returned))\s{0,2})(?P<id>(?i:positive|negative|hit|no\s+hit|yes|no\s+record|none\s+found|match"
            r"|no\s+match)\b)",
            0.55,
            cues=("1367", "384"),
        ),
        Shape(
            "category of the card",
            r"(?<![\w§)])(?P<id>\(?[acAC]\)?\((?:19|20|25|31|14|40|16)\))(?=\s*(?i:EAD|category|work"
            r"|employment))|(?P<label>(?i:\b(?:EAD|eligibility\s+category|category"
            r"|card)\b)[\s:]{1,4})(?P<id>\(?[acAC]\)?[( ]?(?:19|20|25|31|14|40)\)?)(?!\d)",
            0.65,
        ),
    )
