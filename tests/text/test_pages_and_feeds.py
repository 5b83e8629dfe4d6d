"""HTML pages, RSS and Atom: the text without what stands around it, and hostile markup."""

from pathlib import Path

import pandas as pd
import pytest

from escalation.text.reports import read

PAGE = """<!doctype html><html><head><title>Ministers meet in Doha - The Daily Example</title>
<meta property="article:published_time" content="2026-01-05T09:00:00+05:00">
<meta property="og:site_name" content="The Daily Example">
<link rel="canonical" href="https://example.org/talks"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a> Subscribe now</nav>
<article><h1>Ministers meet in Doha</h1>
<p>Delegations of the two governments met in Doha on Monday and agreed to meet again next month.
Neither side gave details of what had been discussed in the first round of the talks.</p>
<p>A spokesman said that the border crossings would stay shut until both sides had agreed on a
way to stop the firing across the frontier, which began in October.</p></article>
<footer>Copyright, cookies, advertising</footer><script>alert("never")</script></body></html>"""

RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>Example wire</title>
<item><title>Talks in Doha</title><link>https://example.org/1</link>
<pubDate>Mon, 05 Jan 2026 23:00:00 -0500</pubDate>
<description>&lt;p&gt;Both sides &lt;b&gt;met&lt;/b&gt; in Doha.&lt;/p&gt;&lt;p&gt;They will meet
again.&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;</description></item>
<item><title>No day</title><description>A report of something.</description></item>
</channel></rss>"""

ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Example</title>
<entry><title>Talks</title><link href="https://example.org/2"/>
<updated>2026-01-06T10:00:00Z</updated>
<summary>Short.</summary><content type="html">Both sides met in Doha again.</content>
</entry></feed>"""


def test_a_page_gives_its_text_day_and_address(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    report = read(tmp_path, source="pages").reports.iloc[0]
    assert report["published"] == pd.Timestamp("2026-01-05")
    assert report["title"].startswith("Ministers meet in Doha")
    assert report["url"] == "https://example.org/talks"
    assert report["outlets"] == "The Daily Example"
    assert "Delegations of the two governments" in report["body"]
    for around in ("Subscribe", "cookies", "alert"):
        assert around not in report["body"]


def test_a_page_without_a_day_is_set_aside(tmp_path: Path) -> None:
    text = PAGE.replace('content="2026-01-05T09:00:00+05:00"', "")
    (tmp_path / "a.html").write_text(text, encoding="utf-8")
    reading = read(tmp_path, source="pages")
    assert "says its day" in reading.rejected["rule"].iloc[0]


def test_feeds_give_an_entry_each(tmp_path: Path) -> None:
    (tmp_path / "a.rss").write_text(RSS, encoding="utf-8")
    (tmp_path / "b.atom").write_text(ATOM, encoding="utf-8")
    reading = read(tmp_path, source="feeds")
    rss, atom = reading.reports.to_dict("records")
    assert rss["body"] == "Both sides met in Doha.\nThey will meet\nagain."
    assert (rss["published"].day, rss["title"], rss["outlets"]) == (
        5,
        "Talks in Doha",
        "Example wire",
    )
    assert (atom["body"], atom["published"].day) == ("Both sides met in Doha again.", 6)
    assert "a day of publication" in reading.rejected["rule"].iloc[0]


def test_a_headline_alone_is_a_report(tmp_path: Path) -> None:
    bare = RSS.replace(RSS[RSS.index("<description>") : RSS.index("</item>")], "")
    (tmp_path / "a.rss").write_text(bare, encoding="utf-8")
    assert read(tmp_path, source="feeds").reports["body"].tolist() == ["Talks in Doha"]


@pytest.mark.parametrize(
    "name, text",
    [
        ("deep.html", "<html><body>" + "<div>" * 200_000 + "text"),
        ("open.html", "<html><body>" + "<" * 1_000_000),
        ("links.html", "<html><body>" + '<a href="/2026/01/05">l</a>' * 100_000),
        ("nothing.html", "\x00\x01"),
        ("no.rss", "this is no feed"),
        ("cut.rss", RSS[:150] + "<b>" * 20_000),
    ],
)
def test_hostile_markup_is_set_aside(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "good.txt").write_text("date 2026-01-05 Talks were held.", encoding="utf-8")
    reading = read(tmp_path, source="any")
    assert reading.reports["body"].tolist() == ["Talks were held."]
    assert reading.rejected["file"].tolist() == [name]


def test_entities_neither_blow_up_nor_reach_into_files(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("SECRET", encoding="utf-8")
    bomb = "".join(f'<!ENTITY b{n + 1} "{f"&b{n};" * 10}">' for n in range(9))
    head = f'<!DOCTYPE r [<!ENTITY b0 "boom">{bomb}<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    text = RSS.replace("<rss", head + "<rss").replace("again.", "again &b9; &x;.")
    (tmp_path / "a.rss").write_text(text, encoding="utf-8")
    bodies = " ".join(read(tmp_path / "a.rss", source="any").reports["body"])
    assert "SECRET" not in bodies
    assert len(bodies) < 1_000
