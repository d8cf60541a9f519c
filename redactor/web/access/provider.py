"""Sign-in with an organisation's own accounts: OpenID Connect, authorization code with PKCE. Only who was added as a
reviewer gets in; the provider says who they are, and not what they may do."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from ipaddress import ip_address
from threading import Lock
from typing import Any
from urllib.parse import urlencode, urlsplit

import httpx
from anyio.to_thread import run_sync
from authlib.oauth2.rfc7636 import create_s256_code_challenge
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet, KeySetSerialization
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from redactor.errors import SetupError
from redactor.matter.records import SignIn
from redactor.review.records import Reviewer, ReviewerRole
from redactor.store.accounts import Accounts
from redactor.web.access.attempts import Attempts
from redactor.web.access.cookies import cookie
from redactor.web.access.screens import screen
from redactor.web.access.sign_in import Door, address_of, spoken
from redactor.web.access.trail import UNKNOWN, Event

ANSWER = "/sign-in/answer"
"""Where the provider sends people back to; to be registered with it as ``URL + ANSWER``."""

SECRET_VARIABLE = "REDACTOR_OIDC_SECRET"  # noqa: S105  (the name of a variable)

_SIGNATURES = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
"""All are public-key ones: a token "signed" with nothing, or with the client's secret, is nobody's."""

_LIFE = timedelta(minutes=10)
_MOST_UNDER_WAY = 1000
_LEEWAY = 60
"""Seconds by which the provider's clock may differ from ours."""

_PATIENCE = 10.0
_LARGEST_ANSWER = 1024 * 1024


class ProviderError(Exception):
    """The provider's answer is not to be believed, or there is none. It says which check failed, never what it held."""


@dataclass(frozen=True, slots=True)
class _UnderWay:
    """A sign-in that was sent to the provider: what its answer must fit."""

    browser: bytes
    nonce: str = field(repr=False)
    verifier: str = field(repr=False)
    until: datetime


@dataclass(frozen=True, slots=True)
class Endpoints:
    """What the provider publishes of itself."""

    authorization: str
    token: str
    keys: str


class Provider:
    """The other side: asks it for its addresses, its keys, and the ID token that a code stands for."""

    def __init__(self, settings: SignIn, secret: str | None) -> None:
        """Raises SetupError where the issuer is not reached over TLS (loopback excepted)."""
        if not _safe(settings.issuer):
            raise SetupError("sign_in.issuer in matter.yaml is not an https address", remedy="Correct matter.yaml.")
        self.settings = settings
        self._secret = secret
        self._known: tuple[Endpoints, datetime] | None = None
        self._client = httpx.Client(timeout=_PATIENCE, follow_redirects=False, trust_env=True)

    def endpoints(self, now: datetime) -> Endpoints:
        """Where to go; asked for again after a while, and not by everybody who calls. Raises ProviderError."""
        if self._known is not None and now < self._known[1]:
            return self._known[0]
        said = self._json("GET", self.settings.issuer.rstrip("/") + "/.well-known/openid-configuration")
        if said.get("issuer") != self.settings.issuer:
            raise ProviderError("the provider calls itself by another name than matter.yaml does")
        places = [said.get(name) for name in ("authorization_endpoint", "token_endpoint", "jwks_uri")]
        if not all(isinstance(place, str) and _safe(place) for place in places):
            raise ProviderError("the provider names an address that is not https")
        found = Endpoints(*map(str, places))
        self._known = (found, now + _LIFE)
        return found

    def identity(self, code: str, verifier: str, nonce: str, redirect: str, now: datetime) -> str:
        """Whom the code stands for, by the claim that matter.yaml names. Raises ProviderError."""
        places = self.endpoints(now)
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": redirect,
            "client_id": self.settings.client_id,
            "code_verifier": verifier,
        }
        login = (self.settings.client_id, self._secret) if self._secret else None
        answer = self._json("POST", places.token, form, login)
        token = answer.get("id_token")
        if not isinstance(token, str):
            raise ProviderError("the provider sent no ID token")
        claims = self._claims(token, answer, self._json("GET", places.keys), nonce, now)
        return self._claimed(claims)

    def _claims(
        self, token: str, answer: Mapping[str, Any], keys: Mapping[str, Any], nonce: str, now: datetime
    ) -> CodeIDToken:
        """The ID token's claims, once its signature and every claim of OpenID Connect Core 3.1.3.7 are right."""
        try:
            decoded = jwt.decode(
                token, KeySet.import_key_set(KeySetSerialization(keys=keys["keys"])), algorithms=list(_SIGNATURES)
            )
            claims = CodeIDToken(
                decoded.claims,
                decoded.header,
                options={
                    "iss": {"essential": True, "value": self.settings.issuer},
                    "aud": {"essential": True, "value": self.settings.client_id},
                    "nonce": {"essential": True, "value": nonce},
                },
                params={
                    "client_id": self.settings.client_id,
                    "nonce": nonce,
                    "access_token": answer.get("access_token"),
                },
            )
            claims.validate(now=int(now.timestamp()), leeway=_LEEWAY)
        except (JoseError, ValueError, TypeError, KeyError) as error:
            raise ProviderError(f"the ID token is not to be believed ({type(error).__name__})") from None
        if not hmac.compare_digest(str(claims.get("nonce")).encode(), nonce.encode()):
            raise ProviderError("the ID token answers another sign-in")
        return claims

    def _claimed(self, claims: Mapping[str, Any]) -> str:
        name = self.settings.claim
        value = claims.get(name)
        if not isinstance(value, str) or not value.strip():
            raise ProviderError("the ID token has no such claim as matter.yaml names")
        if name == "email" and claims.get("email_verified") is not True:
            raise ProviderError("the provider has not verified the e-mail address")
        return value

    def _json(
        self,
        method: str,
        place: str,
        form: Mapping[str, str] | None = None,
        login: tuple[str, str] | None = None,
    ) -> dict[str, Any]:
        try:
            with self._client.stream(
                method, place, data=form, auth=login, headers={"accept": "application/json"}
            ) as got:
                content = b""
                for chunk in got.iter_bytes():
                    content += chunk
                    if len(content) > _LARGEST_ANSWER:
                        raise ProviderError("the provider's answer is too long")
                if got.status_code != 200:
                    raise ProviderError(f"the provider answered with status {got.status_code}")
            said = httpx.Response(200, content=content).json()
        except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
            raise ProviderError(f"the provider did not answer ({type(error).__name__})") from None
        if not isinstance(said, dict):
            raise ProviderError("the provider's answer is not what it should be")
        return said


class ProviderDoor:
    """The way in through the provider."""

    def __init__(
        self, door: Door, accounts: Accounts, attempts: Attempts, provider: Provider, clock: Callable[[], datetime]
    ) -> None:
        self._door = door
        self._attempts = attempts
        self._accounts = accounts
        self._provider = provider
        self._clock = clock
        self._under_way: OrderedDict[str, _UnderWay] = OrderedDict()
        self._lock = Lock()

    def routes(self) -> Sequence[Route]:
        return (
            Route("/sign-in/provider", self._leave, methods=["GET"]),
            Route(ANSWER, self._return, methods=["GET"]),
        )

    @property
    def _redirect(self) -> str:
        return self._door.site.origin + ANSWER

    async def _leave(self, request: Request) -> Response:
        """Send the person to the provider, with a cookie by which only this browser can come back."""
        try:
            places = await run_sync(self._provider.endpoints, self._clock())
        except ProviderError as error:
            return await run_sync(self._refused, request, str(error))
        state, nonce, verifier, browser = (secrets.token_urlsafe(32) for _ in range(4))
        with self._lock:
            while len(self._under_way) >= _MOST_UNDER_WAY:
                self._under_way.popitem(last=False)
            self._under_way[state] = _UnderWay(_digest(browser), nonce, verifier, self._clock() + _LIFE)
        asked = {
            "response_type": "code",
            "client_id": self._provider.settings.client_id,
            "redirect_uri": self._redirect,
            "scope": "openid email profile",
            "state": state,
            "nonce": nonce,
            "code_challenge": create_s256_code_challenge(verifier),
            "code_challenge_method": "S256",
        }
        mark = "&" if urlsplit(places.authorization).query else "?"
        response = RedirectResponse(f"{places.authorization}{mark}{urlencode(asked)}", status_code=303)
        made = cookie(self._door.site, "provider", browser, lax=True, seconds=int(_LIFE.total_seconds()))
        response.headers.append("set-cookie", made)
        return response

    async def _return(self, request: Request) -> Response:
        """Take the provider's answer: state, browser, code, ID token and reviewer must all fit."""
        if delay := self._attempts.begin(None, address_of(request), self._clock()):
            said = f"too many tries: wait {spoken(delay.seconds)}"
            return screen("refused", 429, title="Not signed in", said=said, remedy="Then try again.")
        under_way = self._taken(request)
        if under_way is None:
            return await run_sync(self._refused, request, "this answers no sign-in that was begun in this browser")
        code = request.query_params.get("code")
        if not code or request.query_params.get("error"):
            return await run_sync(self._refused, request, "the provider refused the sign-in")
        return await run_sync(self._admitted, request, code, under_way)

    def _taken(self, request: Request) -> _UnderWay | None:
        """The sign-in that the answer belongs to. It is taken off the list: an answer counts once."""
        with self._lock:
            under_way = self._under_way.pop(request.query_params.get("state", ""), None)
        browser = request.cookies.get(self._door.site.cookie("provider"), "")
        if under_way is None or self._clock() > under_way.until:
            return None
        return under_way if hmac.compare_digest(_digest(browser), under_way.browser) else None

    def _admitted(self, request: Request, code: str, under_way: _UnderWay) -> Response:
        try:
            identity = self._provider.identity(code, under_way.verifier, under_way.nonce, self._redirect, self._clock())
        except ProviderError as error:
            return self._refused(request, str(error))
        account = self._accounts.identified(identity)
        if account is None:
            return self._refused(request, "nobody was added as a reviewer under that account")
        self._attempts.succeeded(None, address_of(request))
        reviewer = Reviewer(account.name, ReviewerRole(account.role))
        made = self._door.admitted(reviewer, "provider", address_of(request))
        # A redirect from here would still count as coming from the provider, and strict cookies would stay behind.
        response = screen("arrived", title="Signed in", onward="/")
        response.headers.append("set-cookie", made)
        response.headers.append("set-cookie", cookie(self._door.site, "provider", "", lax=True, seconds=0))
        return response

    def _refused(self, request: Request, said: str) -> Response:
        self._door.trail(UNKNOWN, Event.SIGN_IN_FAILED, {"by": "provider", "address": address_of(request), "why": said})
        return screen("refused", 403, title="Not signed in", said=said, remedy="Try again, or ask who runs the server.")


def _digest(token: str) -> bytes:
    return hashlib.sha256(token.encode("utf-8", "replace")).digest()


def _safe(address: str) -> bool:
    """Whether nobody on the way can read or change what is sent: TLS, or this machine."""
    try:
        parts = urlsplit(address)
        if parts.scheme == "https":
            return bool(parts.hostname)
        return parts.scheme == "http" and ip_address(parts.hostname or "").is_loopback
    except ValueError:
        return False
