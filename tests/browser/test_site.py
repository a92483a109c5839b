from __future__ import annotations

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.wait import WebDriverWait

pytestmark = pytest.mark.browser

BRIEF = "briefs/drills-and-diplomacy/"
PAGES = ("", "briefs/", BRIEF, "actors/", "dates/", "stories/", "tutorial/")
PHONE, DESKTOP = (390, 844), (1440, 900)


def search(browser: webdriver.Chrome, address: str, words: str) -> list[str]:
    """The texts of what the search finds for some words."""
    browser.set_window_size(*DESKTOP)
    browser.get(address)
    field = WebDriverWait(browser, 20).until(lambda b: b.find_element(By.CSS_SELECTOR, "input[name=query]"))
    browser.execute_script("arguments[0].focus()", field)
    field.send_keys(words)
    WebDriverWait(browser, 20).until(lambda b: b.find_elements(By.CSS_SELECTOR, ".md-search-result__item"))
    return [found.text for found in browser.find_elements(By.CSS_SELECTOR, ".md-search-result__item")]


@pytest.mark.parametrize(
    ("kind", "words"), [("actor", "Ryabkov"), ("demand", "expansion withdraw"), ("date", "20 Feb 2022")]
)
def test_search_finds(browser: webdriver.Chrome, address: str, kind: str, words: str) -> None:
    found = search(browser, address, words)
    assert any("Moscow and Minsk begin drills" in text for text in found), (kind, found)


@pytest.mark.parametrize("page", PAGES)
def test_no_request_leaves_the_site(browser: webdriver.Chrome, address: str, page: str) -> None:
    browser.get(address + page)
    loaded = browser.execute_script("return performance.getEntriesByType('resource').map(entry => entry.name)")
    assert loaded
    assert [name for name in loaded if not name.startswith((address, "data:"))] == []


@pytest.mark.parametrize("page", PAGES)
def test_nothing_is_wider_than_a_phone(browser: webdriver.Chrome, address: str, page: str) -> None:
    browser.set_window_size(*PHONE)
    browser.get(address + page)
    wide, window = browser.execute_script("return [document.documentElement.scrollWidth, window.innerWidth]")
    assert wide <= window


def test_a_citation_leads_to_its_passage_and_back(browser: webdriver.Chrome, address: str) -> None:
    browser.set_window_size(*DESKTOP)
    browser.get(address + BRIEF)
    cited = browser.find_element(By.CSS_SELECTOR, "a.footnote-ref")
    target = str(cited.get_attribute("href")).split("#")[1]
    passage = browser.find_element(By.ID, target)
    assert "“" in passage.text
    back = passage.find_element(By.CSS_SELECTOR, "a.footnote-backref")
    assert browser.find_element(By.ID, str(back.get_attribute("href")).split("#")[1])


def test_dark_mode_is_there(browser: webdriver.Chrome, address: str) -> None:
    browser.set_window_size(*DESKTOP)
    browser.get(address)
    schemes = browser.execute_script(
        "return [...document.querySelectorAll('[data-md-color-scheme]')].map(e => e.dataset.mdColorScheme)"
    )
    assert "slate" in schemes


def test_the_keyboard_opens_search(browser: webdriver.Chrome, address: str) -> None:
    browser.set_window_size(*DESKTOP)
    browser.get(address)
    browser.find_element(By.TAG_NAME, "body").send_keys("/")
    focused = WebDriverWait(browser, 10).until(lambda b: b.switch_to.active_element)
    assert focused.get_attribute("name") == "query"
    focused.send_keys(Keys.ESCAPE)
