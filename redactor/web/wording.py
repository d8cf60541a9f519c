"""How categories, states and dispositions are called and coloured on the page. Words only: nothing is decided here."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from redactor.model import Category, Disposition
from redactor.review.records import Why


class Family(StrEnum):
    """Categories that share a colour; the value is the name in style sheets, ``FAMILY_NAMES`` the one in the legend."""

    PEOPLE = "people"
    AGENCY = "agency"
    NUMBERS = "numbers"
    CONTACT = "contact"
    BODY = "body"
    EVENTS = "events"
    FACTS = "facts"
    OTHER = "other"


FAMILY_NAMES: Final[Mapping[Family, str]] = {
    Family.PEOPLE: "People",
    Family.AGENCY: "Immigration numbers",
    Family.NUMBERS: "Other numbers",
    Family.CONTACT: "Addresses and contact",
    Family.BODY: "Body and life",
    Family.EVENTS: "Dates, places, institutions",
    Family.FACTS: "Status and narrative",
    Family.OTHER: "Images, drawn, unexplained",
}

_FAMILIES: Final[Mapping[Family, str]] = {
    Family.PEOPLE: "PERSON_NAME ATTORNEY_ID FAMILY",
    Family.AGENCY: "A_NUMBER AGENCY_SYSTEM_ID EVENT_NUMBER FINS RECEIPT_NUMBER ONLINE_ACCOUNT SEVIS_ID",
    Family.NUMBERS: "SSN ITIN PASSPORT VISA_NUMBER I94_NUMBER NATIONAL_ID DRIVER_LICENSE MRZ CRIMINAL_JUSTICE_ID"
    " DOCKET_NUMBER ACTION_DOCKET BANK_ACCOUNT PAYMENT_CARD LICENSE_PLATE VIN ORGANISATION_ID BATES_NUMBER",
    Family.CONTACT: "ADDRESS PHONE EMAIL ONLINE_IDENTIFIER",
    Family.BODY: "DATE_OF_BIRTH AGE PLACE_OF_BIRTH NATIONALITY SEX LANGUAGE DESCRIPTOR DISTINGUISHING_MARK"
    " MARITAL_STATUS HEALTH DEMOGRAPHIC OCCUPATION",
    Family.EVENTS: "ENTRY_DATE ENTRY_PLACE ENFORCEMENT_DATE SERVICE_DATE HEARING_DATE OTHER_DATE CLOCK_TIME COURT_PART"
    " COURTHOUSE SERVICE_PROVIDER EMPLOYER SCHOOL ORGANISATION PLACE PERIOD QUANTITY CASE_NAME",
    Family.FACTS: "STATUS_1367 STATUS_ASYLUM STATUS_TPS STATUS_SIJ STATUS_SAW VISA_FACT NARRATIVE CRIMINAL_HISTORY"
    " PRIVILEGED",
}
_FAMILY_OF: Final = {name: family for family, names in _FAMILIES.items() for name in names.split()}

_SPELLED: Final[Mapping[Category, str]] = {
    Category.A_NUMBER: "A-Number",
    Category.AGENCY_SYSTEM_ID: "Agency system ID",
    Category.ATTORNEY_ID: "Attorney ID",
    Category.SEVIS_ID: "SEVIS ID",
    Category.I94_NUMBER: "I-94 number",
    Category.NATIONAL_ID: "National ID",
    Category.CRIMINAL_JUSTICE_ID: "Criminal-justice ID",
    Category.ORGANISATION_ID: "Organisation ID",
    Category.DRIVER_LICENSE: "Driver’s license",
    Category.MRZ: "Machine-readable zone",
    Category.STATUS_1367: "§ 1367 status",
    Category.STATUS_ASYLUM: "Asylum status",
    Category.STATUS_TPS: "TPS status",
    Category.STATUS_SIJ: "SIJ status",
    Category.STATUS_SAW: "SAW status",
    Category.DRAWN: "Drawn area",
    Category.IMAGE: "Image region",
    Category.ILLEGIBLE: "Hardly legible",
}
_CAPITALS: Final = {Category.FINS, Category.SSN, Category.ITIN, Category.VIN}

DISPOSITION_WORDS: Final[Mapping[Disposition, str]] = {
    Disposition.PRODUCE: "Produce",
    Disposition.GENERALISE: "Generalise",
    Disposition.REDACT: "Redact",
    Disposition.REFER: "Refer",
    Disposition.WITHHOLD: "Withhold",
}

WHY_WORDS: Final[Mapping[Why, str]] = {
    Why.REFERRED: "A rule refers it to a person",
    Why.SECOND_READER: "A second reader must confirm it",
    Why.UNEXPLAINED: "Nothing explains the word",
    Why.IMAGE: "Pixels that nobody could read",
    Why.LOW_CONFIDENCE: "Read with low confidence",
    Why.REIDENTIFICATION: "Fits too few people together with other facts",
    Why.QC_SAMPLE: "Found in the QC sample",
    Why.PROPOSED: "A rule decided it",
}

OFF_PAGE: Final[Mapping[str, str]] = {
    "field": "in a form field",
    "annot": "in an annotation",
    "meta": "in the metadata",
    "xmp": "in the metadata",
    "outline": "in the bookmarks",
    "attachment": "in an attachment’s name",
    "link": "in a link",
    "label": "in a page label",
    "structure": "in the structure tree",
    "layer": "in a layer’s name",
    "name": "in the file’s name",
    "barcode": "in a barcode",
    "key": "in the name of an entry",
}
"""Where a finding stands that no page shows, by the first part of its passage's address."""


def family(category: Category) -> Family:
    """The family whose colour the category has."""
    return _FAMILY_OF.get(category.value, Family.OTHER)


def category_words(category: Category) -> str:
    """The category as the page calls it: ``DATE_OF_BIRTH`` is "Date of birth"."""
    if category in _CAPITALS:
        return category.value
    return _SPELLED.get(category, category.value.replace("_", " ").capitalize())


def slug(value: StrEnum) -> str:
    """An enum's value for a URL or a class: ``awaits second reader`` is ``awaits-second-reader``."""
    return value.value.lower().replace(" ", "-").replace("_", "-")


def place_words(page: int | None, passage: str) -> str:
    """Where something stands: "page 3", or where off the page."""
    if page is not None:
        return f"page {page}"
    return OFF_PAGE.get(passage.partition(":")[0], "off the page")
