"""The text as written: a tree of blocks that tile the file, read as BibTeX or as btparse reads it."""

from bibcheck.syntax.parser import parse as parse
