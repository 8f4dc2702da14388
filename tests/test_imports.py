"""The import rules, read from the source: data goes one way, one file owns one library."""

import ast
import graphlib
import importlib
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src"
ROOMS: Mapping[str, tuple[str, ...]] = {
    "errors": (),
    "model": ("errors",),
    "text": (),
    "workspace": ("text",),
    "workers": ("workspace",),
    "checks": ("text", "workers"),
    "stamp": ("workspace", "workers"),
    "brand": ("text", "workspace", "workers", "checks", "stamp"),
    "load": ("text", "workspace", "brand"),
    "typeset": ("text", "workspace", "workers", "checks"),
    "impose": ("workspace", "workers", "checks"),
    "build": ("text", "workspace", "workers", "checks", "stamp", "brand", "load"),
    "author": (
        *("text", "workspace", "workers", "checks", "stamp", "brand", "load"),
        "build",
    ),
    "cli": ("workspace", "build", "author"),
}
"""Which rooms a room imports, besides the first two: only those that stand above it here."""

OWNERS: Mapping[str, tuple[str, ...]] = {
    "PIL": ("plainleaf.checks.facts.picture", "plainleaf.impose.picture", "plainleaf.brand.logo"),
    "babel": (
        "plainleaf.text.languages",
        "plainleaf.load.catalogue",
        "plainleaf.text.locales",
        "plainleaf.text.meant",
        "plainleaf.text.measures",
        "plainleaf.author.header",
        "plainleaf.author.translate",
    ),
    "click": ("plainleaf.cli",),
    "coloraide": ("plainleaf.brand.darken",),
    "cssselect2": ("plainleaf.brand.logo",),
    "dask": ("plainleaf.workers.cluster",),
    "defusedxml": ("plainleaf.brand.logo",),
    "distributed": ("plainleaf.workers.cluster",),
    "fontTools": (
        "plainleaf.workspace.coverage",
        "plainleaf.text.locales",
        "plainleaf.brand.logo",
        "plainleaf.text.scripts",
    ),
    "jinja2": ("plainleaf.typeset.compose",),
    "markdown_it": ("plainleaf.text.markdown",),
    "markupsafe": ("plainleaf.typeset.compose",),
    "mdit_py_plugins": ("plainleaf.text.markdown",),
    "msgspec": ("plainleaf.text.datafile", "plainleaf.workers.codec"),
    "page": ("plainleaf.checks.facts.pdfua",),
    "pikepdf": (
        "plainleaf.checks.facts",
        "plainleaf.impose",
        "plainleaf.brand.logo",
        "plainleaf.workers.qpdf",
    ),
    "platformdirs": ("plainleaf.build.seal",),
    "psutil": ("plainleaf.workers.process",),
    "pydyf": ("plainleaf.typeset.engine",),
    "pypdfium2": (
        "plainleaf.checks.facts.clip",
        "plainleaf.checks.facts.copier",
        "plainleaf.checks.facts.ink",
        "plainleaf.checks.facts.photocopy",
        "plainleaf.checks.facts.picture",
        "plainleaf.brand.logo",
        "plainleaf.author.proof.handout",
    ),
    "pyphen": ("plainleaf.text.hyphens",),
    "reportlab": ("plainleaf.impose",),
    "resvg_py": ("plainleaf.brand.logo",),
    "segno": ("plainleaf.stamp.qr",),
    "sqlite3": ("plainleaf.build.store",),
    "tinycss2": ("plainleaf.load.format", "plainleaf.brand.logo"),
    "weasyprint": ("plainleaf.typeset",),
    "yaml": ("plainleaf.workspace.yamltext",),
}
HEAVY = (
    "PIL",
    "babel",
    "coloraide",
    "difflib",
    "distributed",
    "jinja2",
    "markdown_it",
    "pikepdf",
    "psutil",
    "pypdfium2",
    "reportlab",
    "resvg_py",
    "segno",
    "sqlite3",
    "tinycss2",
    "weasyprint",
    "yaml",
)


READS = ("msgspec", "tempfile")
"""What reading a workspace needs, and help does not."""

QUICK = "--help, a shell's completion and a run with nothing to make load none of it"
RARE = "a library that takes a tenth of a second, and most runs need it for nothing"
EXTRA = "needs what is installed for a cluster alone"
INSIDE: Mapping[tuple[str, str], tuple[tuple[str, ...], str]] = {
    ("brand.darken", "read_color"): (("coloraide",), RARE),
    ("brand.darken", "darken"): (("coloraide",), RARE),
    ("brand.logo", "run"): (("plainleaf.brand.logo.prove",), RARE),
    ("brand.logo", "_gate_for"): (
        ("plainleaf.brand.logo.pdf", "plainleaf.brand.logo.raster"),
        RARE,
    ),
    ("build", "_produce"): (("plainleaf.build.produce",), QUICK),
    ("build", "workers_of"): (("plainleaf.workers.cluster", "plainleaf.workers.fence"), QUICK),
    ("build.masters", "ready_masters"): (
        ("plainleaf.build.typesetting",),
        "a run with new brands alone loads no reader and no check of text",
    ),
    ("build.plan", "_meant"): (("plainleaf.text.meant",), QUICK),
    ("cli.bars", "result"): (("plainleaf.build.manifest",), QUICK),
    ("cli.bars", "_last_pace"): (("plainleaf.build.store",), QUICK),
    ("cli.begin", "init"): (("plainleaf.author.begin",), QUICK),
    ("cli.begin", "new_brand"): (("plainleaf.author.begin_brand",), QUICK),
    ("cli.begin", "new_handout"): (("plainleaf.author.begin",), QUICK),
    ("cli.begin", "translate"): (("plainleaf.author.translate",), QUICK),
    ("cli.building", "build"): (("plainleaf.build",), QUICK),
    ("cli.building", "_order"): (
        ("plainleaf.build.order", "plainleaf.build.plan", "plainleaf.model"),
        QUICK,
    ),
    ("cli.building", "_tell_of"): (("plainleaf.build.summary",), QUICK),
    ("cli.opening", "names_of"): (("plainleaf.model",), QUICK),
    ("cli.opening", "settings_of"): (("plainleaf.workspace.settings",), QUICK),
    ("cli.opening", "survey_of"): (("plainleaf.workspace.survey",), QUICK),
    ("cli.proof", "proof"): (("plainleaf.author.proof", "plainleaf.workspace.write"), QUICK),
    ("cli.report", "_list_languages"): (("plainleaf.author.completeness",), QUICK),
    ("cli.report", "check"): (("plainleaf.author.review", "plainleaf.workspace.settings"), QUICK),
    ("cli.report", "doctor"): (("plainleaf.author.doctor",), QUICK),
    ("errors", "closest"): (("difflib",), QUICK),
    ("workers.cluster", "_connect"): (("plainleaf.workers.cluster.connect",), EXTRA),
    ("workspace.coverage", "_ranges"): (("fontTools.ttLib",), RARE),
}
"""By module and function: what is imported inside it, and why; all else stands at the top."""


def module_of(path: Path) -> str:
    return ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__")


TREES = {module_of(path): ast.parse(path.read_text("utf-8")) for path in SOURCE.rglob("*.py")}


def imports(nodes: Iterator[ast.AST]) -> Iterator[str]:
    """Yield the modules that import statements name, ours as precisely as known."""
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = node.module or ""
            below = [f"{module}.{alias.name}" for alias in node.names]
            yield from (name if name in TREES else module for name in below)


def of_ours(module: str) -> set[str]:
    """Return all of our modules that a module imports, wherever in it."""
    return {name for name in imports(ast.walk(TREES[module])) if name in TREES}


def inside(module: str) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield what a module imports inside its functions, with the innermost one's name."""
    functions = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)

    def below(node: ast.AST, function: str) -> Iterator[tuple[tuple[str, str], str]]:
        for child in ast.iter_child_nodes(node):
            if function and isinstance(child, ast.Import | ast.ImportFrom):
                for name in imports(iter([child])):
                    yield (module.removeprefix("plainleaf."), function), name
            is_one = isinstance(child, functions)
            yield from below(child, getattr(child, "name", "lambda") if is_one else function)

    yield from below(TREES[module], "")


def part_of(module: str) -> str:
    """Return the module or package right below plainleaf."""
    return module.split(".")[1] if "." in module else ""


def test_rooms_are_those_of_the_table() -> None:
    assert {part_of(module) for module in TREES} == {*ROOMS, "", "__main__"}


def test_rooms_stand_in_the_order_in_which_they_import() -> None:
    above = [*ROOMS]
    assert [
        room for room, others in ROOMS.items() if {*others} - {*above[: above.index(room)]}
    ] == []


@pytest.mark.parametrize("room", ROOMS)
def test_room_imports_what_its_row_says(room: str) -> None:
    inside = [module for module in TREES if part_of(module) == room]
    named = {part_of(name) for module in inside for name in of_ours(module)}
    always = {room} if room in ("errors", "model") else {room, "errors", "model"}
    assert named - always == {*ROOMS[room]}


def test_library_is_imported_by_its_owner_alone() -> None:
    importers: dict[str, set[str]] = {}
    for module, tree in TREES.items():
        for name in imports(ast.walk(tree)):
            library = name.partition(".")[0]
            is_common = library in sys.stdlib_module_names or library == "plainleaf"
            if library in OWNERS or not is_common:
                owners = [
                    owner
                    for owner in OWNERS.get(library, ())
                    if f"{module}.".startswith(f"{owner}.")
                ]
                importers.setdefault(library, set()).add(owners[0] if owners else module)
    assert importers == {library: set(owners) for library, owners in OWNERS.items()}


def test_imports_stand_at_the_top_but_for_a_reason() -> None:
    found: dict[tuple[str, str], set[str]] = {}
    for module in TREES:
        for place, name in inside(module):
            found.setdefault(place, set()).add(name)
    assert found == {place: set(names) for place, (names, _) in INSIDE.items()}


ENGINE = "plainleaf.typeset.engine"


def reaches_in(module: str) -> Iterator[str]:
    """Yield what a module takes of WeasyPrint beyond its public names, and of others' privates."""
    public = importlib.import_module("weasyprint").__all__
    for node in ast.walk(TREES[module]):
        match node:
            case ast.Import(names):
                yield from (each.name for each in names if each.name.startswith("weasyprint."))
            case ast.ImportFrom(source, names) if f"{source}.".startswith("weasyprint."):
                inner = (each.name for each in names if each.name not in public)
                yield from inner if source == "weasyprint" else [str(source)]
            case ast.Attribute(ast.Name("weasyprint"), name) if name not in public:
                yield name
            case ast.Attribute(ast.Name("self" | "cls"), _) | ast.Attribute(_, "_replace"):
                pass  # its own, or a method of every named tuple
            case ast.Attribute(_, name) if re.match("_[a-z]", name):
                yield name


def test_inner_parts_of_the_engine_are_reached_in_one_folder() -> None:
    reaching = {
        module: [*reaches_in(module)]
        for module in TREES
        if f"{module}.".startswith("plainleaf.typeset.") and not module.startswith(ENGINE)
    }
    assert {module: found for module, found in reaching.items() if found} == {}


def test_no_modules_import_each_other() -> None:
    order = graphlib.TopologicalSorter({module: of_ours(module) for module in TREES})
    assert set(order.static_order()) == set(TREES)


def test_checks_do_not_open_files() -> None:
    """A check gets values; what it needs of a file is in them."""
    named = {
        part_of(name)
        for module in TREES
        if module.startswith(("plainleaf.checks.text", "plainleaf.checks.pdf"))
        for name in of_ours(module)
    }
    assert named <= {"checks", "errors", "markdown", "model", "quotes", "text"}


@pytest.mark.parametrize(
    ("arguments", "kept_out"),
    [(["--help"], (*HEAVY, *READS)), (["build", "--help"], (*HEAVY, *READS)), (["list"], HEAVY)],
    ids=["help", "build help", "list"],
)
def test_quick_command_loads_nothing_heavy(
    arguments: list[str], kept_out: tuple[str, ...]
) -> None:
    script = (
        "import sys; from plainleaf.cli import cli; "
        f"cli({arguments!r}, prog_name='plainleaf', standalone_mode=False); "
        f"print('LOADED', *[name for name in {kept_out!r} if name in sys.modules])"
    )
    library = Path(__file__).parent / "library"
    run = subprocess.run(
        [sys.executable, "-c", script], cwd=library, capture_output=True, text=True, check=True
    )
    assert run.stdout.splitlines()[-1] == "LOADED"
