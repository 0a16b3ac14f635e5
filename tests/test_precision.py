"""What a careful reader marked in the real report is found, and what is found is right."""

import pytest
from precision import AREAS, REPORT, labels, measure


@pytest.fixture(scope="module")
def result():
    if not REPORT.is_dir():
        pytest.skip("den verkliga redovisningen finns inte här (../shared/verklig-rapport-2024)")
    return measure()


def test_the_slips_are_found(result):
    assert result.recall >= 0.95, result.missed


def test_warnings_and_errors_are_right(result):
    assert result.precision >= 0.85, result.wrong


def test_every_error_is_right(result):
    assert [finding for finding in result.wrong if finding.severity == "error"] == []


def test_the_labels_are_places_and_hold_no_sentence():
    found = labels()
    assert len(found) > 150
    assert {label.omrade for label in found} == AREAS
    assert all(length < 700 for label in found for _, _, length in label.places)
