from dataclasses import replace

import pytest

from plainleaf.build.plan import kit, plan, without_effect
from plainleaf.errors import PlainleafError
from plainleaf.model import Choice
from plainleaf.workspace.settings import Settings
from plainleaf.workspace.survey import Survey

SURVEY = Survey(
    handouts=("soap", "tea"),
    languages={"soap": ("en",), "tea": ("en", "es")},
    offered={},
    audiences=("caregiver", "patient"),
    sizes=("large", "standard"),
    formats=("sheet",),
    papers=("letter", "a4"),
    brands=("plain", "harbor"),
    digests={},
    engine="",
    findings=(),
)


FOLDING = replace(
    SURVEY,
    sizes=("giant", "large", "standard"),
    formats=("booklet", "halffold", "poster", "sheet", "trifold"),
)


def paths(
    *choices: Choice, settings: Settings | None = None, survey: Survey = SURVEY
) -> list[str]:
    return [i.path for i in plan(survey, settings or Settings(), choices)]


def faults(*choices: Choice, survey: Survey = SURVEY) -> list[str]:
    """Return the faults of a choice as `path code: message hint`."""
    with pytest.raises(PlainleafError) as caught:
        plan(survey, Settings(), choices)
    return [f"{f.path} {f.code}: {f.message} {f.hint}" for f in caught.value.findings]


def test_nothing_chosen_means_all_handouts_as_by_default() -> None:
    assert paths(Choice()) == [
        "plain/soap_en_patient_standard_sheet_letter.pdf",
        "plain/tea_en_patient_standard_sheet_letter.pdf",
    ]


def test_defaults_fill_what_is_left_out() -> None:
    defaults = Choice(
        handouts=("tea",),
        languages=("es",),
        audiences=("caregiver",),
        sizes=("large",),
        formats=("sheet",),
        papers=("a4",),
        brands=("harbor",),
    )
    assert paths(Choice(languages=("en",)), settings=Settings(defaults=defaults)) == [
        "harbor/tea_en_caregiver_large_sheet_a4.pdf"
    ]


def test_two_names_on_an_axis_mean_both() -> None:
    choice = Choice(handouts=("tea",), languages=("en", "es"), sizes=("standard", "large"))
    assert paths(choice) == [
        "plain/tea_en_patient_standard_sheet_letter.pdf",
        "plain/tea_en_patient_large_sheet_letter.pdf",
        "plain/tea_es_patient_standard_sheet_letter.pdf",
        "plain/tea_es_patient_large_sheet_letter.pdf",
    ]


def test_all_means_every_brand() -> None:
    assert paths(Choice(handouts=("tea",), brands=("all",))) == [
        "plain/tea_en_patient_standard_sheet_letter.pdf",
        "harbor/tea_en_patient_standard_sheet_letter.pdf",
    ]


def test_imprint_is_made_once_whoever_asks() -> None:
    tea = Choice(handouts=("tea", "tea"))
    assert paths(tea, tea) == ["plain/tea_en_patient_standard_sheet_letter.pdf"]


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (
            Choice(handouts=("te",)),
            "choice unknown-handout: no handout is named 'te'. Did you mean 'tea'?",
        ),
        (
            Choice(handouts=("tea",), languages=("ar",)),
            "handouts/tea unknown-language: no language is named 'ar'. Known: en, es.",
        ),
        (
            Choice(audiences=("patients",)),
            "choice unknown-audience: no audience is named 'patients'. Did you mean 'patient'?",
        ),
        (
            Choice(sizes=("larg",)),
            "choice unknown-size: no size is named 'larg'. Did you mean 'large'?",
        ),
        (
            Choice(formats=("poster",)),
            "choice unknown-format: no format is named 'poster'. Known: sheet.",
        ),
        (
            Choice(papers=("a5",)),
            "choice unknown-paper: no paper is named 'a5'. Known: a4, letter.",
        ),
        (
            Choice(brands=("harbour",)),
            "choice unknown-brand: no brand is named 'harbour'. Did you mean 'harbor'?",
        ),
        (
            Choice(handouts=("tea",), languages=("en+en",)),
            "handouts/tea language-pair: 'en+en' is no pair: a sheet carries one language,"
            " or two of them. Name two, the leading one first: -l en+es.",
        ),
        (
            Choice(sizes=("x" * 90,)),
            f"choice unknown-size: no size is named '{'x' * 77}...'. Known: large, standard.",
        ),
        (
            Choice(sizes=("../large",)),
            "choice unknown-size: no size is named '../large'. Did you mean 'large'?",
        ),
    ],
    ids=["handout", "language", "audience", "size", "format", "paper", "brand", "pair", "long",
         "path"],
)  # fmt: skip
def test_unknown_name_is_told_with_the_nearest(choice: Choice, expected: str) -> None:
    assert faults(choice) == [expected]


def test_all_faults_of_all_choices_are_told_once() -> None:
    wrong = Choice(handouts=("tee", "soap"), languages=("es",), sizes=("huge",), brands=("x",))
    assert faults(wrong, wrong, Choice(papers=("a5",))) == [
        "choice unknown-handout: no handout is named 'tee'. Did you mean 'tea'?",
        "choice unknown-size: no size is named 'huge'. Known: large, standard.",
        "choice unknown-brand: no brand is named 'x'. Known: harbor, plain.",
        "handouts/soap unknown-language: no language is named 'es'. Known: en.",
        "choice unknown-paper: no paper is named 'a5'. Known: a4, letter.",
    ]


BOOKLET = "or a booklet, which takes any size: -f booklet."
NARROW = "a trifold is too narrow for size"


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [
        (
            ("large",),
            [
                f"choice narrow: {NARROW} 'large': its lines hold few words."
                f" Use -s standard, {BOOKLET}"
            ],
        ),
        (
            ("giant", "standard", "large"),
            [
                f"choice narrow: {NARROW} 'giant': its lines hold few words."
                f" Use -s standard, {BOOKLET}",
                f"choice narrow: {NARROW} 'large': its lines hold few words."
                f" Use -s standard, {BOOKLET}",
            ],
        ),
        (
            ("huge",),
            ["choice unknown-size: no size is named 'huge'. Known: giant, large, standard."],
        ),
    ],
    ids=["large", "two of three", "unknown"],
)
def test_narrow_format_offers_what_takes_the_size(
    sizes: tuple[str, ...], expected: list[str]
) -> None:
    assert faults(Choice(formats=("trifold",), sizes=sizes), survey=FOLDING) == expected


def test_size_by_default_is_refused_as_well() -> None:
    settings = Settings(defaults=replace(Settings().defaults, sizes=("large",)))
    with pytest.raises(PlainleafError) as caught:
        plan(FOLDING, settings, [Choice(formats=("trifold",))])
    assert [finding.code for finding in caught.value.findings] == ["narrow"]


def test_other_formats_take_any_size() -> None:
    choice = Choice(
        handouts=("soap",),
        sizes=("standard", "large", "giant"),
        formats=("halffold", "booklet", "poster"),
    )
    assert paths(choice, survey=FOLDING) == [
        f"plain/soap_en_patient_{size}_{page_format}_letter.pdf"
        for size in ("standard", "large", "giant")
        for page_format in ("halffold", "booklet", "poster")
    ]


def test_trifold_takes_the_standard_size() -> None:
    assert paths(Choice(handouts=("soap",), formats=("trifold",)), survey=FOLDING) == [
        "plain/soap_en_patient_standard_trifold_letter.pdf"
    ]


PAIRED = Choice(handouts=("tea",), languages=("en+es",))


@pytest.mark.parametrize(
    ("page_format", "size", "layout"),
    [
        ("sheet", "standard", "columns"),
        ("sheet", "large", "stacked"),
        ("trifold", "standard", "stacked"),
        ("halffold", "standard", "stacked"),
        ("booklet", "giant", "stacked"),
    ],
)
def test_layout_of_a_pair_is_the_formats_own(page_format: str, size: str, layout: str) -> None:
    choice = replace(PAIRED, formats=(page_format,), sizes=(size,))
    assert [
        (imprint.path, imprint.edition.layout) for imprint in plan(FOLDING, Settings(), [choice])
    ] == [(f"plain/tea_en+es_patient_{size}_{page_format}_letter.pdf", layout)]


def test_layout_that_is_the_formats_own_may_be_named() -> None:
    choice = replace(PAIRED, formats=("booklet", "sheet"), layouts=("stacked",))
    assert paths(choice, survey=FOLDING) == [
        "plain/tea_en+es_patient_standard_booklet_letter.pdf",
        "plain/tea_en+es-stacked_patient_standard_sheet_letter.pdf",
    ]


@pytest.mark.parametrize("layout", ["columns", "duplex"])
@pytest.mark.parametrize("page_format", ["trifold", "halffold", "booklet"])
def test_panel_has_room_for_one_column_and_its_back_is_another(
    page_format: str, layout: str
) -> None:
    choice = replace(PAIRED, formats=(page_format,), layouts=(layout,))
    assert faults(choice, survey=FOLDING) == [
        f"choice layout: a {page_format} at size 'standard' has no room for the layout"
        f" {layout!r}. Use 'stacked'."
    ]


def test_large_sheet_has_no_room_for_columns() -> None:
    choice = replace(PAIRED, sizes=("large",), layouts=("columns",))
    assert faults(choice, survey=FOLDING) == [
        "choice layout: a sheet at size 'large' has no room for the layout 'columns'."
        " Use 'stacked' or 'duplex'."
    ]


def test_layout_of_a_format_that_is_unknown_is_not_told() -> None:
    choice = replace(PAIRED, formats=("trifol",), sizes=("large",), layouts=("columns",))
    assert faults(choice, survey=FOLDING) == [
        "choice unknown-format: no format is named 'trifol'. Did you mean 'trifold'?"
    ]


def test_poster_has_one_side() -> None:
    choice = replace(PAIRED, formats=("poster",), layouts=("duplex",))
    assert faults(choice, survey=FOLDING) == [
        "choice layout: a poster at size 'standard' has no room for the layout 'duplex'."
        " Use 'columns' or 'stacked'."
    ]


@pytest.mark.parametrize(
    ("languages", "layouts", "alone"),
    [
        (("en",), ("columns",), "en"),
        (("en", "es", "en+es"), ("stacked",), "en, es"),
        (("en+es",), ("stacked",), ""),
        (("en", "en+es"), (), ""),
    ],
    ids=["no pair", "one pair", "a pair", "no layout"],
)
def test_layout_of_one_language_is_told_once(
    languages: tuple[str, ...], layouts: tuple[str, ...], alone: str
) -> None:
    choice = Choice(handouts=("tea",), languages=languages, layouts=layouts)
    found = without_effect([choice], plan(FOLDING, Settings(), [choice]))
    message = f"--layout has no effect on {alone}: a layout sets two languages."
    told = [(each.message, each.code, each.severity.value) for each in found]
    assert told == ([(message, "no-effect", "warning")] if alone else [])


def test_kit_is_a_list_of_choices() -> None:
    choices = (Choice(sizes=("large",)), Choice(papers=("a4",)))
    assert kit(Settings(kits={"ward": choices}), "ward") == choices


@pytest.mark.parametrize(
    ("kits", "hint"),
    [({"ward": ()}, "Did you mean 'ward'?"), ({}, "None is known here.")],
    ids=["nearest", "none"],
)
def test_unknown_kit_is_told(kits: dict[str, tuple[Choice, ...]], hint: str) -> None:
    with pytest.raises(PlainleafError) as caught:
        kit(Settings(kits=kits), "wards")
    (finding,) = caught.value.findings
    assert (finding.message, finding.hint) == ("no kit is named 'wards'.", hint)
