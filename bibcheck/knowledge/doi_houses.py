"""Publishers that register DOIs for the articles of all their journals."""

from __future__ import annotations

# The year from which the articles of these houses have DOIs throughout: Crossref was founded in January 2000, and they had
# joined it or have given DOIs to their back files since.
ARTICLES_SINCE = 2000
# By their names in publishers.txt, imprints and former selves included.
ARTICLE_HOUSES = frozenset(
    """
    Academic Press
    Acoustical Society of America
    American Association for the Advancement of Science
    American Astronomical Society
    American Chemical Society
    American Geophysical Union
    American Institute of Aeronautics and Astronautics
    American Institute of Physics
    American Mathematical Society
    American Medical Association
    American Meteorological Society
    American Physical Society
    American Physiological Society
    American Psychological Association
    American Society for Microbiology
    American Society of Civil Engineers
    American Society of Mechanical Engineers
    Annual Reviews
    Association for Computing Machinery
    BMJ Publishing Group
    Bentham Science
    BioMed Central
    Blackwell
    Brill
    Cambridge University Press
    Cell Press
    Company of Biologists
    Copernicus Publications
    De Gruyter
    EDP Sciences
    EMBO Press
    Electrochemical Society
    Elsevier
    Emerald
    F1000 Research
    Frontiers Media
    Hindawi
    IEEE
    IEEE Computer Society
    IOP Publishing
    IOS Press
    Inderscience
    Institute for Operations Research and the Management Sciences
    Institute of Mathematical Statistics
    Institution of Engineering and Technology
    Inter-Research
    International Union of Crystallography
    John Benjamins
    Karger
    Kluwer Academic Publishers
    MDPI
    Mary Ann Liebert
    NRC Research Press
    National Academy of Sciences
    Nature Publishing Group
    North-Holland
    Optica Publishing Group
    Oxford University Press
    PeerJ
    Pensoft Publishers
    Pergamon Press
    Public Library of Science
    Rockefeller University Press
    Routledge
    Royal Society
    Royal Society of Chemistry
    SAGE Publications
    SPIE
    Society for Industrial and Applied Mathematics
    Springer
    Springer Nature
    Springer-Verlag
    Taylor & Francis
    Wiley
    Wiley-Blackwell
    Wiley-VCH
    Wolters Kluwer
    World Scientific
    eLife Sciences Publications
    """.strip().split("\n    ")
)
