"""What cites: reads LaTeX, `.aux`, `.bcf`, Markdown, Typst and reStructuredText for citations and bibliographies."""

from bibcheck.documents.document import Document as Document
from bibcheck.documents.project import Project as Project
from bibcheck.documents.project import load_project as load_project
from bibcheck.documents.reading import read_document as read_document
