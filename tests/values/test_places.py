import pytest

from bibcheck.values.places import is_country_or_region


@pytest.mark.parametrize(
    "text",
    ["USA", "U.S.A.", "UK", "U.K.", "Germany", " Italy ", "The Netherlands", "GA", "New York", "Calif.", "D.C.", "ON"],
)
def test_a_country_or_region(text: str) -> None:
    assert is_country_or_region(text)


@pytest.mark.parametrize("text", ["", "Boston", "usa", "Ga", "Berlin, Germany", "Operating Systems"])
def test_another_name(text: str) -> None:
    assert not is_country_or_region(text)
