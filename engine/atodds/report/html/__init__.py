"""The run as one HTML page that needs no network: ranges, sides, quotes as diffs, the articles themselves."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from atodds.errors import AtoddsError
from atodds.report.html.pages import page_of

if TYPE_CHECKING:
    from jinja2 import Template

    from atodds.model.finding import Run


def as_html(run: Run) -> str:
    """Return the page; raises AtoddsError where the extra `report` is not installed."""
    return _template().render(page=page_of(run))


@cache
def _template() -> Template:
    try:
        from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise AtoddsError('html reports need the extra "report": pip install "atodds[report]"') from error
    environment = Environment(
        loader=PackageLoader("atodds.report.html", ""),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    folder = files("atodds.report.html")
    environment.globals["style"] = (folder / "page.css").read_text(encoding="utf-8")
    environment.globals["script"] = (folder / "page.js").read_text(encoding="utf-8")
    return environment.get_template("page.html.j2")
