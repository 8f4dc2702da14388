"""PDF → the rules of PDF/UA-1 that it breaks; the only use of page-validation."""

from page import PageError, SafetyLimits, ValidationProfile, validate_pdf_bytes

from plainleaf.model import Violation

# Each bookmark refers to the next, so that the depth is the most headings a file may have.
LIMITS = SafetyLimits(
    max_input_size=64 * 2**20, max_object_count=200_000, max_reference_depth=5_000
)


def read_violations(pdf: bytes) -> tuple[Violation, ...]:
    """Return what the checker finds; raise ValueError where it cannot read the file."""
    try:
        report = validate_pdf_bytes(pdf, profile=ValidationProfile.PDF_UA_1, limits=LIMITS)
    except PageError as error:
        raise ValueError(str(error)) from error
    return tuple(Violation(failure.rule_id, failure.message) for failure in report.failures)
