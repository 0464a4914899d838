"""bibcheck: a linter for BibTeX and BibLaTeX bibliographies."""

__version__ = "0.1.0"
