"""The house stands as its plan says: the order of imports, the registries, files one can read at a sitting."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import edition
from edition.exports import EXPORTS
from edition.kinds import KINDS
from edition.pages import ON_REQUEST, PAGE_TYPES
from tests.small import HOUSE

PACKAGE = HOUSE / "edition"
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST = 400


def order() -> list[str]:
    """The modules in the order of their imports, as the package's docstring lists them."""
    listed = re.findall(r"(?m)^    ([a-z_]+)  +\S", edition.__doc__ or "")
    assert len(listed) > 20
    return listed


def top(path: Path) -> str:
    """The name, right below the package, of the module or subpackage a file belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """What a file imports of the package: line, name right below the package."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: imports are absolute"
            parts = (node.module or "").split(".")
            if parts[0] == "edition":
                yield from ((node.lineno, name) for name in (parts[1:2] or [alias.name for alias in node.names]))
        elif isinstance(node, ast.Import):
            names = [alias.name.split(".") for alias in node.names]
            yield from ((node.lineno, parts[1]) for parts in names if parts[0] == "edition" and len(parts) > 1)


def test_the_list_of_modules_is_whole() -> None:
    assert sorted(order()) == sorted({top(path) for path in MODULES} - {"__init__"})


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_module_imports_only_those_above_it(path: Path) -> None:
    if path == PACKAGE / "__init__.py":
        assert not list(imports(path))
        return
    listed = order()
    own = top(path)
    above = {*listed[: listed.index(own)], own}
    below = [f"line {line} imports {name}" for line, name in imports(path) if name not in above]
    assert not below


def submodules(package: str) -> set[str]:
    return {p.stem for p in (PACKAGE / package).glob("*.py")} - {"__init__"}


def test_every_kind_has_a_file_and_a_folder_of_its_name() -> None:
    assert {kind.folder for kind in KINDS} <= submodules("kinds")
    assert len({kind.folder for kind in KINDS}) == len(KINDS)
    for kind in KINDS:
        assert kind.read.__module__ == f"edition.kinds.{kind.folder}"


def defines(path: Path, name: str) -> bool:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return any(isinstance(node, ast.FunctionDef) and node.name == name for node in tree.body)


@pytest.mark.parametrize(
    "package, function, registered",
    [
        ("pages", "pages", [page_type.name for page_type in (*PAGE_TYPES, *ON_REQUEST)]),
        ("exports", "artifacts", [export.__module__.removeprefix("edition.exports.") for export in EXPORTS]),
    ],
)
def test_every_page_type_and_export_has_a_file_and_every_such_file_is_registered(
    package: str, function: str, registered: list[str]
) -> None:
    files = {name for name in submodules(package) if defines(PACKAGE / package / f"{name}.py", function)}
    assert sorted(registered) == sorted(files)


def test_every_template_of_a_page_is_used_and_every_template_that_is_used_is_there() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in (PACKAGE / "pages").glob("*.py"))
    named = set(re.findall(r'"([a-z_-]+\.html)"', source))
    there = {path.name for path in (HOUSE / "templates" / "pages").glob("*.html")}
    assert there <= named, f"no page uses {sorted(there - named)}"


@pytest.mark.parametrize(
    "path", [*MODULES, *sorted((HOUSE / "tests").rglob("*.py"))], ids=lambda p: p.relative_to(HOUSE).as_posix()
)
def test_no_file_is_too_long_to_read_at_a_sitting(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= LONGEST, f"{path.name} has {lines} lines: divide it"


def test_the_build_never_asks_for_todays_date() -> None:
    for path in MODULES:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"\.(today|now|utcnow)\(", text), path.name
