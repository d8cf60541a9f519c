"""Occupations and wages."""

from __future__ import annotations

from redactor.detect.identifiers.label import words_after
from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category


class OccupationRecognizer(IdentifierRecognizer):
    """Occupation or salary after its label, or after "works as".

    Seen as "Occupation: COOK", "works as a home attendant" and "Salary: 15.00 per hour". Not an officer's title.
    """

    category = Category.OCCUPATION
    crosses_lines = False
    shapes = (
        Shape(
            "label and words",
            words_after(
                r"(?:(?:usual\s+|current\s+|present\s+)?occupation|type\s+of\s+(?:employment|work|business)"
                r"|profession|job\s+title|ocupaci[oó]n|profesi[oó]n|oficio|salary|wages?|sueldo)"
            ),
            0.5,
            cues=("occup", "type of", "profes", "job", "ocup", "oficio", "salary", "wage", "sueldo"),
        ),
        Shape(
            "works as",
            r"(?P<label>\b(?i:works?\s+as|worked\s+as|working\s+as|employed\s+as|occupation\s+(?:is|of|as)"
            r"|trabaja(?:ba)?\s+(?:como|de))\s+)(?:(?i:an?|the|un"
            r"|una)\s+)?(?P<id>[A-Za-z][\w\-']*(?: [a-z][\w\-']*){0,3}?)(?=\s(?:at|in|for|with|and|on|since|by"
            r"|from|near|who|en|para|y)\b|[.,;\n]|$)",
            0.5,
            cues=("work", "employed", "occupation", "trabaja"),
        ),
    )
