"""Every page of the built site is HTML as the standard has it."""

from __future__ import annotations

import pytest

from tests.browser.audits.tools import nu
from tests.browser.serving import Served

pytestmark = pytest.mark.audit


def test_the_nu_html_checker_finds_no_error(site: Served, measured: list[str]) -> None:
    messages = nu(site.folder)
    errors = [message for message in messages if message["type"] == "error"]
    pages = len(list(site.folder.rglob("*.html")))
    measured.append(f"Nu Html Checker: {len(errors)} errors, {len(messages) - len(errors)} remarks on {pages} pages")
    assert [(error["url"], error.get("lastLine"), error["message"]) for error in errors] == []
