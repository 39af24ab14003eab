"""What is left of markup, mathematics, outputs and hidden tests."""

import base64
import re
import struct
import time

import nbformat
import pytest
from bs4 import BeautifulSoup
from jinja2 import Environment
from nbformat import from_dict
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from pygments.token import STANDARD_TYPES

from grading.sanitize import (
    HIDDEN_LINE,
    MOST_PIXELS,
    MOST_TEXT,
    CleanNotebook,
    CutHiddenTests,
    checked_attachments,
    checked_image,
    clean_html,
    clean_outputs,
    markdown2html,
    render_markdown,
)


def png(width=1, height=1):
    """The base64 text of something that begins as a PNG does."""
    raw = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", width, height) + b"\x08\x06\0\0\0" + b"\0" * 20
    return base64.b64encode(raw).decode()


JPEG = base64.b64encode(b"\xff\xd8\xff\xe0" + b"\0" * 20).decode()

ALLOWED_ATTRIBUTES = {"id", "title", "href", "rel", "src", "alt", "width", "height", "start", "colspan", "rowspan"} | {
    *("style", "class"),
}


def assert_harmless(markup: str) -> BeautifulSoup:
    """Check by parsing that nothing in the markup runs, frames, fetches or restyles the page."""
    soup = BeautifulSoup(markup, "html.parser")
    for element in soup.find_all(True):
        assert element.name not in {
            *(
                "script",
                "style",
                "iframe",
                "frame",
                "object",
                "embed",
                "applet",
                "svg",
                "math",
                "form",
                "input",
                "button",
            ),
            *(
                "textarea",
                "select",
                "base",
                "meta",
                "link",
                "template",
                "noscript",
                "video",
                "audio",
                "source",
                "foreignobject",
            ),
            *("title", "body", "html", "head", "marquee", "dialog", "portal", "animate", "set"),
        }, element
        for name, value in element.attrs.items():
            assert name in ALLOWED_ATTRIBUTES, element
            if name == "href":
                assert re.match(r"https?://|mailto:|#text-", value, re.IGNORECASE), element
            if name == "src":
                assert re.match(r"data:image/(png|jpeg);base64,[A-Za-z0-9+/=]+$|[\w/-]+\.(png|jpe?g)$", value), element
            if name == "style":
                assert re.fullmatch(r"text-align: ?(left|right|center);?", value), element
            if name == "class":
                assert set(value) <= {"", "highlight", *STANDARD_TYPES.values()}, element
            if name == "id":
                assert value.startswith("text-"), element
    assert not re.search(r"\\(href|style|class|cssId|require|bbox|mmlToken)(?![A-Za-z])", markup)
    return soup


ATTACKS = [
    "<script>alert(1)</script>",
    "<ScRiPt src=//e.example/x.js></sCrIpT>",
    "<img src=x onerror=alert(1)>",
    "<img src=http://e.example/seen.png>",
    "<img src=/formgrader/api/assignments>",
    "<img src='data:image/svg+xml;base64,PHN2Zz4='>",
    "<svg><script>alert(1)</script></svg>",
    "<svg onload=alert(1)>",
    "<svg><foreignObject><iframe src=javascript:alert(1)></iframe></foreignObject></svg>",
    "<math><maction actiontype=statusline xlink:href=javascript:alert(1)>x</maction></math>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data=javascript:alert(1)></object><embed src=javascript:alert(1)>",
    "<a href=javascript:alert(1)>x</a>",
    "<a href=' JaVa\tScRiPt:alert(1)'>x</a>",
    "<a href='&#106;avascript:alert(1)'>x</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<a href='vbscript:x'>x</a>",
    "<a href='files/javascript:alert(1)'>x</a>",
    "<a href='/files/javascript:alert(1)'>x</a>",
    "<img src='files/files/x.png'>",
    "<a href=evil.html>x</a>",
    "<a href=//e.example/>x</a>",
    "[x](javascript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "![x](javascript:alert(1))",
    "![x](http://e.example/seen.png)",
    "<javascript:alert(1)>",
    "[x]: javascript:alert(1)\n\n[x]",
    "<style>*{display:none}</style>",
    "<div style='position:fixed;top:0;left:0;width:100%;height:100%'>x</div>",
    "<div class='navbar navbar-fixed-top modal'>100 points</div>",
    "<td style='text-align:left;background:url(//e.example)'>x</td>",
    "<link rel=stylesheet href=//e.example/x.css>",
    "<base href=//e.example/>",
    "<meta http-equiv=refresh content='0;url=//e.example'>",
    "<form action=/api><input id=q1__values name=q1><button formaction=javascript:alert(1)>b</button></form>",
    "<div id=q1__values data-link=x data-toggle=tooltip>x</div>",
    "<details open ontoggle=alert(1)>x</details>",
    "<video><source onerror=alert(1)></video>",
    "```mermaid\n<img src=x onerror=alert(1)>\n```",
    "```html\n<script>alert(1)</script>\n```",
    "`<script>alert(1)</script>`",
    "$<script>alert(1)</script>$",
    "$$<img src=x onerror=alert(1)>$$",
    "\\begin{align}<svg onload=alert(1)>\\end{align}",
    r"$\href{javascript:alert(1)}{x}$",
    r"$\hr<!-- -->ef{javascript:alert(1)}{x}$",
    r"<span>$\&#104;ref{javascript:alert(1)}{x}$</span>",
    r"$\mmlToken{mi}[href=javascript:alert(1)]{x} \style{position:fixed}{x} \class{modal}{x} \require{html}$",
    "<!--><script>alert(1)</script>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<p/onclick=alert(1)>x",
    "<x-y onclick=alert(1)>x</x-y>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<h1>q1__values</h1>\n\n# q1__values",
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_runs(attack):
    """Is every known trick harmless, as Markdown, as HTML, and after nbconvert's own change of links?"""
    from nbconvert.filters import strip_files_prefix

    assert_harmless(strip_files_prefix(render_markdown(attack)))
    assert_harmless(clean_html(attack))
    assert_harmless(clean_html(clean_html(attack)))
    assert_harmless(render_markdown(f"- a\n\n> {attack}\n\n|a|\n|-|\n|{attack}|"))


@pytest.mark.parametrize(
    "text",
    [
        "$a<b$",
        "$a < b > c & d$",
        r"$$\text{softmax}(z)_i = \frac{e^{z_i}}{\sum_j e^{z_j}}$$",
        "\\begin{align}\na &< b \\\\\nc &= \\mathbf{U}^\\top\\delta\n\\end{align}",
        r"$x_i * y_i * z_i$ and $\{1, 2\}$",
    ],
)
def test_mathematics_survives(text):
    """Does the text of a formula arrive at the browser letter for letter?"""
    assert text in BeautifulSoup(render_markdown(text), "html.parser").get_text()


def test_ordinary_markdown_survives():
    """Do headings, emphasis, lists, tables, links, code and pictures look as before?"""
    source = (
        "# Head\n\n*em* **strong** ~~gone~~ `code` [link](https://a.example/?b=1&c=2) [there](#Head)\n\n1. one\n2. two\n\n"
        "|left|right|\n|:-|-:|\n|1|2|\n\n```python\ndef f(): pass\n```\n\n![plot](figures/plot.png)\n\nH<sub>2</sub>O"
    )
    soup = assert_harmless(render_markdown(source))
    assert [soup.find(tag).get_text() for tag in ("h1", "em", "strong", "del", "li", "sub")] == [
        *("Head", "em", "strong", "gone", "one", "2"),
    ]
    assert [a["href"] for a in soup.find_all("a")] == ["https://a.example/?b=1&c=2", "#text-Head"]
    assert soup.find("img")["src"] == "figures/plot.png"
    assert soup.find("span", class_="k").get_text() == "def"
    assert soup.find_all("td")[1]["style"] == "text-align:right"


def test_attached_pictures_are_shown_and_missing_ones_named():
    """Is a checked attachment shown, and does a missing one not stop the page?"""
    source = "![mine](attachment:a.png) ![other](attachment:b.png)"
    html = render_markdown(source, checked_attachments({"a.png": {"image/png": png()}}))
    assert f'src="data:image/png;base64,{png()}"' in html
    assert "[picture: other]" in html


def test_the_filter_reads_the_cells_attachments():
    """Does the filter that nbconvert calls take the attachments of the cell at hand, checked?"""
    environment = Environment()
    environment.filters["markdown2html"] = markdown2html
    template = environment.from_string("{{ '![x](attachment:a.png)' | markdown2html }}")
    assert png() in template.render(cell={"attachments": {"a.png": {"image/png": png()}}})
    assert "[picture: x]" in template.render(cell={"attachments": {"a.png": {"image/png": "bm8="}}})
    assert "[picture: x]" in template.render()


@pytest.mark.parametrize(
    "text",
    [
        "$$" * 25_000,
        "[" * 50_000,
        "a" + " " * 49_000 + "b",
        "\\begin{a}" * 5000,
        "<div>" * 9000,
        ">" * 50_000,
        "`a" * 25_000,
    ],
    ids=["dollars", "brackets", "blanks", "begins", "divs", "quotes", "ticks"],
)
def test_hostile_lengths_do_not_hang_a_page(text):
    """Is a text that is made to be slow shown in bearable time, and what was cut said?"""
    start = time.process_time()
    html = render_markdown(text)
    assert time.process_time() - start < 5
    assert ("more characters are not shown" in html) == (len(text) > MOST_TEXT)
    BeautifulSoup(html, "html.parser").decode()


def test_few_changes_of_colour_are_kept_and_very_many_are_not():
    """Are an error's colours kept, and outputs made of nothing but changes of colour shown without them?"""
    red = "\x1b[31mred\x1b[0m"
    kept, dropped = clean_outputs(
        [{"output_type": "stream", "name": "stdout", "text": text} for text in (red, red * 100_000)]
    )
    assert kept.text == red
    assert "\x1b" not in dropped.text and "red" in dropped.text


def test_pictures_are_checked_by_their_bytes():
    """Are only real PNG and JPEG data of bearable size taken?"""
    assert checked_image("image/png", png()) == png()
    assert checked_image("image/png", png()[:40] + "\n" + png()[40:]) == png()
    assert checked_image("image/jpeg", JPEG) == JPEG
    for kind, data in [
        ("image/png", JPEG),
        ("image/jpeg", png()),
        ("image/svg+xml", png()),
        ("image/png", '" onerror="alert(1)'),
        ("image/png", ""),
        ("image/png", png(MOST_PIXELS, 2)),
        ("image/png", png() + "A" * 4_000_000),
        ("image/png", ["x"]),
    ]:
        assert checked_image(kind, data) is None


def test_names_of_attachments_can_be_written():
    """Is a name that no file can hold mended, so that the notebook can be stored?"""
    (name,) = checked_attachments({"a\ud800.png": {"image/png": png()}})
    assert name.encode() == b"a?.png"


def test_only_checked_outputs_are_left():
    """Do text, cleaned HTML, pictures, streams and errors stay, and everything else go?"""
    data = {
        "text/plain": "plain",
        "text/html": "<b>bold</b><script>alert(1)</script>",
        "text/latex": r"$\href{javascript:alert(1)}{x}$",
        "text/markdown": "*m*",
        "image/png": png(),
        "image/jpeg": "no jpeg",
        "image/svg+xml": "<svg onload=alert(1)>",
        "application/javascript": "alert(1)",
        "application/json": {"a": 1},
        "application/vnd.jupyter.widget-view+json": {"model_id": "x"},
        "text/vnd.mermaid": "x",
    }
    outputs = [
        {
            "output_type": "execute_result",
            "data": data,
            "metadata": {"image/png": {"width": "1 onerror=x"}},
            "execution_count": 3,
        },
        {"output_type": "display_data", "data": {"application/javascript": "alert(1)"}, "metadata": {}},
        {"output_type": "stream", "name": "<b>", "text": ["a", "b"]},
        {"output_type": "error", "ename": "E", "evalue": "v", "traceback": ["t"], "extra": 1},
        {"output_type": "update_display_data", "data": {}, "metadata": {}},
    ]
    result, stream, error = clean_outputs([from_dict(output) for output in outputs])
    assert set(result["data"]) == {"text/plain", "text/html", "text/latex", "text/markdown", "image/png"}
    assert result["data"]["text/html"] == "<b>bold</b>"
    assert "\\href" not in result["data"]["text/latex"]
    assert result.metadata == {}
    assert (stream.name, stream.text) == ("stdout", "ab")
    assert set(error) == {"output_type", "ename", "evalue", "traceback"}


def test_a_cleaned_notebook_is_valid():
    """Is the notebook, cleaned of widgets, odd outputs and attachments, still a notebook?"""
    cell = new_code_cell("1")
    cell.outputs = [from_dict({"output_type": "display_data", "data": {"image/svg+xml": "<svg>"}, "metadata": {}})]
    note = new_markdown_cell("x", attachments={"a.svg": {"image/svg+xml": "<svg>"}})
    notebook = new_notebook(cells=[cell, note], metadata={"widgets": {"x": {}}})
    cleaned, _ = CleanNotebook().preprocess(notebook, {})
    assert (cleaned.cells[0].outputs, cleaned.cells[1].attachments, cleaned.metadata) == ([], {}, {})
    nbformat.validate(cleaned)


def test_hidden_tests_are_cut_from_test_cells_only():
    """Is the hidden part gone from tests, however it is written, and a student's cell with the markers left alone?"""
    hidden = "### BEGIN HIDDEN TESTS\nassert f(271828)\n### END HIDDEN TESTS"
    test = {"nbgrader": {"grade_id": "a", "grade": True, "solution": False}}
    cells = [
        new_code_cell(f"assert f(1)\n{hidden}", metadata=test),
        new_code_cell(f"assert f(1)\n{hidden.rsplit(chr(10), 1)[0]}", metadata=test),
        new_code_cell(hidden, metadata=test),
        new_code_cell(hidden),
    ]
    cut, _ = CutHiddenTests().preprocess(new_notebook(cells=cells), {})
    assert [cell.source for cell in cut.cells] == [f"assert f(1)\n{HIDDEN_LINE}"] * 2 + [HIDDEN_LINE, hidden]
