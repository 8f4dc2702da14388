from pathlib import Path

import pytest

from tests.pages.walk import Edit, Run, See, shows, steps

PAGE = """# Tea

Run `plainleaf build tea`. You see `1 built`.

1. In `handouts/tea/handout.md` change

   ```markdown
   Pour.
   ```

   to

   ```markdown
   Wait.
   ```

```sh
cd w
plainleaf build
```

```text
…
1 built
```

At the end of `plainleaf.toml`:

```toml
a = 1
```
"""


def test_a_page_is_what_its_reader_does_in_order(tmp_path: Path) -> None:
    page = tmp_path / "tea.md"
    page.write_text(PAGE)
    assert steps(page) == [
        Run("plainleaf build tea", 3),
        See("1 built", 3, whole=False),
        Edit("handouts/tea/handout.md", "Wait.\n", 13, old="Pour.\n"),
        Run("cd w", 18),
        Run("plainleaf build", 19, goes_on=True),
        See("…\n1 built\n", 22),
        Edit("plainleaf.toml", "a = 1\n", 29),
    ]


@pytest.mark.parametrize(
    ("expected", "is_shown"),
    [
        ("a 1\nb\n", True),
        ("a …\nb\n", True),
        ("…\nb\n", True),
        ("…\na 1\nb\n…\n", True),
        ("a 1\n", False),
        ("a 2\nb\n", False),
        ("a 1\nb\nc\n", False),
        ("a.1\nb\n", False),
    ],
)
def test_what_is_printed_is_compared_line_by_line(expected: str, is_shown: bool) -> None:
    assert shows("a 1\nb\n", expected) is is_shown
