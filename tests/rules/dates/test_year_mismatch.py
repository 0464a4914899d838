"""year-mismatch: what it reports, what its fix writes, and what it leaves alone."""

from __future__ import annotations

import pytest

from tests.rules.conftest import Check

YEARS = [
    ("@inproceedings{k, series = {SOSP '97}, year = {2007}}", ["year is 2007, but series `SOSP '97` says 1997; look it up"]),
    ("@inproceedings{doe2014, booktitle = {Symposium on Trees 2014}, year = {2004}}",
     ["year is 2004, but booktitle `Symposium on Trees 2014` says 2014 and the key `doe2014` says 2014; look it up"]),
    ("@misc{k, eprint = {1409.0473}, archivePrefix = {arXiv}, year = {2016}}",
     ["year is 2016, but arXiv identifier `1409.0473` says 2014; look it up"]),
    ("@misc{k, journal = {arXiv preprint arXiv:1409.0473}, year = {2016}}",
     ["year is 2016, but arXiv identifier `1409.0473` says 2014; look it up"]),
    ("@inproceedings{k, booktitle = {Symposium on Trees, Seattle, June 1991}, year = {1981}}",
     ["year is 1981, but booktitle `Symposium on Trees, Seattle, June 1991` says 1991; look it up"]),
    ("@inproceedings{k, booktitle = {NAACL}, doi = {10.18653/v1/N19-1423}, year = {2021}}",
     ["year is 2021, but DOI `10.18653/v1/n19-1423` says 2019; look it up"]),
    ("@inproceedings{k, booktitle = {AAAI}, doi = {10.1609/aaai.v37i8.26149}, year = {2021}}",
     ["year is 2021, but DOI `10.1609/aaai.v37i8.26149` says 2023; look it up"]),
    ("@inproceedings{k, booktitle = {NAACL}, url = {https://aclanthology.org/N19-1423}, year = {2021}}",
     ["year is 2021, but url `https://aclanthology.org/N19-1423` says 2019; look it up"]),
    ("@article{k, journal = {JMLR}, url = {http://jmlr.org/papers/v20/18-598.html}, year = {2021}}",
     ["year is 2021, but url `http://jmlr.org/papers/v20/18-598.html` says 2019; look it up"]),
    ("@misc{k, url = {https://www.tandfonline.com/doi/abs/10.1080/10489223.2014.892943}, year = {2022}}",
     ["year is 2022, but DOI `10.1080/10489223.2014.892943` says 2014; look it up"]),
    ("@misc{k, url = {https://www.tandfonline.com/doi/abs/10.1080/10489223.2014.892943}, year = {2014}}", []),
    ("@article{k, url = {https://www.tandfonline.com/doi/abs/10.1080/10489223.2014.892943}, year = {2022}}", []),
    ("@inproceedings{k, booktitle = {NAACL}, doi = {10.18653/v1/N19-1423}, year = {2019}}", []),
    ("@inproceedings{k, booktitle = {AAAI}, doi = {10.1609/aaai.v37i8.26149}, year = {2023}}", []),
    ("@inproceedings{k, booktitle = {CVPR}, url = {https://openaccess.thecvf.com/content/CVPR2021/html/A.html}, year = {2021}}",
     []),
    ("@inproceedings{k, booktitle = {ECCV}, year = {2021}}", []),
    # The identifier is later than the year: arxiv-mismatch.
    ("@misc{k, eprint = {2002.12816}, archivePrefix = {arXiv}, year = {2010}}", []),
    ("@misc{k, eprint = {1409.0473v7}, archivePrefix = {arXiv}, year = {2016}}", []),
    ("@article{k, journal = {{ACM Computing Surveys} (accepted, in press), arXiv preprint {arXiv}:1508.04180}, year = 2017}",
     []),
    ("@incollection{k, booktitle = {Pidginization and Creolization of Languages: (Proceedings of a conference held at the "
     "University of the West Indies, Mona, Jamaica, April 1968)}, year = 1985}", []),
    ("@incollection{k, booktitle = {Hokan Studies: Papers from the first Conference of Hokan Languages held in San Diego, "
     "California April 23-25, 1970}, year = 1976}", []),
    ("@inproceedings{k, booktitle = {Symposium on Trees, Seattle, June 1991}, year = {2005}}", []),
    ("@inproceedings{k, series = {SOSP '97}, year = {1998}}", []),
    ("@inproceedings{k, series = {SOSP '97}, year = {1999}}", []),
    ("@inproceedings{k, booktitle = {Symposium on Trees, Seattle, June 1991}, year = {1993}}", []),
    ("@incollection{k, booktitle = {Studies 1931--1981}, year = {1984}}", []),
    ("@article{k, eprint = {1409.0473}, archivePrefix = {arXiv}, journal = {J. Trees}, year = {2016}}", []),
    ("@article{smith2017, title = {T}, year = {2020}}", []),
    ("@inproceedings{smith2017, series = {LNCS}, year = {2020}}", []),
    ("@book{k, year = {1999}, origdate = {1899}}", []),
    # A conference named with its year has two years for its proceedings, another five.
    ("@inproceedings{k, booktitle = {Proc. SOT 1997: Symposium on Trees}, year = {1999}}", []),
    ("@inproceedings{k, booktitle = {Proc. SOT 1997: Symposium on Trees}, year = {2000}}",
     ["year is 2000, but booktitle `Proc. SOT 1997: Symposium on Trees` says 1997; look it up"]),
    ("@inproceedings{k, booktitle = {Symposium on Trees 1991}, year = {1996}}", []),
    ("@inproceedings{k, booktitle = {Symposium on Trees 1991}, year = {1997}}",
     ["year is 1997, but booktitle `Symposium on Trees 1991` says 1991; look it up"]),
    ("@inproceedings{k, booktitle = {Symposium on Trees 1991}, year = {1990}}", []),
    ("@inproceedings{k, booktitle = {Symposium on Trees 1991}, year = {1989}}",
     ["year is 1989, but booktitle `Symposium on Trees 1991` says 1991; look it up"]),
    # The arXiv identifier agrees with the year.
    ("@inproceedings{k, booktitle = {Symposium on Trees 2012}, year = {2017}, eprint = {1706.03762}, archiveprefix = {arXiv}}",
     []),
    # The title has the year too: the booktitle is wrong.
    ("@inproceedings{k, title = {Trees in 2004}, booktitle = {Symposium on Trees 2014}, year = {2004}}",
     ["booktitle `Symposium on Trees 2014` says 2014, but year and title say 2004; look it up"]),
    ("@inproceedings{doe14, title = {Trees in 2004}, booktitle = {Symposium on Trees 2014}, year = {2004}}",
     ["booktitle `Symposium on Trees 2014` says 2014, but year and title say 2004; look it up"]),
    ("@inproceedings{doe2014, title = {Trees in 2004}, booktitle = {Symposium on Trees 2014}, year = {2004}}",
     ["booktitle `Symposium on Trees 2014` says 2014 and the key `doe2014` says 2014, but year and title say 2004;"
      " look it up"]),
    ("@inproceedings{k, title = {Trees in 2004}, series = {SOSP '97}, year = {2004}}",
     ["year is 2004, but series `SOSP '97` says 1997; look it up"]),
    ("@inproceedings{k, title = {Trees}, booktitle = {Symposium on Trees 2014}, year = {2004}}",
     ["year is 2004, but booktitle `Symposium on Trees 2014` says 2014; look it up"]),
    ("@inproceedings{sosp2007, series = {SOSP '97}, year = {2007}}",
     ["year is 2007, but series `SOSP '97` says 1997; look it up"]),
    ("@inproceedings{k, series = {SOSP '97}, date = {2007-10}}", ["date is 2007, but series `SOSP '97` says 1997; look it up"]),
    ("@inproceedings{k, series = {SOSP '97}, date = {2007-10}, year = {1997}}", []),
    ("@inproceedings{k, series = {SOSP '97}, year = {in press}}", []),
    ("@inproceedings{k, series = {SOSP '97}, year = {2007}, year = {1997}}", []),
    ("@inproceedings{k, doi = {10.1109/CVPR.2016.90}, year = {2012}}",
     ["year is 2012, but DOI `10.1109/cvpr.2016.90` says 2016; look it up"]),
    ("@article{k, doi = {10.1109/CVPR.2016.90}, year = {2012}}", []),
    ("@inproceedings{k, doi = {10.1109/CVPR.2016.90}, series = {SOSP '97}, year = {1997}}", []),
    ("@misc{k, eprint = {1409.0473}, archivePrefix = {arXiv}, publisher = {ACM}, year = {2016}}", []),
    ("@misc{k, eprint = {1499.0473}, archivePrefix = {arXiv}, year = {2016}}", []),
]  # fmt: skip


@pytest.mark.parametrize(("entry", "messages"), YEARS)
def test_year_mismatch(check: Check, entry: str, messages: list[str]) -> None:
    assert [finding.message for finding in check("year-mismatch", entry + "\n")] == messages


def test_the_lag_is_an_option(check: Check) -> None:
    entry = "@inproceedings{k, series = {SOSP '97}, year = {2000}}\n"
    assert check("year-mismatch", entry)
    assert not check("year-mismatch", entry, lag=4)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ("booktitle = {ECCV}, year = {2021}", "year is 2021, but ECCV was held in 2020 and 2022; look it up"),
        ("booktitle = {European Conference on Computer Vision}, year = {2023}",
         "year is 2023, but ECCV was held in 2022 and 2024; look it up"),
        ("booktitle = {ICML}, doi = {10.1609/aaai.v36i5.20415}, year = {2021}",
         "year is 2021, but DOI `10.1609/aaai.v36i5.20415` says 2022; look it up"),
        ("booktitle = {ECCV}, year = {2020}", ""),
        ("booktitle = {ECCV Workshops}, year = {2021}", ""),
        ("booktitle = {Computer Vision -- ECCV 2020}, year = {2020}", ""),
        ("booktitle = {NeurIPS}, year = {2021}", ""),
        # The year before it was held at all.
        ("booktitle = {ICLR}, year = {2012}", ""),
        ("booktitle = {NSDI}, year = {2003}", ""),
    ],
)  # fmt: skip
def test_a_lag_of_one_year_counts_years_without_the_conference(check: Check, fields: str, message: str) -> None:
    findings = check("year-mismatch", f"@inproceedings{{k, {fields}}}\n", lag=1)
    assert [finding.message for finding in findings] == [message] * bool(message)
