"""HTML tags taken off a piece of text."""

from __future__ import annotations

import html
import re

# Element names of the HTML standard (and obsolete ones) that turn up in sources; anything else in angle brackets, such
# as the <TSBA> of a stock exchange, is text.
_ELEMENTS = (
    "a|abbr|address|article|aside|b|big|blockquote|body|br|button|caption|center|cite|code|col|colgroup|dd|del|details|"
    "dfn|div|dl|dt|em|embed|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|"
    "label|li|link|main|mark|meta|nav|noscript|object|ol|p|picture|pre|q|s|samp|script|section|small|source|span|"
    "strike|strong|style|sub|summary|sup|table|tbody|td|tfoot|th|thead|time|title|tr|tt|u|ul|var|video|wbr"
)
_TAG = re.compile(rf"</?(?:{_ELEMENTS})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_PARTING = re.compile(
    r"</?(?:article|blockquote|br|div|dd|dt|figcaption|h[1-6]|hr|li|ol|p|section|table|td|th|tr|ul)\b[^<>]*>",
    re.IGNORECASE,
)
_UNSEEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<![a-z][^<>]*>|<\?[^<>]*>|<(script|style|head|nav|footer|noscript)\b.*?(?:</\1\s*>|\Z)",
    re.DOTALL | re.IGNORECASE,
)


def without_tags(markup: str) -> str:
    """The text between the tags; where a block ends or begins, an empty line."""
    text = _PARTING.sub("\n\n", _UNSEEN.sub("", markup))
    return html.unescape(_TAG.sub("", text))
