"""Names that are the law's own: parties of cited cases, authors of cited works."""

from __future__ import annotations

import regex

from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category

_PARTY = r"\p{Lu}[\w'.&\-]*(?:,?[ \n](?:\p{Lu}[\w'.&\-]*|of|the|and|for|&|ex|rel\.|et|al\.|on|de|la)){0,9}"

_AUTHOR = r"\p{Lu}[\p{L}'\-]+(?:[ \n](?:(?:de|del|la|van|von|Del)[ ])?\p{Lu}[\p{L}.'\-]*){1,3}"
_AUTHORS = rf"{_AUTHOR}(?:[ \n](?:&|and)[ \n]{_AUTHOR})?(?:[ \n]et[ \n]al\.)?"
_TITLE = (
    r"\"?(?:(?:\p{Lu}[\p{L}:,'\-]*|\"\p{Lu}[\p{L}'\-]*\"?|of|the|and|in|for|to|an?|on|with|under|by)[\"?]?[ \n]){2,30}?"
    r"\p{Lu}[\p{L}'\-]*[?\"]?"
)
"""Words of a title: each with a capital, but for the little ones."""
_YEAR = r"\((?:[^(),\n]{0,20}[ \n])?(?:19|20)\d\d\)"
_PAGES = r"\d{1,5}(?:,[ \n][\d\-]+|-\d+)*"

_OWN_NUMBER = regex.compile(r"(?i)\b(?:indictment|docket|index|complaint)$")


class CaseNameRecognizer(IdentifierRecognizer):
    """The name of a reported case: "Immigr. Rts. Project v. Muster, 12 F.4th 34", "Muster v. Sample", and the
    short form "Muster, 12 F.4th at 36"; likewise a book or an article with its authors, its page and its year, and a
    dictionary.

    It keeps a citation standing. Not a criminal docket of this matter's people ("People v. Ejemplo, Docket
    CR-001234-20NY"): a case name without a reporter, year or the action's caption behind it is not claimed.
    """

    category = Category.CASE_NAME
    crosses_lines = True
    shapes = (
        Shape(
            "party v. party, reporter",
            rf"(?P<id>{_PARTY},?[ \n](?:v\.|vs\.)[ \n]{_PARTY}),?[ \n](?:No\.[ \n][\w\-.:]+(?:,[ \n])?|\d+[ \n](?:U\.?S\.?|S\.?[ ]?Ct|F\.|F\.?[ ]?Supp|L\.?[ ]?Ed|N\.Y|A\.D|Misc|I\.?[ ]?&[ ]?N|WL|B\.R|A\.|P\.|So\.|N\.E|S\.W|Fed)|\(\p{{L}}|\d{{4}}[ \n]WL)",
            0.9,
        ),
        Shape(
            "short form",
            rf"(?P<id>{_PARTY}),[ \n]\d+[ \n](?:U\.?S\.?|S\.?[ ]?Ct\.|F\.|L\.?[ ]?Ed|N\.Y|A\.|P\.|So\.|N\.E|S\.W|Fed\.)[\w.\- ]{{0,12}}[ \n]at[ \n]\d",
            0.9,
        ),
        Shape(
            "article",
            rf"(?<![\p{{L}}\-])(?P<id>{_AUTHORS},[ \n]{_TITLE},[ \n]\d{{1,3}}[ \n]\p{{Lu}}[\p{{L}}.&' \n]{{1,40}}[ \n]{_PAGES})[ \n]{_YEAR}",
            0.8,
            cues=("19", "20"),
        ),
        Shape(
            "book",
            rf"(?<![\p{{L}}\-])(?P<id>{_AUTHORS},[ \n]{_TITLE}[ \n]{_PAGES})[ \n]{_YEAR}",
            0.8,
            cues=("19", "20"),
        ),
        Shape(
            "dictionary",
            r"(?<![\p{L}\-])(?P<id>(?:\p{Lu}[\p{Lu}'.\-]*[ \n]){1,5}DICTIONARY|(?:\p{Lu}[\p{L}'.\-]*[ \n]){1,5}Dictionary)(?!\p{L})",
            0.8,
            cues=("dictionary",),
        ),
        Shape(
            "party v. public body",
            rf"(?P<id>{_PARTY},?[ \n](?:v\.|vs\.)[ \n](?:(?:the|City|County|State|Town|Dep't|Department|Bd\.|Board|Nat'l|National|Immigr\.|Fed\.)[ \n]{_PARTY}|U\.[ ]?S\.(?:[ \n]{_PARTY})?|United[ \n]States|\p{{Lu}}{{2,5}}(?![\p{{L}}])))",
            0.6,
        ),
        Shape(
            "In re, reporter",
            rf"(?P<id>(?:In[ ]re|Matter[ ]of|Ex[ ]parte)[ \n]{_PARTY}),[ \n]\d+[ \n](?:F\.|U\.?S\.?|I\.?[ ]?&[ ]?N)",
            0.9,
        ),
    )

    def fits(self, shape: Shape, text: str, start: int, end: int) -> bool:
        """A case known by its indictment or index number is a person's own, and in no reporter."""
        return _OWN_NUMBER.search(text, start, end) is None
