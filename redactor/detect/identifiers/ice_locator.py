"""Links into the public detainee locator, which carry a person in their parameters."""

from __future__ import annotations

from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category


class IceLocatorRecognizer(IdentifierRecognizer):
    """Address of a detainee-locator page with parameters: locator.ice.gov, then "?" or "#" and what was asked for.

    Seen as locator.ice.gov/odls/#/results?aNumber=012345678 and ".../odls/search?firstName=Ana&country=HN". Not the
    locator's plain address, which the public is told to use ("https://locator.ice.gov").
    """

    category = Category.AGENCY_SYSTEM_ID
    shapes = (
        Shape(
            "locator link with parameters",
            r"(?:https?://)?(?:www\.)?locator\.ice\.gov/[^\s?]*\?(?P<id>[^\s<>\"')]+)",
            0.9,
            ignore_case=True,
            cues=("locator.ice",),
        ),
    )
