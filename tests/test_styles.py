from tests.workspaces import SETTINGS, Build

DEFAULTS = """
[defaults]
brands = ["wide"]
sizes = ["giant"]
"""
BRAND = """meta:
  name: Wide
logo:
  images:
    main:
      path: logo.svg
      alt: A bar
  medium: main
"""
LOGO = """<svg xmlns="http://www.w3.org/2000/svg" width="800" height="60" viewBox="0 0 800 60">
<rect width="800" height="60"/></svg>"""


def test_wide_logo_stays_on_the_page(build_with: Build) -> None:
    """Proved by the check of the safe area."""
    results = build_with(
        {
            "plainleaf.toml": SETTINGS + DEFAULTS,
            "styles/brands/wide/_brand.yml": BRAND,
            "styles/brands/wide/logo.svg": LOGO,
        }
    )
    assert [(r.state, r.findings) for r in results] == [("built", ())]
