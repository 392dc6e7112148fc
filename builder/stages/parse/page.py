"""A file of `content/pages/` to a `TextPage`."""

from __future__ import annotations

from builder.fields.tables import PAGE
from builder.markdown import prose
from builder.model.content import TextPage
from builder.model.inputs import InputFile
from builder.problems import InputText, Problem, has_errors, problem
from builder.stages.parse.text import decode, front_matter, with_plain_line_ends


def parse_page(file: InputFile, folder: str) -> tuple[TextPage | None, tuple[Problem, ...]]:
    """Read one page of running text; its name is its path below `folder`."""
    decoded = decode(file)
    if isinstance(decoded, Problem):
        return None, (decoded,)
    origin = InputText(decoded.path, with_plain_line_ends(decoded.text))
    front, problems = front_matter(origin, PAGE)
    if front is None or has_errors(problems):
        return None, problems
    text = origin.text[front.body_start :]
    name = file.path[len(folder) + 1 :].rsplit(".", 1)[0]
    if "index" in name.casefold().split("/") and name.casefold() != "index":
        message = f"'{name}' cannot be the name of a page: 'index' is the list of a folder"
        place = origin.position(0)
        return None, (*problems, problem("bad-id", message, place, hint="rename the file"))
    body = prose(text)
    if body.is_refused:
        message = "the text would take too long to read as Markdown; it is shown as it stands"
        place = origin.position(front.body_start)
        problems = (*problems, problem("refused-markdown", message, place))
    title = front.record.text("title") or name.rsplit("/", 1)[-1].replace("-", " ").capitalize()
    page = TextPage(
        name=name,
        origin=origin,
        title=title,
        body=body,
        url=front.record.text("url"),
        draft=front.record.flag("draft"),
    )
    return page, problems
