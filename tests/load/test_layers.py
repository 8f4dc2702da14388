import pytest

from plainleaf.load.layers import layer_faults
from plainleaf.workspace import Workspace
from tests.conftest import put


@pytest.mark.parametrize(
    ("order", "lines"),
    [
        ("base, size, format, audience, brand", []),
        ("base, size, format", []),
        ("own, base, size, format, mine, audience, brand", []),
        ("base, format, size, audience, brand", [2]),
        ("base,\n format,\n size", [2]),
        ("brand, base", [2]),
    ],
)
def test_layers_stand_in_the_order_that_styles_go_by(
    order: str, lines: list[int], bare: Workspace
) -> None:
    put(bare, "templates/page.html", f"<style>\n@layer {order};\n</style>")
    assert [finding.line for finding in layer_faults(bare)] == lines


def test_the_package_has_that_order(bare: Workspace) -> None:
    assert [*layer_faults(bare)] == []


def test_fault_says_what_to_write(bare: Workspace) -> None:
    put(bare, "templates/page.html", "@layer base, format, size;")
    expected = (
        "templates/page.html:1: error: sets the layers in the order base, format, size, for which "
        "no style is made. Write '@layer base, size, format, audience, brand;'. [layer-order]"
    )
    assert [str(finding) for finding in layer_faults(bare)] == [expected]
