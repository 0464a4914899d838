"""What publisher-mismatch reports, and what it lets be."""

from __future__ import annotations

import pytest

from tests.rules.conftest import Check


@pytest.mark.parametrize(
    ("venue", "publisher", "told"),
    [
        ("booktitle = {Proceedings of the ACM SIGCOMM Conference}", "IEEE", "`SIGCOMM` is published by ACM"),
        ("booktitle = {SIGCOMM}", "IEEE Computer Society", "`SIGCOMM` is published by ACM"),
        (
            "booktitle = {12th {USENIX} Symposium on Networked Systems Design and Implementation}",
            "ACM",
            "`NSDI` is published by USENIX",
        ),
        ("journal = {Communications of the ACM}", "IEEE", "`Communications of the ACM` is published by ACM"),
        (
            "journal = {IEEE Transactions on Information Theory}",
            "Elsevier",
            "`IEEE Transactions on Information Theory` is published by IEEE",
        ),
    ],
)
def test_another_publisher(check: Check, venue: str, publisher: str, told: str) -> None:
    (finding,) = check("publisher-mismatch", f"@misc{{k, {venue}, publisher = {{{publisher}}}}}")
    assert finding.message == f"publisher `{publisher}`, but {told}"


@pytest.mark.parametrize(
    ("venue", "publisher"),
    [
        ("booktitle = {Proceedings of the ACM SIGCOMM Conference}", "Association for Computing Machinery"),
        ("booktitle = {Proceedings of the ACM SIGCOMM Conference}", "ACM Press"),
        ("booktitle = {IEEE Conference on Computer Vision and Pattern Recognition}", "IEEE Computer Society"),
        # held together
        ("booktitle = {ACM/IEEE International Symposium on Computer Architecture}", "IEEE"),
        ("journal = {IEEE/ACM Transactions on Networking}", "ACM"),
        ("booktitle = {Proceedings of the ACM-SIAM Symposium on Discrete Algorithms}", "SIAM"),
        ("booktitle = {12th {USENIX} Symposium on Operating Systems Design and Implementation}", "ACM"),
        # published by one for another once
        ("booktitle = {ACM SIGCOMM Conference on Internet Measurement}", "USENIX Association"),
        ("booktitle = {Symposium On Usable Privacy and Security}", "ACM"),
        ("booktitle = {Proceedings of the 4th European Conference on Computer Systems}", "USENIX"),
        # nobody's, or sold by others
        ("booktitle = {International Conference on Machine Learning}", "ACM"),
        ("booktitle = {International Joint Conference on Artificial Intelligence}", "AAAI Press"),
        (
            "booktitle = {Proceedings of the ACM SIGKDD International Conference on Knowledge Discovery and Data Mining}",
            "AAAI Press",
        ),
        ("booktitle = {Proceedings of the ACM SIGCOMM Conference}", "Springer"),
        # unknown
        ("booktitle = {Proceedings of the ACM Conference on Nothing in Particular}", "IEEE"),
        ("booktitle = {Proceedings of the ACM SIGCOMM Conference}", "Nobody"),
        ("booktitle = {Proceedings of the ACM SIGCOMM Conference}", ""),
        ("title = {Proceedings of the ACM SIGCOMM Conference}", "IEEE"),
    ],
)
def test_the_publisher(check: Check, venue: str, publisher: str) -> None:
    assert not check("publisher-mismatch", f"@misc{{k, {venue}, publisher = {{{publisher}}}}}")
