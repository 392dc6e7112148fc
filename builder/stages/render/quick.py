"""Jinja as it is, without the work it repeats for every page.

The quick environment gives what Jinja gives, or fails where Jinja would have looked further (an
attribute that may be an item, a name that may be undefined); then the plain one says what is so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, MutableMapping
from functools import cache
from keyword import iskeyword
from typing import TYPE_CHECKING, Any, Final

from builder.model.pages import Frame
from builder.theme import Theme

if TYPE_CHECKING:
    from jinja2 import Environment
    from jinja2.environment import TemplateModule
    from jinja2.runtime import Context, Macro

# What HTML cannot hold: control characters and what Unicode keeps for no character at all.
_CONTROLS: Final = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
_CONTROL: Final = re.compile(f"[{_CONTROLS}]")


def quick_environment(theme: Theme, *, site: Frame) -> Environment:
    """Give the environment in which the templates of a theme are rendered first."""
    return _environment(_environment_classes()[0], theme, site)


def plain_environment(theme: Theme, *, site: Frame) -> Environment:
    """Give the environment in which a page is rendered again that failed in the quick one."""
    return _environment(_environment_classes()[1], theme, site)


def _environment(kind: type[Environment], theme: Theme, site: Frame) -> Environment:
    """Everything is escaped that is not marked as safe; a name that does not exist is an error."""
    from jinja2 import FunctionLoader, StrictUndefined

    sources = {each.name: (each.text, each.file, None) for each in theme.templates}
    environment = kind(
        loader=FunctionLoader(sources.get),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals["site"] = site
    environment.globals["once"] = Once()
    environment.globals["part"] = Parts(environment)
    return environment


class Parts:
    """Renders a part of pages once for the same variables: a site's header is some ten texts.

    The part sees `site` and what it is given, not the page.
    """

    def __init__(self, environment: Environment) -> None:
        self._environment = environment
        self._made: dict[tuple[object, ...], str] = {}

    def __call__(self, name: str, /, **variables: object) -> str:
        """Give the part rendered; the variables are texts, numbers, flags."""
        # Told apart by their types as well: safe text equals text that must be escaped.
        key = (name, *variables.items(), *map(type, variables.values()))
        found = self._made.get(key)
        if found is None:
            made = self._environment.get_template(name).make_module(variables)
            found = self._made[key] = made.__html__()
        return found


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
        key = (id(macro), id(value), *others, *map(type, others))
        found = self._made.get(key)
        if found is None:
            # Macro and value are held, so that no other can have their identity.
            found = self._made[key] = (macro, value, macro(value, *others))
        return found[2]


@cache
def _environment_classes() -> tuple[type[Environment], type[Environment]]:
    """The quick one and the plain one.

    Made when first needed: a command that renders nothing does not import Jinja.
    """
    from jinja2 import Environment, Template
    from jinja2.compiler import CodeGenerator
    from jinja2.compiler import Frame as CompiledFrame
    from jinja2.nodes import Getattr
    from jinja2.runtime import Context
    from markupsafe import Markup, escape

    def quick_escape(value: Any) -> str:
        """Escape what needs it only.

        `markupsafe.escape` makes a `Markup` of every text it is given; most have nothing to
        escape, and all are only joined afterwards. A third of the rendering was that.
        """
        kind = value.__class__
        if kind is str:
            if not (
                "&" in value or "<" in value or ">" in value or '"' in value or "'" in value
            ) and (value.isprintable() or _CONTROL.search(value) is None):
                return value  # type: ignore[no-any-return]
            return escape(_CONTROL.sub("\ufffd", value))
        if kind is Markup:
            return value  # type: ignore[no-any-return]
        return str(value) if kind is int else escape(value)

    class QuickContext(Context):
        def call(self, function: Callable[..., Any], /, *args: Any, **options: Any) -> Any:
            """Call what a template calls; nothing here asks for the context besides."""
            options.pop("_loop_vars", None)
            options.pop("_block_vars", None)
            return function(*args, **options)

    class QuickGenerator(CodeGenerator):
        def visit_Getattr(self, node: Getattr, frame: CompiledFrame) -> None:
            """Write `a.b` as Python's own, where Jinja writes a call that also looks for a["b"]."""
            if iskeyword(node.attr):
                super().visit_Getattr(node, frame)
                return
            self.write("(")
            self.visit(node.node, frame)
            self.write(f").{node.attr}")

    class CleanTemplate(Template):
        @classmethod
        def _from_namespace(
            cls,
            environment: Environment,
            namespace: MutableMapping[str, Any],
            globals: MutableMapping[str, Any],
        ) -> Template:
            # A compiled template finds the function under this name among its own.
            namespace["escape"] = quick_escape
            # Every page copies them; from the chain that Jinja makes, slowly.
            return super()._from_namespace(environment, namespace, dict(globals))

        def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
            # An import would compare its own globals with the page's, which are the same.
            return super()._get_default_module()

    class PlainEnvironment(Environment):
        template_class = CleanTemplate

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

    class QuickEnvironment(PlainEnvironment):
        context_class = QuickContext
        code_generator_class = QuickGenerator

    return QuickEnvironment, PlainEnvironment
