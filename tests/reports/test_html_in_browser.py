"""The page as a browser shows it: filters, keys, widths, dark mode, print; and nothing to complain of."""

from __future__ import annotations

import base64
import re
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from bibcheck.rule import Level
from tests.reports.outcomes import fixing, found, report, result
from tests.reports.test_escaping import HOSTILE, hostile_result
from tests.reports.test_html import linted

webdriver = pytest.importorskip("selenium.webdriver")
Select = pytest.importorskip("selenium.webdriver.support.ui").Select
CHROMIUM, CHROMEDRIVER = (shutil.which(name) for name in ("chromium", "chromedriver"))

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not (CHROMIUM and CHROMEDRIVER), reason="needs chromium and chromedriver"),
    pytest.mark.filterwarnings("default"),
]
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --window-size=1200,900"
).split()
TEXT = "".join(f"@misc{{k{number}, title = {{Bees {number}}}, pages = {{1-2}}}}\n" for number in range(300))


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    options = webdriver.ChromeOptions()
    options.binary_location = str(CHROMIUM)
    for flag in [*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"]:
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    service = webdriver.ChromeService(executable_path=CHROMEDRIVER)
    driver = webdriver.Chrome(options=options, service=service)
    yield driver
    driver.quit()


@pytest.fixture
def show(browser: Any, tmp_path: Path) -> Iterator[Callable[[Any], Any]]:
    """Opens the page of a result; at the end, the browser must have had nothing to complain of."""

    def opened(made: Any) -> Any:
        page = tmp_path / "report.html"
        page.write_text(report("html", made), encoding="utf-8")
        browser.get(page.as_uri())
        return browser

    yield opened
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": []})
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    assert browser.get_log("browser") == []


def many() -> Any:
    starts = [start for start, character in enumerate(TEXT) if character == "-"]
    findings = [fixing("a.bib", start, start + 1, "--", key=f"k{number}") for number, start in enumerate(starts)]
    other = found("b.bib", 0, 1, "another", level=Level.ERROR)._replace(rule="other-rule")
    return result(*findings, other, a=TEXT, b="x")


def seen(browser: Any) -> int:
    """How many findings are in sight, folded groups included."""
    return int(
        browser.execute_script(
            "return [...document.querySelectorAll('.finding')].filter((one) => !one.closest('[hidden]')).length"
        )
    )


def says(browser: Any, text: str) -> bool:
    """Whether the page says so before long: it waits until somebody stops typing."""
    for _ in range(100):
        if browser.find_element("id", "shown").text == text:
            return True
        time.sleep(0.05)
    return False


def test_filters_show_what_they_say(show: Callable[[Any], Any]) -> None:
    browser = show(many())
    assert says(browser, "301 findings") and seen(browser) == 301
    browser.find_element("id", "filter-text").send_keys("k29")
    assert says(browser, "11 of 301 findings") and seen(browser) == 11
    assert browser.find_element("css selector", ".rule[data-rule=odd-name]").get_attribute("open")
    count = browser.find_element("css selector", ".rule[data-rule=odd-name] .count")
    assert count.text == "11 of 300 findings"
    browser.find_element("css selector", "button[type=reset]").click()
    assert says(browser, "301 findings") and seen(browser) == 301
    assert count.text == "300 findings"
    for name, value, count in (("rule", "other-rule", 1), ("level", "warning", 300), ("file", "b.bib", 1)):
        Select(browser.find_element("id", f"filter-{name}")).select_by_value(value)
        assert says(browser, f"{count} of 301 findings") and seen(browser) == count
        browser.find_element("css selector", "button[type=reset]").click()
        assert says(browser, "301 findings")


def test_groups_fold_and_unfold(show: Callable[[Any], Any]) -> None:
    browser = show(many())
    folded = "return document.querySelectorAll('.rule:not([open])').length"
    assert browser.execute_script(folded) == 2  # many findings are folded at first
    browser.find_element("id", "unfold").click()
    assert browser.execute_script(folded) == 0
    browser.find_element("id", "fold").click()
    assert browser.execute_script(folded) == 2


def test_the_page_can_be_used_by_keys(show: Callable[[Any], Any]) -> None:
    browser = show(many())
    reached = []
    for _ in range(40):
        browser.switch_to.active_element.send_keys("\ue004")  # Tab
        element = browser.switch_to.active_element
        reached.append(element.get_attribute("id") or element.tag_name)
    assert reached[0] == "a"
    wanted = ["filter-rule", "filter-level", "filter-file", "filter-text", "button", "unfold", "fold", "summary"]
    assert [name for name in reached if name in wanted and name != "summary"][:7] == wanted[:-1]
    assert reached[reached.index("fold") + 1] == "summary"
    browser.execute_script("document.querySelector('.rule > summary').focus()")
    browser.switch_to.active_element.send_keys("\ue007")  # Enter
    assert browser.find_element("css selector", ".rule").get_attribute("open")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [400, 1200])
def test_it_fits_narrow_windows_and_both_schemes(show: Callable[[Any], Any], width: int, scheme: str) -> None:
    browser = show(linted())
    metrics = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
    assert browser.execute_script("return document.documentElement.scrollWidth") <= width
    colors = "const style = getComputedStyle(document.body); return [style.backgroundColor, style.color]"
    dark_on_light = [sum(map(int, color[4:-1].split(", "))) for color in browser.execute_script(colors)]
    assert (dark_on_light[0] > dark_on_light[1]) is (scheme == "light")


def test_print_unfolds_all_and_leaves_the_filters_out(show: Callable[[Any], Any]) -> None:
    browser = show(many())
    browser.execute_script("dispatchEvent(new Event('beforeprint'))")
    assert browser.execute_script("return document.querySelectorAll('.rule:not([open])').length") == 0
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    assert not browser.find_element("id", "filters").is_displayed()
    browser.execute_script("dispatchEvent(new Event('afterprint'))")
    assert browser.execute_script("return document.querySelectorAll('.rule[open]').length") == 0


def test_several_findings_share_a_printed_page(show: Callable[[Any], Any]) -> None:
    browser = show(many())
    printed = base64.b64decode(browser.execute_cdp_cmd("Page.printToPDF", {})["data"])
    assert 20 < len(re.findall(rb"/Type\s*/Page\b", printed)) < 100  # 301 findings, unfolded


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_nothing_from_outside_runs(show: Callable[[Any], Any], text: str) -> None:
    browser = show(hostile_result(text))
    assert browser.execute_script("return document.scripts.length") == 1
    assert seen(browser) == 6
