"""Handles and profile links on social networks."""

from __future__ import annotations

from redactor.detect.recognizer import IdentifierRecognizer, Shape
from redactor.model import Category

_NETWORKS = (
    r"(?:facebook|fb|instagram|twitter|x|tiktok|snapchat|linkedin|youtube|telegram|t|wa|threads|pinterest|vk|ok)"
)
_NOT_PEOPLE = r"(?!(?:share|sharer|home|login|watch|intent|hashtag|search|policies|help|about|groups/?$)\b)"


class OnlineHandleRecognizer(IdentifierRecognizer):
    """A handle (@ and a name), a profile link on a social network, or a user name by its label.

    Seen as @maria_ejemplo, "facebook.com/maria.ejemplo.9" and "Instagram: ejemplo_91". Not an e-mail address, not an
    agency's plain page (https://www.ice.gov/).
    """

    category = Category.ONLINE_IDENTIFIER
    crosses_lines = False
    shapes = (
        Shape(
            "handle",
            r"(?<![\w.@/])@(?=[\w.]*[A-Za-z])[A-Za-z0-9_](?:[\w.]{1,28}[A-Za-z0-9_])(?![\w@])",
            0.55,
            cues=("@",),
        ),
        Shape(
            "profile link",
            rf"(?<![\w.])(?:https?://)?(?:www\.|m\.|[a-z]{{2}}-[a-z]{{2}}\.)?{_NETWORKS}\.(?:com|me|ru|us)/"
            rf"(?P<id>{_NOT_PEOPLE}[^\s<>\"')\],;]{{2,}})",
            0.7,
            ignore_case=True,
            cues=(".com/", ".me/", ".ru/"),
        ),
        Shape(
            "network and name",
            r"(?P<label>(?i:\b(?:facebook|instagram|twitter|tik\s?tok|snapchat|whats\s?app|telegram|linkedin"
            r"|skype|screen\s?name|user\s?name"
            r"|handle|perfil)\b(?:\s+(?:profile|account|handle|user(?:name)?|ID|name))?)\s?[:#]\s{0,3}\"?)"
            r"(?P<id>@?[\w.\-]{3,40}(?: [A-Z][\w.\-]{1,30}){0,3})",
            0.5,
            cues=("book", "gram", "twitter", "tok", "chat", "app", "linked", "skype", "name", "handle", "perfil"),
        ),
        Shape(
            "link with a user",
            r"https?://[^\s<>]*?(?:/users?/|/profile/|/~|[?&](?:user|id|profile)=)(?P<id>[\w.\-]{3,})",
            0.5,
            cues=("http",),
        ),
    )
