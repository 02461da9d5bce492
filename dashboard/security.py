"""The headers of every answer: only our own scripts run, only our own origin is asked, only embeds may be framed."""

from __future__ import annotations

import json
import re
from functools import cache

from dash import Dash
from flask import Flask, Response, request

from dashboard.pages import registry

EMBEDS = "/embed/"
TOLD_TO_NOBODY = ("python_version", "dash_version", "dash_version_url", "plotly_version", "ddk_version")


def protect(app: Dash, server: Flask, embed_hosts: str) -> None:
    """Add the headers. Inline scripts are named by hash on the first answer: only then has Dash added its router's."""

    @cache
    def policy() -> str:
        return (
            f"default-src 'none'; script-src 'self' {' '.join(app.csp_hashes())}; style-src 'self' 'unsafe-inline'; "
            "font-src 'self'; img-src 'self' data: blob:; connect-src 'self'; worker-src 'self' blob:; "
            "base-uri 'none'; form-action 'self'; object-src 'none'; frame-ancestors "
        )

    @server.after_request
    def add_headers(response: Response) -> Response:
        framed = request.path.startswith(EMBEDS)
        response.headers["Content-Security-Policy"] = policy() + (embed_hosts if framed else "'self'")
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "strict-origin-when-cross-origin"
        response.headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()"
        if not framed:
            response.headers["X-Frame-Options"] = "SAMEORIGIN"
        if response.mimetype == "text/html" and response.status_code == 200 and not framed:
            response.status_code = 200 if registry.is_page(request.path) else 404
        return response


def without_versions(config: str) -> str:
    """Return Dash's config element without the versions that it tells every visitor.

    The element is `<script id="_dash-config" type="application/json">{…}</script>`.
    """
    match = re.fullmatch(r"(<script[^>]*>)(.*)(</script>)", config.strip(), re.DOTALL)
    if not match:
        return config
    told = {key: value for key, value in json.loads(match[2]).items() if key not in TOLD_TO_NOBODY}
    return match[1] + json.dumps(told).replace("<", "\\u003c") + match[3]
