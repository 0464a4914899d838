"""llm-residue: what a language model or a chat page leaves behind."""

from __future__ import annotations

import pytest

from tests.rules.conftest import Check

RULE = "llm-residue"


@pytest.mark.parametrize(
    ("fields", "span"),
    [
        ("url = {https://a.org/?utm_source=chatgpt.com}", "utm_source=chatgpt.com"),
        (r"note = {\url{https://a.org/?x=1&utm_source=openai}}", "utm_source=openai"),
        ("note = {:contentReference[oaicite:0]{index=0}}", ":contentReference[oaicite:0]{index=0}"),
        ("note = {oaicite:3}", "oaicite:3"),
        ("title = {Trees citeturn0search12}", "turn0search12"),
        ("note = {【12†source】}", "【12†source】"),
        ("note = {See [citation needed]}", "[citation needed]"),
        ("author = {[Authors]}", "[Authors]"),
        ("author = {{[Author names]}}", "[Author names]"),
        ("journal = {arXiv preprint arXiv:XXXX.XXXXX}", "arXiv:XXXX.XXXXX"),
        ("journal = {arXiv preprint arXiv:2401.XXXXX}", "arXiv:2401.XXXXX"),
        ("doi = {10.1145/xxxxxxx.xxxxxxx}", "10.1145/xxxxxxx"),
        ("doi = {10.48550/arXiv.2310.XXXX}", "10.48550/arXiv.2310.XXXX"),
        ("url = {https://arxiv.org/abs/2310.xxxxx}", "arxiv.org/abs/2310.xxxxx"),
        ("url = {sandbox:/mnt/data/refs.bib}", "sandbox:/mnt/data/refs.bib"),
    ],
)
def test_residue_is_reported(check: Check, fields: str, span: str) -> None:
    text = f"@misc{{k, {fields}}}\n"
    [finding] = check(RULE, text)
    assert text[slice(*finding.span)] == span
    assert finding.message.startswith(f"suspicious: `{span}` ")


@pytest.mark.parametrize(
    "fields",
    [
        "title = {ChatGPT}, author = {{OpenAI}}, url = {https://chatgpt.com/share/1}",
        "title = {[Citation needed]: the case of Wikipedia}, abstract = {[citation needed]}",
        "title = {XXXX-rated}, volume = {XXXX}, note = {turn 1 search}, title = {Return1search}",
        "url = {https://a.org/?utm_source=twitter}, note = {Author index, see [Authors] there}",
        "doi = {10.1145/1234567.1234568}, eprint = {1706.03762}",
        "doi = {10.48550/arXiv.1706.03762}, url = {https://arxiv.org/abs/1706.03762}",
    ],
)
def test_other_values_are_clean(check: Check, fields: str) -> None:
    assert check(RULE, f"@misc{{k, {fields}}}\n") == []


def test_comments_are_not_looked_at(check: Check) -> None:
    assert check(RULE, "% utm_source=chatgpt.com oaicite\n@misc{k, title = {T}}\n") == []
