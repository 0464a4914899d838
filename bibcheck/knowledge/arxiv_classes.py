"""The classes in which arXiv files preprints: https://arxiv.org/category_taxonomy, and archives that have been closed.

Some archives are a class as they stand; those that are divided now were not at first (`astro-ph` until 2009), and are in use
by themselves (`cs`).
"""

from __future__ import annotations

_DIVIDED = {
    "astro-ph": "CO EP GA HE IM SR",
    "cond-mat": "dis-nn mes-hall mtrl-sci other quant-gas soft stat-mech str-el supr-con",
    "cs": "AI AR CC CE CG CL CR CV CY DB DC DL DM DS ET FL GL GR GT HC IR IT LG LO MA MM MS NA NE NI OH OS PF PL RO SC SD SE"
    " SI SY",
    "econ": "EM GN TH",
    "eess": "AS IV SP SY",
    "math": "AC AG AP AT CA CO CT CV DG DS FA GM GN GR GT HO IT KT LO MG MP NA NT OA OC PR QA RA RT SG SP ST",
    "nlin": "AO CD CG PS SI",
    "physics": "acc-ph ao-ph app-ph atm-clus atom-ph bio-ph chem-ph class-ph comp-ph data-an ed-ph flu-dyn gen-ph geo-ph"
    " hist-ph ins-det med-ph optics plasm-ph pop-ph soc-ph space-ph",
    "q-bio": "BM CB GN MN NC OT PE QM SC TO",
    "q-fin": "CP EC GN MF PM PR RM ST TR",
    "stat": "AP CO ME ML OT TH",
}
_UNDIVIDED = "gr-qc hep-ex hep-lat hep-ph hep-th math-ph nucl-ex nucl-th quant-ph"
_CLOSED = (
    "acc-phys adap-org alg-geom ao-sci atom-ph bayes-an chao-dyn chem-ph cmp-lg comp-gas dg-ga funct-an mtrl-th patt-sol"
    " plasm-ph q-alg solv-int supr-con"
)
# In lower case, with the letters that arXiv gives them.
ARXIV_CLASSES = {
    name.lower(): name
    for name in (
        *_DIVIDED,
        *(f"{archive}.{subject}" for archive, subjects in _DIVIDED.items() for subject in subjects.split()),
        *_UNDIVIDED.split(),
        *_CLOSED.split(),
    )
}
