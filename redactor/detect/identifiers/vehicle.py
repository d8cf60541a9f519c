"""Vehicles by colour, year, make and model."""

from __future__ import annotations

from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category

MAKES = (
    r"Acura|Audi|BMW|Buick|Cadillac|Chevrolet|Chevy|Chrysler|Dodge|Ford|GMC|Honda|Hyundai|Infiniti|Isuzu|Jeep|Kia|Lexus"
    r"|Lincoln|Mazda|Mercedes(?:-Benz)?|Mercury|Mini Cooper|Mitsubishi|Nissan|Pontiac|Saab|Saturn|Scion|Subaru|Suzuki"
    r"|Tesla|Toyota|Volkswagen|VW|Volvo|Yamaha|Kawasaki"
)
"""Makes that are on the road; several are also surnames or places, so a colour, year or model must stand beside one."""

_COLOUR = r"(?:(?:dark|light) )?(?:black|white|gr[ae]y|silver|blue|red|green|tan|beige|brown|gold|maroon|yellow|orange|purple|burgundy)"


class VehicleRecognizer(IdentifierRecognizer):
    """A make with a colour or a model year before it, and the model after it.

    Seen as "a gray Honda Accord", "2014 Toyota Camry" and "her blue Ford". Not a make alone ("Ford", a name), not a
    government vehicle without make ("an unmarked vehicle").
    """

    category = Category.DESCRIPTOR
    shapes = (
        Shape(
            "colour or year, make, model",
            rf"\b(?P<id>(?:(?i:{_COLOUR})(?:,? (?:19|20)\d{{2}})?|(?:(?:19|20)\d{{2}}|'\d\d),?(?: (?i:{_COLOUR}))?),? (?:(?i:four-door|two-door|4-door) )?(?:{MAKES})"
            r"(?: (?:[A-Z][\w\-]+|[A-Z]?\d[\w\-]*|sedan|van|pickup|truck|SUV|minivan|motorcycle)){0,2})(?!\w)",
            0.45,
        ),
    )
