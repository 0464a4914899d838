"""Words that no abbreviation is spelt like, in names of publishers, schools, journals and series."""

from __future__ import annotations

FULL_WORDS = frozenset(
    "press publisher publishers publishing publication publications verlag springer elsevier wiley sons blackwell routledge"
    " benjamins longman macmillan birkhäuser mcgraw-hill addison-wesley prentice-hall hall books house association society"
    " academy university institute institution college school centre center laboratory laboratories foundation company"
    " corporation incorporated limited group international conference workshop symposium congress meeting proceedings series"
    " report reports journal letters review reviews magazine science sciences linguistics language languages mathematics"
    " physics chemistry biology medicine engineering technology technologies computing computation computers computer"
    " software hardware systems networks networking communications security privacy programming intelligence learning vision"
    " recognition processing research studies education economics statistics applications psychology philosophy history".split()
)
# Five letters and more with a full stop of their own, in addresses.
ABBREVIATED_PLACES = frozenset("calif engl oklah penna switz scotl".split())
