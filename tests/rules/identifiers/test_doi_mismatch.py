"""doi-mismatch: what it reports, and what it leaves alone."""

from __future__ import annotations

import pytest

from bibcheck.engine.linter import Linter
from bibcheck.rules import load_rule
from bibcheck.source import Source
from tests.rules.conftest import Check

MISMATCHES = [
    ("volume = {77}, year = {1997}, doi = {10.1103/PhysRevLett.78.1}",
     "DOI `10.1103/PhysRevLett.78.1` is of volume 78, but volume is 77; look the DOI up"),
    ("volume = {117}, year = {2017}, doi = {10.1103/PhysRevLett.118.1}",
     "DOI `10.1103/PhysRevLett.118.1` is of volume 118, but volume is 117; look the DOI up"),
    ("year = {2022}, doi = {10.1006/jmla.1999.2653}",
     "DOI `10.1006/jmla.1999.2653` is of 1999, but year is 2022; look the DOI up"),
    # A DOI in the address is the work's where there is no other.
    ("year = {2022}, url = {https://www.tandfonline.com/doi/abs/10.1080/10489223.2014.892943}",
     "DOI `10.1080/10489223.2014.892943` is of 2014, but year is 2022; look the DOI up"),
    ("publisher = {Springer}, doi = {10.1145/1188913}",
     "DOI `10.1145/1188913` is ACM's, but publisher is `Springer`; look the DOI up"),
    ("doi = {10.1145/1188913}, url = {https://doi.org/10.1145/1219092}",
     "doi is `10.1145/1188913`, but url leads to `10.1145/1219092`; look the DOI up"),
    ("booktitle = {Proc. 26th SOSP}, doi = {10.1016/j.cell.2015.01.001}",
     "DOI `10.1016/j.cell.2015.01.001` is Elsevier's, and the papers of SOSP have DOIs with 10.1145; look the DOI up"),
    ("booktitle = {USENIX Security Symposium}, doi = {10.1109/SP.2015.1}",
     "DOI `10.1109/sp.2015.1` is IEEE's, and the papers of USENIX Security have no DOIs; look the DOI up"),
    ("booktitle = {IEEE International Conference on Computer Vision}, doi = {10.1109/CVPR.2016.90}",
     "DOI `10.1109/cvpr.2016.90` is of CVPR 2016, and not of `ICCV`; look the DOI up"),
    ("booktitle = {Conference on Reward Learning and Alignment}, doi = {10.1109/CVPR52729.2023.00035}",
     "DOI `10.1109/cvpr52729.2023.00035` is of CVPR 2023, and not of `Conference on Reward Learning and Alignment`;"
     " look the DOI up"),
    ("booktitle = {The Web Conference}, year = {2021}, doi = {10.1609/AAAI.V35I5.16550}",
     "DOI `10.1609/aaai.v35i5.16550` is of AAAI 2021, and not of `The Web Conference`; look the DOI up"),
    ("booktitle = {ICLR}, year = {2021}, doi = {10.1145/1188913}",
     "DOI `10.1145/1188913` is ACM's, and the papers of ICLR have no DOIs; look the DOI up"),
    ("booktitle = {KDD}, year = {2021}, doi = {10.1145/2939672.2939778}",
     "DOI `10.1145/2939672.2939778` was registered by 2017, but year is 2021; look the DOI up"),
    ("year = {2020}, doi = {10.1145/2939672.2939778}",
     "DOI `10.1145/2939672.2939778` was registered by 2017, but year is 2020; look the DOI up"),
    ("journal = {Journal of Machine Learning Research}, year = {2010}, doi = {10.1145/1756006.1953016}",
     "DOI `10.1145/1756006.1953016` is ACM's, and the papers of JMLR have no DOIs; look the DOI up"),
    ("booktitle = {CVPR}, year = {2021}, doi = {10.48550/arXiv.2002.11296}",
     "DOI `10.48550/arxiv.2002.11296` is of a preprint, and the papers of CVPR have DOIs of their own; look the DOI up"),
]  # fmt: skip
MATCHES = [
    "year = {2019}, doi = {10.1145/2939672.2939778}",
    "booktitle = {CVPR Workshops}, doi = {10.1109/CVPRW.2017.12}",
    "booktitle = {Proc. IEEE Comput. Vis. Pattern Recognit.}, doi = {10.1109/CVPR.2016.90}",
    "booktitle = {Workshop on Trees at CVPR}, doi = {10.1109/CVPR.2016.90}",
    "booktitle = {Proc. VR '93}, doi = {10.1109/vrais.1993.380805}",
    "journal = {IEEE Micro}, doi = {10.1109/MM.2014.10}",
    "booktitle = {ICLR}, year = {2021}, doi = {10.1234/5678}",
    "booktitle = {ICLR}, year = {2021}, doi = {10.48550/arXiv.2002.11296}",
    "year = {2014}, url = {https://www.tandfonline.com/doi/abs/10.1080/10489223.2014.892943}",
    "year = {2022}, url = {https://example.org/talks?about=10.1080/10489223.2014.892943}",
    "doi = {10/b5sbgm}, url = {https://doi.org/10.1007/978-1-61779-400-1_19}",
    "doi = {10.1007/978-1-61779-400-1_19}, url = {https://doi.org/10/b5sbgm}",
    "volume = {78}, year = {1997}, doi = {10.1103/PhysRevLett.78.1}",
    "volume = {11}, year = {2021}, doi = {10.1088/1475-7516/2021/11/051}",
    "year = {2001}, doi = {10.1006/jmla.1999.2653}",
    "publisher = {ACM}, doi = {10.1145/1188913}",
    "publisher = {IEEE}, doi = {10.1145/1188913}",
    "publisher = {Springer}, doi = {10.1038/ncomms11427}",
    "publisher = {{IOP} Publishing}, doi = {10.1086/305176}",
    "doi = {10.1145/1188913}, url = {https://doi.org/10.1145/1188913}",
    "doi = {10.1145/1188913}, url = {https://example.org}",
    "doi = {10.5281/zenodo.1}, url = {https://doi.org/10.5281/zenodo.2}",
    "isbn = {978-3-540-77584-3}, doi = {10.1007/978-3-030-10996-7}",
    "booktitle = {Proc. 26th SOSP}, doi = {10.1145/3132747}",
    "booktitle = {International Conference on Software Engineering}, doi = {10.1145/1188913}",
    "booktitle = {International Conference on Parallel Processing}, doi = {10.1109/icpp.2013.98}",
    "booktitle = {Conference on Learning Theory}, doi = {10.1007/11776420}",
    "booktitle = {Conference on Neural Information Processing Systems}, doi = {10.48550/arXiv.1706.03762}",
    # Houses that a conference had in other years.
    "booktitle = {Proceedings of the Fifth Annual Workshop on Computational Learning Theory}, series = {COLT '92}, "
    "publisher = {Association for Computing Machinery}, year = {1992}, doi = {https://doi.org/10.1145/130385.130401}",
    "booktitle = {2017 14th IAPR International Conference on Document Analysis and Recognition (ICDAR)}, "
    "publisher = {IEEE}, year = {2017}, doi = {10.1109/icdar.2017.307}",
    "booktitle = {A Conference Nobody Knows}, doi = {10.1016/j.cell.2015.01.001}",
    "journal = {Nature}, doi = {10.1016/j.cell.2015.01.001}",
    "booktitle = {KDD}, year = {2016}, doi = {10.1145/2939672.2939778}",
    "booktitle = {Computers at Work}, year = {1959}, doi = {10.1145/377939.377940}",
    "journal = {ACM Trans. Math. Software}, year = {2016}, doi = {10.1145/2723157}",
    "booktitle = {KDD}, year = {2031}, doi = {10.1145/4939672.4939778}",
]


@pytest.mark.parametrize(("fields", "message"), MISMATCHES)
def test_doi_mismatch(check: Check, fields: str, message: str) -> None:
    assert [finding.message for finding in check("doi-mismatch", f"@article{{k, {fields}}}\n")] == [message]


@pytest.mark.parametrize("fields", MATCHES)
def test_doi_that_agrees(check: Check, fields: str) -> None:
    assert not check("doi-mismatch", f"@article{{k, {fields}}}\n")


@pytest.mark.parametrize(
    ("fields", "count"),
    [
        ("booktitle = {ICLR}, year = {2021}, doi = {10.7777/qpinow.8440}", 1),
        ("booktitle = {CVPR}, year = {2022}, doi = {10.8888/conf/2839881}", 1),
        ("booktitle = {NeurIPS}, year = {2022}, doi = {10.6666/psry.1098}", 1),
        ("booktitle = {NeurIPS}, year = {2022}, doi = {10.52202/068431-0001}", 0),
        ("booktitle = {NeurIPS}, year = {2022}, doi = {10.48550/arXiv.2002.11296}", 0),
        ("booktitle = {ICLR}, year = {2021}, doi = {10.5281/zenodo.1}", 0),
        ("booktitle = {CVPR}, year = {2022}, doi = {10.1109/CVPR52688.2022.00844}", 0),
    ],
)
def test_every_prefix(check: Check, fields: str, count: int) -> None:
    assert len(check("doi-mismatch", f"@inproceedings{{k, {fields}}}\n", prefixes="all")) == count


@pytest.mark.parametrize(("kind", "rules"), [("article", ["doi-mismatch"]), ("misc", ["year-mismatch"])])
def test_of_a_year_one_rule_speaks(kind: str, rules: list[str]) -> None:
    linter = Linter([load_rule(rule)() for rule in ("doi-mismatch", "year-mismatch")])
    linter.add(Source("a.bib", f"@{kind}{{k, year = {{2022}}, doi = {{10.1006/jmla.1999.2653}}}}"))
    assert [finding.rule for finding in linter.finish().findings] == rules
