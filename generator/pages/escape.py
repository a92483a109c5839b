"""Text of sources made harmless: it shows letter by letter, whatever reads the Markdown.

Backslashes are set only before what both CommonMark (section 2.4) and Python-Markdown (`Markdown.ESCAPED_CHARS`) undo;
the rest are numeric character references, which both leave alone. One pass, so that nothing is escaped twice.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import quote, urlsplit

from generator.model.wording import fold

"""White space, and characters without a shape, among them what Python-Markdown marks its own places with."""

SPECIAL = re.compile(
    r"""
      (?P<number>^\d+(?=[.)]))(?P<dot>[.)])       # a line that would start an ordered list
    | (?P<start>^[-+#!.)])                         # a list, a heading, an admonition
    | (?P<opener>^[:?=;%@/])                       # a definition, a foldable block, an underline, a block
    | (?P<closing>\#+$)                            # the end of a heading
    | (?P<both>[\\`*_{}\[\]])                      # emphasis, code, links, footnotes, attribute lists, Jinja
    | (?P<always>[<>|~^@])                         # tags, cells, strikes, superscripts, mail addresses
    | (?P<entity>&(?=[A-Za-z\#]|$))                # a character reference
    | (?P<pair>==|\+\+|///+|%%)                    # marks and insertions of common extensions; blocks
    | (?P<colon>:(?=//|[\w+-]+(?::|$)))             # addresses and emoji, which a colon of ours may end
    | (?P<www>(?<=www)\.)                          # addresses without a scheme
    """,
    re.VERBOSE,
)
SUSPECT = re.compile(r"[#\\`*_{}\[\]<>|~^@&:=+/%]|www\.|^[-\d!.)?;]")
"""What stands in every text in which something is special: quicker to see."""
ADDRESS = "-._/?&=+,:@!$#%"
"""What stands in an address as it is; all else is percent-encoded, so that no Markdown can come of it."""
IDENTIFIER = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")


class Markdown(str):
    """Text that is Markdown already and is printed as it stands; only templates and this wing make it."""

    __slots__ = ()


@lru_cache(maxsize=1 << 14)
def escape(text: str) -> Markdown:
    """Text of a source as Markdown that shows it letter by letter, on one line.

    Names, titles and passages recur on many pages, so the last are remembered.
    """
    line = fold(text)
    return Markdown(SPECIAL.sub(_escaped, line) if SUSPECT.search(line) else line)


def _escaped(found: re.Match[str]) -> str:
    what = found.lastgroup
    if what == "dot":
        return f"{found['number']}\\{found['dot']}"
    if what in {"start", "both"}:
        return f"\\{found[0]}"
    return "".join(f"&#{ord(letter)};" for letter in found[0])


def following(text: str) -> Markdown:
    """Text that follows a name, escaped, with the space before it where it begins with one."""
    return Markdown(f"{' ' if text[:1].isspace() else ''}{escape(text)}")


def escaped(value: object) -> str:
    """What a template prints for a value: Markdown as it stands, all else escaped (the environment's `finalize`)."""
    return value if isinstance(value, Markdown) else escape(str(value))


def link(text: str, address: str, anchor: str = "") -> Markdown:
    """A link with escaped text; `address` is a relative path of ours or an address of the web."""
    target = quote(address, safe=ADDRESS) + (f"#{anchor}" if anchor else "")
    return Markdown(f"[{escape(text)}]({target})")


def web_link(text: str, address: str | None) -> Markdown:
    """A link to a page of the web, or the text alone where the address is no plain http or https one."""
    if address:
        try:
            parts = urlsplit(address.strip())
        except ValueError:
            return escape(text)
        if parts.scheme in {"http", "https"} and parts.netloc:
            return link(text, parts.geturl())
    return escape(text)


def key(identity: str) -> Markdown:
    """The attribute list that gives an element its stable id; empty where the id is none."""
    return Markdown(f"{{#{identity}}}" if IDENTIFIER.fullmatch(identity) else "")


def style(name: str) -> Markdown:
    """The attribute list that gives an element a class; empty where the name is none."""
    return Markdown(f"{{.{name}}}" if IDENTIFIER.fullmatch(name) else "")


def yaml(value: str | Iterable[str] | None) -> Markdown:
    """A value of front matter: a JSON scalar or list, which YAML 1.1 and 1.2 read alike.

    Site generators print a page's title and description into HTML as they stand, so both are HTML text.
    """
    if value is None:
        return Markdown("null")
    if isinstance(value, str):
        return Markdown(json.dumps(_html(value), ensure_ascii=False))
    return Markdown(json.dumps([_html(member) for member in value], ensure_ascii=False))


def _html(text: str) -> str:
    return html.escape(fold(text), quote=False).replace('"', "&quot;")
