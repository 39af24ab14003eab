"""Lets a cell go on without an import that fails, if the cell has no use for what it would import.

Bound into the sandbox beside `launch.py` and imported there: it imports nothing of `grading`. What a cell says then is
read by `grading.attempt`.
"""

from __future__ import annotations

import ast
import re

_SAID = "(left out: {}; this import fails where notebooks are graded, and the cell does not use it)"
_READ = re.compile(re.escape(_SAID).replace(r"\{\}", r"([\w., *]{1,200})"))
_INSTALLERS = ("pip", "conda", "mamba")


def left_out(statement: str) -> None:
    """Say in the cell's output that an import was left out."""
    print(_SAID.format(statement))


def read_left_out(text: str) -> list[str]:
    """The imports that a cell's output says were left out."""
    return _READ.findall(text)


class OptionalImports(ast.NodeTransformer):
    """Lets imports at the top level of a cell fail, each of whose names stands nowhere else in the cell."""

    def visit_Module(self, module: ast.Module) -> ast.Module:
        used = _used_names(module)
        module.body = [made for node in module.body for made in _parts(node, used)]
        return module


def _parts(node: ast.stmt, used: set[str]) -> list[ast.stmt]:
    """The statement, or for an import one statement for each name, those of no use inside a `try`."""
    if not isinstance(node, ast.Import | ast.ImportFrom) or getattr(node, "module", "") == "__future__":
        return [node]
    parts = []
    for alias in node.names:
        one = ast.Import([alias]) if isinstance(node, ast.Import) else ast.ImportFrom(node.module, [alias], node.level)
        ast.copy_location(one, node)
        if alias.name != "*" and (alias.asname or alias.name.split(".")[0]) not in used:
            said = ast.parse(f"__import__('sys').modules[{__name__!r}].left_out({ast.unparse(one)!r})").body
            handler = ast.ExceptHandler(ast.Name("ImportError", ast.Load()), None, said)
            one = ast.copy_location(ast.Try([one], [handler], [], []), node)
            for made in ast.walk(one):
                ast.copy_location(made, node)
        parts.append(one)
    return parts


def _used_names(module: ast.Module) -> set[str]:
    """Names that a cell reads or deletes, and the words that it hands to IPython's magics, but for installers."""
    used: set[str] = set()
    for node in ast.walk(module):
        if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Store):
            used.add(node.id)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and "magic" in node.func.attr:
            words = [word for given in node.args for word in re.findall(r"\w+", str(getattr(given, "value", "")))]
            used.update(words if words[:1] and words[0] not in _INSTALLERS else [])
    return used
