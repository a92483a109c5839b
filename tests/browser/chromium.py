"""Debian's Chromium under Playwright, and what goes wrong while it reads a page."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Literal

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    Response,
    ViewportSize,
    sync_playwright,
)

CHROMIUM = shutil.which("chromium")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""For a machine without a screen and without a way out: Chromium asks nobody for anything of its own."""
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
Size = tuple[int, int]
SMALL_PHONE, PHONE, TABLET, DESKTOP = (360, 740), (390, 844), (768, 1024), (1440, 900)
PATIENCE = 20_000
"""Milliseconds; for a machine that does other things, too."""
Opening = Callable[..., Page]


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


def faults_of(context: BrowserContext, address: str) -> list[str]:
    """What goes wrong in a context from now on, in a list that grows: errors, failures, requests out of the site."""
    faults: list[str] = []

    def said(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and "status of 404" not in message.text:
            faults.append(f"console: {message.text}")

    def asked(request: Request) -> None:
        if not request.url.startswith((address, "data:", "blob:")):
            faults.append(f"out of the site: {request.url}")

    def answered(response: Response) -> None:
        if response.status >= 400 and not response.request.is_navigation_request():
            faults.append(f"{response.status}: {response.url}")

    def failed(request: Request) -> None:
        # Leaving a page, or saving a file, ends what was under way.
        if request.failure != "net::ERR_ABORTED":
            faults.append(f"{request.failure}: {request.url}")

    context.on("console", said)
    context.on("weberror", lambda error: faults.append(f"script: {error.error}"))
    context.on("request", asked)
    context.on("response", answered)
    context.on("requestfailed", failed)
    return faults


@contextmanager
def reading(browser: Browser, address: str) -> Iterator[Opening]:
    """Gives a function that opens a page below an address in a new context; what goes wrong on any fails at the end.

    The function takes the page's path, `size` (CSS pixels), `scheme`, and what else Playwright's `new_context` takes.
    """
    contexts: list[BrowserContext] = []
    faults: list[list[str]] = []

    def opening(path: str = "", *, size: Size = DESKTOP, scheme: Scheme = "light", **options: Any) -> Page:
        viewport = ViewportSize(width=size[0], height=size[1])
        context = browser.new_context(viewport=viewport, color_scheme=scheme, reduced_motion="reduce", **options)
        contexts.append(context)
        faults.append(faults_of(context, address))
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.goto(address + path)
        return page

    yield opening
    for context in contexts:
        context.close()
    assert [fault for found in faults for fault in found] == []
