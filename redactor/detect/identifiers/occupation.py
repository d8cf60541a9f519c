"""Occupations and wages."""

from __future__ import annotations

import regex

from redactor.detect.identifiers.label import words_after
from redactor.detect.identifiers.narrowing import NarrowingRecognizer
from redactor.detect.recognizer import Shape
from redactor.model import Category

IN_PROSE = 0.1
"""Score of a trade in prose: too little for a rule that asks nothing else (rules/section-1367)."""

_OF_THE_ACTION = regex.compile(
    r"\b(?:plaintiff|defendant|government|court|district|supervis\w+|deputy|private attorney)", regex.IGNORECASE
)
_TRADES = (
    r"accountant|actor|actress|advocate|anchorman|architect|artist|assistant|attendant|baker|ballet dancers?|barber|bartender"
    r"|beautician|bricklayer|businessm[ae]n|businesswom[ae]n|busboy|butcher|caregiver|caretaker|carpenter|cashier|chambermaid"
    r"|chauffeur|chef|civil servant|cleaner|clergyman|conscript|construction worker|contractor|cook|courier|custodian|dancer"
    r"|day laborer|dentist|deliveryman|delivery (?:worker|driver|man)|dishwasher|doctor|domestic worker|dressmaker|driver|editor(?:-in-chief)?|electrician"
    r"|engineer|factory worker|farm ?worker|farmer|fisherman|florist|foreman|gardener|governor|hairdresser|handyman"
    r"|home attendant|home health aide|housekeeper|housewife|imam|janitor|journalist|laborer|labourer|landlord|landscaper"
    r"|lawyer|lecturer|librarian|line cook|locksmith|maid|maintenance worker|manager|manicurist|mason|mechanic"
    r"|medical practitioner|merchant|midwife|miner|model|musician|nail technician|nanny|newspaper vendor|nurse"
    r"|packer|painter|pastor|pharmacist|photographer|physician|pilot|plumber|police ?m[ae]n|politician|porter|postman"
    r"|principal|professor|psychologist|publisher|receptionist|reporter|roofer|sailor|salesm[ae]n|scientist"
    r"|seamstress|security guard|shepherd|shopkeeper|singer|social worker|soldier|stevedore|student|superintendent|surgeon"
    r"|tailor|taxi driver|teacher|technician|trader|translator|truck driver|lorry driver|vendor|waiter|waitress|watchman"
    r"|welder|writer|breadwinner|non-commissioned officer|artillery captain|lance corporal|corporal|sergeant|lieutenant"
    r"|chief executive officer|housing officer|research assistant"
)
"""What people are for a living, as prose calls them. Officers, judges and counsel of the action are not among them."""


class OccupationRecognizer(NarrowingRecognizer):
    """Occupation or salary after its label, or after "works as".

    Seen as "Occupation: COOK", "works as a home attendant" and "Salary: 15.00 per hour". Not an officer's title.
    """

    category = Category.OCCUPATION
    shapes = (
        Shape(
            "label and words",
            words_after(
                r"(?:(?:usual\s+|current\s+|present\s+)?occupation|type\s+of\s+(?:employment|work|business)"
                r"|profession|job\s+title|ocupaci[oó]n|profesi[oó]n|oficio|salary|wages?|sueldo)"
            ),
            0.5,
            one_line=True,
            cues=("occup", "type of", "profes", "job", "ocup", "oficio", "salary", "wage", "sueldo"),
        ),
        Shape(
            "works as",
            r"(?P<label>\b(?i:work(?:s|ed|ing)?(?:\s+(?:at|for|with)\s+[^.;\n]{1,40}?)?\s+as|employ(?:ed|ment)(?:\s+(?:at|by|with)\s+[^.;\n]{1,40}?)?\s+as|occupation\s+(?:is|of|as)"
            r"|trabaja(?:ba)?\s+(?:como|de))\s+)(?:(?i:an?|the|un"
            r"|una)\s+)?(?P<id>[A-Za-z][\w\-']*(?: [a-z][\w\-']*){0,3}?)(?=\s(?:at|in|for|with|and|on|since|by"
            r"|from|near|who|en|para|y)\b|[.,;\n]|$)",
            0.5,
            cues=("work", "employed", "occupation", "trabaja"),
        ),
        Shape(
            "trade in prose",
            rf"\b(?:an?|the|as|former|his|her|their|was|were|been|primary|another|two|three)"
            rf" (?P<id>(?:(?!of\b|for\b|to\b|in\b|and\b|that\b)\p{{Ll}}[\p{{Ll}}\-]+ ){{0,2}}?(?i:{_TRADES})s?)\b(?! \p{{Lu}})",
            IN_PROSE,
        ),
    )

    def valid(self, shape: Shape, value: str) -> bool:
        """A trade in prose is none of the roles of the action ("plaintiff's lawyer")."""
        return shape.name != "trade in prose" or not _OF_THE_ACTION.search(value)
