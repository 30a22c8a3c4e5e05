"""HTML mail as plain text: nothing is loaded, nothing hidden is shown, links tell their target.

What is quoted gets “> ” before its lines, as in a mail without HTML, so that one trimmer
serves both.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from tui.terminal.clean import clean_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_UNSEEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all"
    r"|(?:font-size|max-height|opacity|max-width)\s*:\s*0(?:\.0+)?(?![\d.])",
    re.IGNORECASE,
)
_NO_TEXT = ("script", "style", "template", "noscript", "object", "iframe", "svg", "title", "meta")
_DECLARED = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_SPACES = re.compile(r"[ \t\u00a0]+(?=\n|$)")
_INDENT = re.compile(r"^ {1,4}(?=[^ ])", re.MULTILINE)  # of a block; a list has its own marks
_BLANK = re.compile(r"\n{3,}")
_LONGEST = 300  # characters of a target: what is longer is there to track
_TARGETS = ("http", "https", "mailto", "tel")


def text_of_html(html: str) -> str:
    """The text that a reader of `html` would see; "" where there is none."""
    from lxml import html as lxml_html
    from lxml.etree import ParserError

    parser = lxml_html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
    try:
        page = _DECLARED.sub("", html).replace("\0", "")
        tree = lxml_html.document_fromstring(page, parser=parser)
    except (ParserError, ValueError):
        return ""
    _without_unseen(tree)
    for link in list(tree.iter("a")):
        _tell_target(link)
    for element in tree.iter():  # a margin of millions of lines would be laid out
        element.attrib.pop("style", None)
    _mark_quotes(tree)
    return _laid_out(tree)


def _laid_out(tree: HtmlElement) -> str:
    from inscriptis.html_engine import Inscriptis

    text = _SPACES.sub("", _INDENT.sub("", Inscriptis(tree).get_text()))
    return _BLANK.sub("\n\n", text).strip("\n")


def _without_unseen(tree: HtmlElement) -> None:
    for element in list(tree.iter()):
        if not isinstance(element.tag, str) or element.getparent() is None:
            continue
        is_unseen = element.get("hidden") is not None or _UNSEEN.search(element.get("style", ""))
        if is_unseen or element.tag in _NO_TEXT:
            _replace(element, "")


def _replace(element: Any, text: str) -> None:
    """Put `text` where `element` stood; what follows it stays."""
    parent, before = element.getparent(), element.getprevious()
    text += element.tail or ""
    if before is not None:
        before.tail = (before.tail or "") + text
    else:
        parent.text = (parent.text or "") + text
    parent.remove(element)


def _tell_target(link: HtmlElement) -> None:
    """“Open <https://real.example/>”, unless the text is the target itself."""
    target = clean_line("".join(link.get("href", "").split()))
    if not target or _scheme(target) not in _TARGETS:
        return
    shown = "".join(link.itertext()).strip()
    bare = target.removeprefix("mailto:").removeprefix("tel:")
    if shown and shown.rstrip("/") not in (target.rstrip("/"), bare):
        cut = f"{target[:_LONGEST]}…" if len(target) > _LONGEST else target
        link.tail = f" <{cut}>{link.tail or ''}"


def _scheme(target: str) -> str:
    try:
        return urlsplit(target).scheme.lower()
    except ValueError:
        return ""


def _mark_quotes(tree: HtmlElement) -> None:
    """Every outermost quotation becomes lines that begin with “> ”."""
    from lxml import html as lxml_html

    for quote in [
        q for q in tree.iter("blockquote") if next(q.iterancestors("blockquote"), None) is None
    ]:
        tail, quote.tail = quote.tail, None
        lines = _laid_out(quote).splitlines()
        marked = lxml_html.Element("pre")
        marked.text = "\n".join(f"> {line}".rstrip() for line in lines)
        marked.tail = tail
        quote.getparent().replace(quote, marked)
