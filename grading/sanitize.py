"""Makes what a submission contains harmless to look at: in the stored notebook, the formgrader and the feedback pages.

`clean_html`, `markdown2html` and `CleanNotebook` are put into nbconvert's HTML exporter by `grading.autograde.install`,
so that every page that nbgrader makes passes through them; `CutHiddenTests` is for feedback only. What is taken from a
submission in the first place stands in `grading.assemble`.
"""

from __future__ import annotations

import base64
import binascii
import html
import re
import struct

import nh3
from jinja2 import pass_context
from nbconvert.filters.markdown_mistune import InvalidNotebook, IPythonRenderer, MarkdownWithMath
from nbconvert.preprocessors import Preprocessor
from nbformat import NotebookNode
from nbgrader.utils import is_grade, is_solution
from pygments.token import STANDARD_TYPES
from traitlets import Bool

from grading.tests_split import split_hidden

MOST_TEXT = 20_000  # characters of one Markdown cell that are shown: renderers are slow on long hostile texts
MOST_IMAGE = 2 * 1024 * 1024  # bytes
MOST_PIXELS = 25_000_000
MOST_DEPTH = 100  # elements inside one another
MOST_ESCAPES = 1000  # changes of colour in one output

HIDDEN_LINE = "# (hidden tests follow here)"

_TEXT_TAGS = """
a abbr b blockquote br caption cite code dd del details div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins
kbd li mark ol p pre q s samp small span strong sub summary sup table tbody td tfoot th thead tr u ul var
"""
_DROPPED_WHOLE = "script style iframe object embed applet svg math template noscript textarea title select"
_CODE_CLASSES = {"highlight", *filter(None, STANDARD_TYPES.values())}
_ATTRIBUTES = {
    "*": {"id", "title"},
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    "ol": {"start"},
    "td": {"colspan", "rowspan", "style"},
    "th": {"colspan", "rowspan", "style"},
}
_LINK = re.compile(r"(https?://|mailto:|#)[^\x00-\x20]*", re.IGNORECASE)
_PICTURE_FILE = re.compile(r"(?!files/)[\w-]+(/[\w-]+)*\.(png|jpe?g)", re.ASCII | re.IGNORECASE)
_PICTURE_DATA = re.compile(r"data:(image/png|image/jpeg);base64,([A-Za-z0-9+/=\s]+)")
_WRITTEN_IN = re.compile(r"\(data:(image/png|image/jpeg);base64,([A-Za-z0-9+/=]+)\)")
_ALIGNED = re.compile(r"\s*text-align:\s*(left|right|center)\s*;?\s*")
_NUMBER = re.compile(r"[0-9]{1,4}")
_LONG_GAP = re.compile(r"[ \t]{200,}")  # takes the renderer's patterns quadratic time
# The commands of MathJax that do more than mathematics: they link, style, name elements or load extensions.
_TEX = re.compile(r"\\(href|style|class|cssId|require|bbox|mmlToken)(?![A-Za-z])")


def clean_html(markup: str) -> str:
    """HTML in which nothing runs, frames, loads from elsewhere or changes the page around it; text survives."""
    if _depth(markup) > MOST_DEPTH:
        return f"<pre>{html.escape(markup)}</pre>"
    cleaned = nh3.clean(
        markup,
        tags=set(_TEXT_TAGS.split()),
        clean_content_tags=set(_DROPPED_WHOLE.split()),
        attributes=_ATTRIBUTES,
        attribute_filter=_attribute,
        allowed_classes={tag: _CODE_CLASSES for tag in ("div", "pre", "span", "code")},
        url_schemes={"http", "https", "mailto", "data"},
        id_prefix="text-",
    )
    return _TEX.sub(r"\\text{\1 }", cleaned)


def _attribute(tag: str, name: str, value: str) -> str | None:
    if name == "href":
        if not _LINK.fullmatch(value):
            return None
        return f"#text-{value[1:]}" if value.startswith("#") else value
    if name == "src":
        data = _PICTURE_DATA.fullmatch(value)
        if data and checked_image(*data.groups()) is not None:
            return value
        return value if _PICTURE_FILE.fullmatch(value) else None
    if name == "style":
        return value if _ALIGNED.fullmatch(value) else None
    if name in ("width", "height", "colspan", "rowspan", "start"):
        return value if _NUMBER.fullmatch(value) else None
    return value


def _depth(markup: str) -> int:
    """An upper bound for how deep elements lie inside one another: opened minus closed, void elements aside."""
    deepest = depth = 0
    for closing, name in re.findall(r"<(/?)([A-Za-z][A-Za-z0-9]*)", markup):
        if name.lower() not in ("br", "hr", "img", "p", "li", "td", "th", "tr", "dt", "dd"):
            depth += -1 if closing else 1
            deepest = max(deepest, depth)
    return deepest


class _Renderer(IPythonRenderer):
    """nbconvert's renderer, which raises where an attachment is missing: here the picture's text stands in."""

    def image(self, text: str, url: str, title: str | None = None) -> str:
        try:
            return super().image(text, url, title)
        except InvalidNotebook:
            return f"[picture: {html.escape(text)}]"


@pass_context
def markdown2html(context, source: str) -> str:
    """The filter of the same name of nbconvert's HTML exporter, with a harmless result."""
    cell = context.get("cell", {})
    return render_markdown(source, checked_attachments(cell.get("attachments", {})))


def render_markdown(source: str, attachments: dict | None = None) -> str:
    """Markdown with mathematics as harmless HTML. Text beyond MOST_TEXT characters is cut, and the page says so."""
    shown = _LONG_GAP.sub(" ", source[:MOST_TEXT])
    renderer = _Renderer(escape=False, attachments=attachments or {}, exclude_anchor_links=True)
    try:
        rendered = MarkdownWithMath(renderer=renderer).render(shown)
    except RecursionError:  # nested beyond what the renderer can follow
        rendered = f"<pre>{html.escape(shown)}</pre>"
    cut = f"<p>[{len(source) - MOST_TEXT} more characters are not shown]</p>" if len(source) > MOST_TEXT else ""
    return clean_html(rendered) + cut


def checked_image(kind: str, data: str) -> str | None:
    """The base64 text of a picture if it really is a PNG or JPEG of bearable size, else None."""
    if not isinstance(data, str) or len(data) > 2 * MOST_IMAGE:
        return None
    try:
        raw = base64.b64decode("".join(data.split()), validate=True)
    except (binascii.Error, ValueError):
        return None
    if len(raw) > MOST_IMAGE:
        return None
    if kind == "image/png" and raw.startswith(b"\x89PNG\r\n\x1a\n") and raw[12:16] == b"IHDR" and len(raw) > 32:
        width, height = struct.unpack(">II", raw[16:24])
        fits = 0 < width * height <= MOST_PIXELS
    else:
        fits = kind == "image/jpeg" and raw.startswith(b"\xff\xd8\xff")
    return base64.b64encode(raw).decode() if fits else None


def pictures_apart(text: str) -> tuple[str, dict[str, dict[str, str]]]:
    """(Markdown without the pictures that are written into it as data, these as attachments); some editors paste so."""
    found: dict[str, dict[str, str]] = {}

    def attached(match: re.Match) -> str:
        image = checked_image(match[1], match[2])
        if image is None:
            return match[0]
        name = f"written-in-{len(found) + 1}.{match[1].removeprefix('image/')}"
        found[name] = {match[1]: image}
        return f"(attachment:{name})"

    return _WRITTEN_IN.sub(attached, text), found


def checked_attachments(attachments) -> dict[str, dict[str, str]]:
    """The pictures among a cell's attachments: {name: {kind: base64}}; everything else is left out."""
    kept: dict[str, dict[str, str]] = {}
    for name, bundle in attachments.items() if isinstance(attachments, dict) else ():
        for kind in ("image/png", "image/jpeg"):
            image = checked_image(kind, bundle[kind]) if isinstance(bundle, dict) and kind in bundle else None
            if image is not None:
                name = str(name).encode("utf-8", "replace").decode()  # half a surrogate pair can't be written to a file
                kept[name] = {kind: image}
                break
    return kept


def clean_outputs(outputs: list) -> list[NotebookNode]:
    """The outputs that may be stored and shown: text, cleaned HTML, checked pictures, streams and errors."""
    cleaned = (_clean_output(output) for output in outputs)
    return [NotebookNode(output) for output in cleaned if output is not None]


def _clean_output(output) -> dict | None:
    kind = output.get("output_type")
    if kind == "stream":
        name = "stderr" if output.get("name") == "stderr" else "stdout"
        return {"output_type": "stream", "name": name, "text": _terminal(output.get("text"))}
    if kind == "error":
        traceback = [_terminal(line) for line in output.get("traceback") or []]
        return {
            "output_type": "error",
            "ename": _text(output.get("ename")),
            "evalue": _text(output.get("evalue")),
            "traceback": traceback,
        }
    if kind not in ("display_data", "execute_result"):
        return None
    data = {}
    for mime, value in (output.get("data") or {}).items():
        if mime in ("image/png", "image/jpeg"):
            value = checked_image(mime, _text(value))
        elif mime == "text/html":
            value = clean_html(_text(value))
        elif mime == "text/latex":
            value = _TEX.sub(r"\\text{\1 }", _text(value))
        else:
            value = _terminal(value) if mime in ("text/plain", "text/markdown") else None
        if value is not None:
            data[mime] = value
    if not data:
        return None
    count = {"execution_count": None} if kind == "execute_result" else {}
    return {"output_type": kind, "data": data, "metadata": {}, **count}


def _terminal(value) -> str:
    """The text, without its colours where they change more often than a renderer can follow in bearable time."""
    text = _text(value)
    return text.replace("\x1b", "") if text.count("\x1b") > MOST_ESCAPES else text


def _text(value) -> str:
    return "".join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value)


class CleanNotebook(Preprocessor):
    """Leaves in a notebook only what may be stored and shown: checked outputs and attachments, no widgets."""

    enabled = Bool(True, help="Always on: pages are not safe to open without it.")

    def preprocess(self, nb: NotebookNode, resources):
        """Clean the notebook in place."""
        nb.metadata.pop("widgets", None)
        return super().preprocess(nb, resources)

    def preprocess_cell(self, cell: NotebookNode, resources, cell_index: int):
        """Clean one cell in place."""
        if cell.cell_type == "code":
            cell.outputs = clean_outputs(cell.outputs)
            if not isinstance(cell.get("execution_count"), int):
                cell.execution_count = None
        elif "attachments" in cell:
            cell.attachments = NotebookNode(checked_attachments(cell.attachments))
        return cell, resources


class CutHiddenTests(Preprocessor):
    """Cuts the hidden part out of every test cell, for pages that students get."""

    enabled = Bool(True, help="Always on: students would see the hidden tests without it.")

    def preprocess_cell(self, cell: NotebookNode, resources, cell_index: int):
        """Replace the hidden part by one line that says that there is one."""
        if cell.cell_type == "code" and is_grade(cell) and not is_solution(cell):
            visible, hidden = split_hidden(cell.source)
            if hidden.strip():
                cell.source = f"{visible.rstrip()}\n{HIDDEN_LINE}".lstrip("\n")
        return cell, resources
