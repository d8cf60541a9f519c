"""Medical and mental-health facts, pregnancy."""

from __future__ import annotations

from redactor.detect.identifiers.label import words_after
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category


class HealthRecognizer(IdentifierRecognizer):
    """A condition after a label or a verb, or a condition that is a fact of a person wherever it stands.

    Seen as "Health status: diabetic", "diagnosed with PTSD" and "is five months pregnant". Not a department
    ("Department of Health"), not public health in an argument.
    """

    category = Category.HEALTH
    shapes = (
        Shape(
            "label and words",
            words_after(
                r"(?:health(?:\s+status)?|medical\s+(?:condition|history|issues?)s?|medications?|diagnos[ie]s"
                r"|mental\s+health(?:\s+(?:status|history))?"
                r"|disabilit(?:y|ies)|injur(?:y|ies)|allergies|estado\s+de\s+salud|enfermedad(?:es)?|medicamentos)"
            ),
            0.45,
            one_line=True,
            cues=("health", "medic", "diagnos", "disab", "injur", "allerg", "salud", "enfermedad"),
        ),
        Shape(
            "verb and condition",
            r"(?P<label>\b(?i:diagnosed\s+with|suffer(?:s|ed|ing)\s+from|(?:is|was|being|been)\s+treated\s+for"
            r"|prescribed(?!\s+(?:by|there|in|under))|tested\s+positive\s+for|hospitali[sz]ed\s+(?:for|at|with)"
            r"|takes?\s+medication\s+for|padece\s+de|diagnosticad[oa]\s+con)\s+)(?P<id>[^\n.;]{3,60}?)(?=\s"
            r"(?:and|but|at|on|since|in|by|when|after|who|which|y)\s|[.;,\n)]|$)",
            0.5,
            cues=("diagnos", "suffer", "treated", "prescribed", "tested", "hospitali", "medication", "padece"),
        ),
        Shape(
            "medicine",
            r"(?P<label>\b(?i:takes?|took|taking|prescribed|needs?|medications?(?:\s+(?:is|are|called|named))?)\s*\(?)"
            r"(?P<id>\p{Ll}{4,}(?:ine|ol|am|in|one|ide|ate|zole|pril|tan|mab|vir|cin|lin|pam|mine|oxine|aline))\b",
            0.5,
            cues=("tak", "took", "prescribed", "need", "medication"),
        ),
        Shape(
            "organ and condition",
            r"\b(?P<id>(?:thyroid|heart|kidney|liver|lung|skin|back|eye|blood|nerve|stomach|mental(?: health)?|medical"
            r"|psychiatric|respiratory)\s(?:condition|disease|disorder|problems?|failure|illness))\b",
            0.45,
            ignore_case=True,
            cues=("condition", "disease", "disorder", "problem", "failure", "illness"),
        ),
        Shape(
            "treated at",
            r"(?P<label>\b(?i:treated|hospitali[sz]ed|admitted|seen)\s+(?:at|in)\s+(?:the\s+)?)(?P<id>[A-Z][\w'.\-]*(?: [A-Z][\w'.\-]*)*"
            r" (?:Hospital|Medical Center|Clinic|Health Center|Emergency Room|ER)(?: for (?:an?\s)?[a-z]+(?: [a-z]+)?)?)",
            0.5,
            cues=("treated", "hospital", "admitted", "seen"),
        ),
        Shape(
            "pregnancy",
            r"(?<![\-/])\b(?P<id>(?:(?:\w+ (?:weeks?|months?)) )?pregnan(?:t(?! (?:people|women|persons|individuals|detainees|noncitizens|and|or)\b)|cy)|embarazada|miscarriage|gave birth"
            r"|expecting a child)\b",
            0.45,
            ignore_case=True,
            cues=("pregnan", "embaraz", "miscarr", "birth", "expecting"),
        ),
        Shape(
            "condition",
            r"\b(?P<id>[\-–+‑]? ?\d[\d., ]* ?(?:degrees )?of (?:myopia|hyperopia|astigmatism|anisometropia)[^.;,\n]{0,140}"
            r"|(?:\w+ )?(?:fractures?|loss|dislocation|amputation|paralysis|degeneration|inflammation|calcification) of"
            r" (?:the |his |her |a )?(?:\w+ ){0,4}\w+|(?:\w+ )?(?:myopi\w+|arthrosis|gonarthrosis|discopathy|sciatica"
            r"|neuralgia|periarthritis|arthritis|retinopathy|glaucoma|cataracts?|psychotic illness|psychosis|dementia"
            r"|autis(?:m|tic)|paraly[sz]ed|stroke|insomnia|panic attacks?|(?:severe |chronic |clinical )?(?:anxiety|depression)(?: and \w+)?|nightmares|flashbacks|migraines?|anemia|lupus|ulcers?|hernia|concussion)"
            r"(?: degeneration)?(?: \([^()\n]{1,40}\))?|(?:permanent |total |partial |mental |physical |learning )?disabilit(?:y|ies)"
            r"|(?:severe |serious )?complications affecting [^.;,\n]{3,50}|\w+ (?:surgery|surgeries)"
            r"|reconstructive operations|chemotherapy|dialysis|transplant|PTSD|post-?traumatic stress(?: disorder)?|major depress(?:ion|ive disorder)"
            r"|HIV(?:[\-/]?(?:positive|AIDS))?|AIDS|bipolar(?: disorder)?|schizophreni\w+"
            r"|suicid(?:e attempt|al ideation)|diabet(?:es|ic)|epilep(?:sy|tic)|asthma(?:tic)?|hypertension"
            r"|tuberculosis|cancer|hepatitis(?: [ABC])?|seizures?|anxiety disorder)\b",
            0.4,
            ignore_case=True,
            cues=(
                "ptsd",
                "trauma",
                "depress",
                "hiv",
                "aids",
                "bipolar",
                "schizo",
                "suicid",
                "diabet",
                "epilep",
                "asthma",
                "hypert",
                "tubercul",
                "cancer",
                "hepat",
                "seizure",
                "anxiety",
                "myop",
                "hyperop",
                "astigm",
                "fracture",
                " loss of",
                "dislocat",
                "amputat",
                "paraly",
                "degenerat",
                "inflamm",
                "calcific",
                "arthr",
                "pathy",
                "sciatica",
                "neuralg",
                "glaucoma",
                "cataract",
                "psycho",
                "dementia",
                "autis",
                "stroke",
                "insomnia",
                "panic",
                "nightmare",
                "flashback",
                "migraine",
                "anemia",
                "lupus",
                "ulcer",
                "hernia",
                "concussion",
                "disabilit",
                "complication",
                "surger",
                "operation",
                "chemo",
                "dialysis",
                "transplant",
            ),
        ),
    )

    def fits(self, shape: Shape, text: str, start: int, end: int) -> bool:
        """Not the verb "aids" (the disease is written in capitals)."""
        return text[start:end] not in ("aids", "Aids") and text[start:end] not in (
            "seizure",
            "seizures",
            "Seizure",
            "Seizures",
        )
