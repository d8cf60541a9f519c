"""Named shelters, rape crisis centres and organisations that serve victims."""

from __future__ import annotations

from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category
from redactor.vocabulary import only_vocabulary

_LAST = (
    r"(?:Shelter|House|Residence|Haven|Refuge|Sanctuary|Safe\s?[Hh]ome|Safe\s?[Hh]ouse|(?:Rape )?Crisis Cent(?:er"
    r"|re)|Advocacy Cent(?:er|re)"
    r"|Family Justice Cent(?:er|re)|Women's Cent(?:er|re)|Women's (?:Shelter|Refuge)|Victim (?:Services"
    r"|Assistance)(?: Center)?"
    r"|Supervised Visitation (?:Center|Program)|Domestic Violence (?:Program|Center|Project|Shelter)"
    r"|Child Advocacy Center)"
)
_KNOWN = (
    r"(?:Safe Horizon|Sanctuary for Families|Covenant House|Her Justice|Womankind"
    r"|Urban Resource Institute|Violence Intervention"
    r" Program|Day One New York|Make the Road(?: New York)?|Catholic Charities|New York Asian Women's Center|Sauti Yetu"
    r"|Safe Passage Project|Sakhi|Barrier Free Living|Good Shepherd Services|My Sisters' Place|Hope's Door)"
)
_TYPE_WORDS = frozenset(
    [
        "a",
        "an",
        "the",
        "this",
        "that",
        "or",
        "and",
        "of",
        "domestic",
        "violence",
        "women's",
        "womens",
        "rape",
        "crisis",
        "shelter",
        "house",
        "safe",
        "homeless",
        "emergency",
        "family",
        "justice",
        "child",
        "advocacy",
        "victim",
        "victims",
        "services",
        "centre",
        "center",
        "state",
        "county",
        "city",
        "white",
        "court",
        "supervised",
        "visitation",
        "program",
        "full",
        "open",
        "upper",
        "lower",
        "senate",
        "national",
        "new",
        "york",
        "u.s",
        "department",
        "human",
        "health",
        "social",
        "public",
        "medical",
        "community",
        "immigrant",
        "citizenship",
        "immigration",
        "local",
        "catholic",
        "any",
        "our",
        "each",
        "legal",
        "permanent",
        "country",
        "lawful",
        "foreign",
        "last",
        "usual",
        "address",
        "place",
    ]
)


class ServiceProviderRecognizer(IdentifierRecognizer):
    """Name of a shelter, crisis centre or service organisation: capitalised words that end in what it is, or a known
    one.

    Seen as "Safe Harbor House" and "Ejemplo Rape Crisis Center". Not the kind of place ("domestic violence shelter",
    which the certification lists and policy releases), not the White House or a House of Congress.
    """

    category = Category.SERVICE_PROVIDER
    crosses_lines = True
    shapes = (
        Shape(
            "capitalised name",
            rf"(?<![\w.])(?P<id>(?:[A-Z][\w'\-]*\.?\s){{1,4}}?(?:(?:for|of|de|the|and"
            rf"|&)\s(?:[A-Z][\w'\-]*\s){{1,3}})?{_LAST}|[A-Z][\w'\-]+'s {_LAST})\b"
            r"(?! of (?:Rep|Comm|Lords))",
            0.5,
            cues=(
                "shelter",
                "house",
                "haven",
                "refuge",
                "sanctuary",
                "home",
                "crisis",
                "cent",
                "victim",
                "visitation",
                "violence",
            ),
        ),
        Shape(
            "name in capitals",
            r"(?<![\w.])(?P<id>(?:[A-Z][A-Z'\-]+\s){1,4}(?:SHELTER|HOUSE|HAVEN|REFUGE|SAFE HOME"
            r"|RAPE CRISIS CENTER|FAMILY JUSTICE CENTER))\b",
            0.45,
        ),
        Shape(
            "what it gives, for whom",
            r"(?<![\w.])(?P<id>(?:(?:Safe|New)\s(?:Haven|Harbor|Passage|Dawn|Path|Space|Start|Beginnings?|Horizons?|Hope|Home|House)"
            r"|Sanctuary|Haven|Refuge|Shelter|Casa|Hogar|Centro|Fundaci[oó]n|Mujeres|Alianza)"
            r"(?:\s(?:for|of|on|in|and|at|de|del|la|las|los|para|en|y|the|\p{Lu}[\w'\-]*)){0,3}\s\p{Lu}[\w'\-]*)(?!\w)",
            0.4,
        ),
        Shape(
            "hospital, church or community organisation",
            r"(?<![\w.])(?P<id>(?:\p{Lu}[\w'\-]*\.?\s(?:of\s(?:the\s)?|de\s|&\s|and\s)?){1,5}?(?:Hospital(?:\sCenter)?|Medical\sCent(?:er|re)"
            r"|Health\sCent(?:er|re)|Clinic|Infirmary|Community\sCent(?:er|re)|Community\sServices|Family\sServices|Social\sServices"
            r"|Counseling(?:\sCenter)?|Workers'?\sCenter|Immigrant\s(?:Services|Center|Rights\sProject)|Settlement\sHouse"
            r"|Parish|(?:Baptist|Catholic|Pentecostal|Lutheran|Methodist|Adventist|Evangelical)\sChurch|Mosque|Masjid|Gurdwara|Iglesia|Ministries))(?!\w)",
            0.4,
            cues=(
                "hospital",
                "medical",
                "health",
                "clinic",
                "infirm",
                "community",
                "services",
                "counsel",
                "worker",
                "immigrant",
                "settlement",
                "parish",
                "church",
                "mosque",
                "masjid",
                "gurd",
                "iglesia",
                "ministr",
            ),
        ),
        Shape(
            "church called by its saint",
            r"(?<![\w.])(?P<id>(?:Iglesia|Parroquia|Templo|Church of|Temple|Hospital|Cl[ií]nica)(?:\s(?:de|del|la|los|las|the|of|\p{Lu}[\w'\-]*)){0,4}\s\p{Lu}[\w'\-]*)(?!\w)",
            0.4,
            cues=("iglesia", "parroquia", "templ", "church", "hospital", "nica"),
        ),
        Shape("known organisation", rf"\b(?P<id>{_KNOWN})\b", 0.55, ignore_case=True),
        Shape(
            "name after the kind",
            r"(?P<label>(?i:\b(?:shelter|(?:rape )?crisis cent(?:er|re)|safe ?house|refugio"
            r"|albergue)))\s+(?:(?i:called|named|known as)\s+|\"|:\s*)"
            r"(?P<id>[A-Z][\w'\-]*(?: [A-Z][\w'\-]*){0,4})",
            0.55,
            cues=("shelter", "crisis", "safe", "refugio", "albergue"),
        ),
    )

    def valid(self, shape: Shape, value: str) -> bool:
        """At least one word that is not just the kind of place."""
        if shape.name == "what it gives, for whom":
            return not only_vocabulary(value.split(maxsplit=1)[1])
        if shape.name in ("known organisation", "name after the kind"):
            return True
        return any(word.lower().strip(".") not in _TYPE_WORDS for word in value.split()[:-1])
