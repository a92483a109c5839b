from __future__ import annotations

import pytest

from generator.sources import paragraphs, web_page

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Pilots stop work | Harbour Post</title>
<meta property="og:title" content="Pilots stop work"><meta property="og:site_name" content="Harbour Post">
<meta property="article:published_time" content="2023-05-04T10:00:00Z"><meta name="author" content="Ann Lee">
<link rel="canonical" href="https://example.org/pilots"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Pilots stop work</h1>
<p>The port&rsquo;s pilots walked out on Monday.
Their leader said &ldquo;we want   talks&rdquo; with the <b>company</b>.</p>
<h2>What now</h2><p>The company said it would answer by Friday.
It has refused two offers before this one, the union said.</p>
<ul><li>One demand: pay.</li><li>Another: rest.</li></ul></article>
<script>let x = 1;</script><footer>Copyright 2023 Harbour Post. Last updated 2024-01-01.</footer></body></html>"""


def test_main_text_and_metadata_of_a_page() -> None:
    content = web_page.read(PAGE)
    assert paragraphs.joined(content.paragraphs) == (
        "The port’s pilots walked out on Monday. Their leader said “we want talks” with the company.\n\nWhat now\n\n"
        "The company said it would answer by Friday. It has refused two offers before this one, the union said.\n\n"
        "One demand: pay.\n\nAnother: rest."
    )
    assert (content.title, content.published, content.outlet) == ("Pilots stop work", "2023-05-04", "Harbour Post")
    assert (content.url, content.byline) == ("https://example.org/pilots", ("Ann Lee",))


def test_no_date_is_guessed_from_the_text() -> None:
    page = (
        "<html><body><article><p>On 4 May 2019 the port was closed, the authority said. Copyright 2021.</p></article>"
    )
    assert web_page.read(page).published is None


def test_a_fragment_gives_all_its_text() -> None:
    content = web_page.read("<p>They wait.</p><p>Still &amp; long.</p>")
    assert paragraphs.joined(content.paragraphs) == "They wait.\n\nStill & long."


@pytest.mark.parametrize(
    "between", ["", "<figure><img src='a.jpg'><figcaption>A port.</figcaption></figure>", "<table><tr><td>1</table>"]
)
def test_a_short_article_keeps_its_paragraphs_around_a_picture_or_a_table(between: str) -> None:
    told = (
        "Chad asked its neighbour on Monday to pay for the bridge.",
        "Togo refused on Tuesday, its minister of works told reporters in the capital.",
        "Talks go on in the capital of Mali in May, officials of both states said.",
    )
    page = f"<html><body><article><p>{told[0]}</p>{between}<p>{told[1]}</p><p>{told[2]}</p></article></body></html>"
    assert [line for line in web_page.read(page).paragraphs if line in told] == list(told)


def test_text_without_tags_is_text() -> None:
    assert paragraphs.joined(web_page.read("They wait.").paragraphs) == "They wait."
