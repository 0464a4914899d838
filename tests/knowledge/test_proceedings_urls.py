"""Addresses of papers that name the year of their volume."""

from __future__ import annotations

import pytest

from bibcheck.knowledge.proceedings_urls import year_of_address


@pytest.mark.parametrize(
    ("url", "year"),
    [
        ("https://proceedings.mlr.press/v139/liu21g.html", 2021),
        ("http://proceedings.mlr.press/v9/glorot10a/glorot10a.pdf", 2010),
        ("https://openaccess.thecvf.com/content_CVPR_2020/html/A_B_CVPR_2020_paper.html", 2020),
        ("https://openaccess.thecvf.com/content/ICCV2021/papers/A.pdf", 2021),
        ("https://aclanthology.org/2022.acl-long.379/", 2022),
        ("https://www.aclweb.org/anthology/P98-1001", 1998),
        ("https://aclanthology.org/N19-1423.pdf", 2019),
        ("http://jmlr.org/papers/v20/18-598.html", 2019),
        ("https://papers.nips.cc/paper/2017/hash/3f5ee243547dee91fbd053c1c4a845aa-Abstract.html", 2017),
        ("https://proceedings.neurips.cc/paper_files/paper/2022/hash/x-Abstract-Conference.html", 2022),
        ("https://www.usenix.org/conference/usenixsecurity18/presentation/lipp", 2018),
        ("https://www.usenix.org/legacy/events/osdi99/full_papers/a.pdf", 1999),
        # The first volumes of JMLR went over the turn of a year, and other addresses do not tell.
        ("http://jmlr.org/papers/v3/bengio03a.html", None),
        ("http://papers.nips.cc/paper/7181-attention-is-all-you-need", None),
        ("https://openreview.net/forum?id=rJY0-Kcll", None),
        ("https://www.usenix.org/system/files/login/articles/a.pdf", None),
        ("https://aclanthology.org/venues/acl/", None),
        ("https://example.org/2019/N19-1423", None),
    ],
)
def test_year_of_address(url: str, year: int | None) -> None:
    assert year_of_address(url) == year
