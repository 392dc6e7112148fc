"""Jinja as it is, without the work it repeats for every page."""

from __future__ import annotations

import re
from collections.abc import MutableMapping
from functools import cache
from typing import TYPE_CHECKING, Any, Final, cast

from builder.model.pages import Frame
from builder.theme import Theme

if TYPE_CHECKING:
    from jinja2 import Environment
    from jinja2.environment import TemplateModule
    from jinja2.runtime import Context, Macro

# What HTML cannot hold: control characters and what Unicode keeps for no character at all.
_CONTROLS: Final = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
_CONTROL: Final = re.compile(f"[{_CONTROLS}]")
_SPECIAL: Final = re.compile(f"[&<>\"'{_CONTROLS}]")


def quick_environment(theme: Theme, *, site: Frame) -> Environment:
    """Give the environment in which the templates of a theme are rendered.

    Everything is escaped that is not marked as safe; a name that does not exist is an error.
    """
    from jinja2 import FunctionLoader, StrictUndefined

    sources = {each.name: (each.text, each.file, None) for each in theme.templates}
    environment = _environment_class()(
        loader=FunctionLoader(sources.get),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals["site"] = site
    environment.globals["once"] = Once()
    return environment


class Once:
    """Calls a macro once for each value, however many pages show the value.

    An event stands in some eight lists, an article in the sources of some five events; the same
    value gives the same HTML everywhere. Values are told apart by identity: they live as long as
    their plan does, and comparing them would cost more than rendering them.
    """

    def __init__(self) -> None:
        self._made: dict[tuple[object, ...], tuple[object, object, str]] = {}

    def __call__(self, macro: Macro, value: object, *others: object) -> str:
        """Give what `macro(value, *others)` gives; the others are texts, numbers, flags."""
        key = (id(macro), id(value), *others)
        found = self._made.get(key)
        if found is None:
            # Macro and value are held, so that no other can have their identity.
            found = self._made[key] = (macro, value, macro(value, *others))
        return found[2]


@cache
def _environment_class() -> type[Environment]:
    """Made when first needed: a command that renders nothing does not import Jinja."""
    from jinja2 import Environment, Template
    from markupsafe import Markup, escape

    def quick_escape(value: object) -> str:
        """Escape what needs it only.

        `markupsafe.escape` makes a `Markup` of every text it is given; most have nothing to
        escape, and all are only joined afterwards. A third of the rendering was that.
        """
        kind = value.__class__
        if kind is str:
            text = cast(str, value)
            if _SPECIAL.search(text) is None:
                return text
            return escape(_CONTROL.sub("\ufffd", text))
        if kind is Markup:
            return value  # type: ignore[return-value]
        return str(value) if kind is int else escape(value)

    class QuickTemplate(Template):
        @classmethod
        def _from_namespace(
            cls,
            environment: Environment,
            namespace: MutableMapping[str, Any],
            globals: MutableMapping[str, Any],
        ) -> Template:
            # A compiled template finds the function under this name among its own.
            namespace["escape"] = quick_escape
            return super()._from_namespace(environment, namespace, globals)

        def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
            # An import would compare its own globals with the page's, which are the same.
            return super()._get_default_module()

    class QuickEnvironment(Environment):
        template_class = QuickTemplate

        def __init__(self, **options: Any) -> None:
            super().__init__(**options)
            self._templates: dict[str, Template] = {}

        def get_template(
            self,
            name: str | Template,
            parent: str | None = None,
            globals: MutableMapping[str, Any] | None = None,
        ) -> Template:
            """Find a template; every page asks for the same few, which never change."""
            if isinstance(name, Template):
                return name
            found = self._templates.get(name)
            if found is None:
                found = self._templates[name] = super().get_template(name, parent, globals)
            return found

    return QuickEnvironment
