"""What the names of venues have in common, however they are written."""

from __future__ import annotations

import pytest

from bibcheck.venues.keys import content_words, event_noun, is_topic, key_of, topic_key, topic_of

KEYS = [
    ("journal of forest trees", "j fo tr"),
    ("j forest trees", "j fo tr"),
    ("jour for forest tr", "j fo tr"),
    ("quarterly notes", "q no"),
    ("physical review a", "ph re a"),  # the last word stays: it may be the letter of a series
    ("physical review b", "ph re b"),
    ("nature", "nature"),
    ("journal", "journal"),
    ("of nature", "nature"),
    ("the", "the"),
    ("", ""),
]
TOPICS = [
    ("symposium on operating systems principles", "operating systems principles"),
    ("acm symposium on operating systems principles", "operating systems principles"),
    ("international workshop on trees", "trees"),
    # Where nothing but sponsors and kinds of event are named, those are it.
    ("acm sigcomm conference", "sigcomm"),
    ("usenix annual technical conference", "usenix"),
    ("international conference", "international conference"),
    ("", ""),
]
NOUNS = [
    ("symposium on trees", "symposium"),
    ("int symp on trees", "symposium"),
    ("workshops on trees", "workshops"),
    ("workshop of the conference on trees", "workshop"),
    ("conference workshop", "conference"),
    ("journal of trees", ""),
    ("", ""),
]


@pytest.mark.parametrize(("folded", "key"), KEYS)
def test_the_key_of_a_name(folded: str, key: str) -> None:
    assert key_of(folded) == key


@pytest.mark.parametrize(("folded", "topic"), TOPICS)
def test_what_a_conference_is_about(folded: str, topic: str) -> None:
    assert topic_of(folded) == topic
    assert topic_key(folded) == "?" + key_of(topic)


@pytest.mark.parametrize(("folded", "noun"), NOUNS)
def test_the_kind_of_event(folded: str, noun: str) -> None:
    assert event_noun(folded) == noun


@pytest.mark.parametrize(
    ("folded", "words"),
    [("journal of acm", ["journal", "acm"]), ("trees and", ["trees", "and"]), ("of and", ["and"]), ("", [""])],
)
def test_words_that_abbreviations_keep(folded: str, words: list[str]) -> None:
    assert content_words(folded) == words


@pytest.mark.parametrize(
    ("word", "is_one"), [("trees", True), ("conference", False), ("international", False), ("acm", False)]
)
def test_words_that_say_what_a_conference_is_about(word: str, is_one: bool) -> None:
    assert is_topic(word) is is_one
