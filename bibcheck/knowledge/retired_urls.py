r"""Web addresses that publishers, archives and resolvers have given up, and the new one where the old one determines it.

A line is a host (`*.` for all below it), a pattern for all that follows the host (`*` for anything), and the new address with
the groups of the pattern; `-` where it does not follow from the old one. The first line that matches counts. Sources: the DOI
handbook (dx.doi.org), the move notices of the sites, and the redirections that they kept.
"""

from __future__ import annotations

import re
from functools import cache

from bibcheck.lazy_re import pattern

_TABLE = r"""
dx.doi.org /(10\..+) https://doi.org/\1
dx.doi.org * -
doi.acm.org /(10\..+) https://doi.org/\1
doi.acm.org * -
doi.wiley.com /(10\..+) https://doi.org/\1
doi.wiley.com * -
doi.springer.de * -
dx.nature.com * -
dx.plos.org /(10\..+) https://doi.org/\1
dx.plos.org * -
dl.acm.org /citation\.cfm\?(?:.*&)?doid=(\d+\.\d+)(?:&.*)? https://dl.acm.org/doi/10.1145/\1
dl.acm.org /[a-z_]+\.cfm.* -
portal.acm.org /citation\.cfm\?(?:.*&)?doid=(\d+\.\d+)(?:&.*)? https://dl.acm.org/doi/10.1145/\1
portal.acm.org * -
ieeexplore.ieee.org /xpls?/(?:articleDetails|freeabs_all|abs_all)\.jsp\?(?:.*&)?arnumber=0*([1-9]\d*)(?:&.*)? https://ieeexplore.ieee.org/document/\1
ieeexplore.ieee.org /xpls?/(?:articleDetails|freeabs_all|abs_all)\.jsp.* -
csdl.computer.org * -
csdl2.computer.org * -
www.aclweb.org /anthology(?:-new)?/(?:[A-Z]/[A-Z]\d\d/)?([A-Z]\d\d-\d{4}|\d{4}\.[\w-]+\.\d+)((?:\.pdf)?)/? https://aclanthology.org/\1\2
www.aclweb.org /anthology.* -
aclweb.org /anthology(?:-new)?/(?:[A-Z]/[A-Z]\d\d/)?([A-Z]\d\d-\d{4}|\d{4}\.[\w-]+\.\d+)((?:\.pdf)?)/? https://aclanthology.org/\1\2
aclweb.org /anthology.* -
acl.ldc.upenn.edu /[A-Z]/[A-Z]\d{2}/([A-Z]\d{2}-\d{4})((?:\.pdf)?) https://aclanthology.org/\1\2
acl.ldc.upenn.edu * -
goo.gl (?!/maps).* -
xxx.lanl.gov /((?:abs|pdf)/.+) https://arxiv.org/\1
xxx.lanl.gov * -
lanl.arxiv.org /((?:abs|pdf)/.+) https://arxiv.org/\1
uk.arxiv.org /((?:abs|pdf)/.+) https://arxiv.org/\1
hal.archives-ouvertes.fr /([a-z]+-\d{6,}.*) https://hal.science/\1
hal.archives-ouvertes.fr * -
hal.inria.fr /([a-z]+-\d{6,}.*) https://inria.hal.science/\1
hal.inria.fr * -
halshs.archives-ouvertes.fr /([a-z]+-\d{6,}.*) https://shs.hal.science/\1
halshs.archives-ouvertes.fr * -
tel.archives-ouvertes.fr /([a-z]+-\d{6,}.*) https://theses.hal.science/\1
tel.archives-ouvertes.fr * -
adsabs.harvard.edu /abs/([^?#/]{19,}) https://ui.adsabs.harvard.edu/abs/\1
adsabs.harvard.edu /(?:abs|cgi-bin|doi)/.* -
cdsads.u-strasbg.fr /abs/([^?#/]{19,}) https://ui.adsabs.harvard.edu/abs/\1
cdsads.u-strasbg.fr * -
esoads.eso.org /abs/([^?#/]{19,}) https://ui.adsabs.harvard.edu/abs/\1
esoads.eso.org * -
tools.ietf.org /(?:html|rfc)/rfc(\d+)(?:\.txt|\.html)?((?:#.*)?) https://www.rfc-editor.org/rfc/rfc\1\2
tools.ietf.org /html/(draft-.+) https://datatracker.ietf.org/doc/html/\1
tools.ietf.org * -
code.google.com /p/([\w.-]+)/? https://code.google.com/archive/p/\1
code.google.com /p/.* -
www.pubmedcentral.nih.gov /articlerender\.fcgi\?(?:.*&)?artid=(\d+)(?:&.*)? https://pmc.ncbi.nlm.nih.gov/articles/PMC\1/
www.pubmedcentral.nih.gov * -
jmlr.csail.mit.edu /(papers/.+) https://jmlr.org/\1
jmlr.csail.mit.edu * -
www.cv-foundation.org /openaccess/(.+) https://openaccess.thecvf.com/\1
sunsite.informatik.rwth-aachen.de /Publications/CEUR-WS/(Vol-\d+/.*) https://ceur-ws.org/\1
books.nips.cc * -
nips.djvuzone.org * -
www.isca-speech.org /archive.* -
citeseer.ist.psu.edu * -
citeseer.nj.nec.com * -
www.citeulike.org * -
www.springerlink.com /openurl\.asp\?(?:.*&)?id=doi:(10\.[^&]+)(?:&.*)? https://doi.org/\1
www.springerlink.com * -
springerlink.com * -
springerlink.metapress.com * -
link.springer.de * -
link.springer-ny.com * -
www.interscience.wiley.com * -
www3.interscience.wiley.com * -
www.blackwell-synergy.com /doi/(?:abs|pdf|full)/(10\.[^?#]+) https://doi.org/\1
www.blackwell-synergy.com * -
www.informaworld.com /(10\.[^?#]+) https://doi.org/\1
www.informaworld.com * -
taylorandfrancis.metapress.com * -
www.oxfordhandbooks.com * -
www.oxfordscholarship.com * -
*.oxfordjournals.org * -
*.highwire.org * -
journals.cambridge.org /abstract_(S[0-9X]{16,17}) https://doi.org/10.1017/\1
journals.cambridge.org * -
ebooks.cambridge.org * -
prl.aps.org /(?:abstract|pdf)/PRL/v(\d+)/i\d+/[ep]+(\d+)(?:_\d+)? https://doi.org/10.1103/PhysRevLett.\1.\2
pra.aps.org /(?:abstract|pdf)/PRA/v(\d+)/i\d+/[ep]+(\d+)(?:_\d+)? https://doi.org/10.1103/PhysRevA.\1.\2
prb.aps.org /(?:abstract|pdf)/PRB/v(\d+)/i\d+/[ep]+(\d+)(?:_\d+)? https://doi.org/10.1103/PhysRevB.\1.\2
prc.aps.org /(?:abstract|pdf)/PRC/v(\d+)/i\d+/[ep]+(\d+)(?:_\d+)? https://doi.org/10.1103/PhysRevC.\1.\2
prd.aps.org /(?:abstract|pdf)/PRD/v(\d+)/i\d+/[ep]+(\d+)(?:_\d+)? https://doi.org/10.1103/PhysRevD.\1.\2
pre.aps.org /(?:abstract|pdf)/PRE/v(\d+)/i\d+/[ep]+(\d+)(?:_\d+)? https://doi.org/10.1103/PhysRevE.\1.\2
rmp.aps.org /(?:abstract|pdf)/RMP/v(\d+)/i\d+/p(\d+)(?:_\d+)? https://doi.org/10.1103/RevModPhys.\1.\2
prl.aps.org * -
pra.aps.org * -
prb.aps.org * -
prc.aps.org * -
prd.aps.org * -
pre.aps.org * -
rmp.aps.org * -
aip.scitation.org /doi/(?:(?:abs|pdf|full)/)?(10\.[^?#]+) https://doi.org/\1
aip.scitation.org * -
asa.scitation.org /doi/(?:(?:abs|pdf|full)/)?(10\.[^?#]+) https://doi.org/\1
asa.scitation.org * -
scitation.aip.org /content/.*/(10\.1063/[0-9.]+) https://doi.org/\1
scitation.aip.org * -
link.aip.org * -
jcp.aip.org * -
stacks.iop.org /(\d{4}-\d{3}[0-9X])/(\d+)/i=(\d+)/a=(\d{3,}) https://doi.org/10.1088/\1/\2/\3/\4
stacks.iop.org * -
www.iop.org /EJ/abstract/(\d{4}-\d{3}[0-9X]/\d+/\d+/\d{3,})/? https://doi.org/10.1088/\1
www.iop.org /EJ/.* -
rspb.royalsocietypublishing.org * -
rsta.royalsocietypublishing.org * -
rspa.royalsocietypublishing.org * -
science.sciencemag.org * -
advances.sciencemag.org * -
www.sciencemag.org /cgi/doi/(10\.[^?#]+) https://doi.org/\1
www.sciencemag.org /(?:cgi|content)/.* -
www.plosone.org /article/info(?::|%3A)doi(?:/|%2F)(10\.1371)(?:/|%2F)(journal\.[a-z]+\.\d+) https://doi.org/\1/\2
www.plosone.org * -
www.ploscompbiol.org /article/info(?::|%3A)doi(?:/|%2F)(10\.1371)(?:/|%2F)(journal\.[a-z]+\.\d+) https://doi.org/\1/\2
www.ploscompbiol.org * -
www.plosbiology.org /article/info(?::|%3A)doi(?:/|%2F)(10\.1371)(?:/|%2F)(journal\.[a-z]+\.\d+) https://doi.org/\1/\2
www.plosbiology.org * -
www.biomedcentral.com /(\d{4}-\d{3}[0-9X])/(\d+)/(\d+)/? https://doi.org/10.1186/\1-\2-\3
journal.frontiersin.org /article/(10\.3389/[a-z]+\.\d{4}\.\d{5})(?:/.*)? https://doi.org/\1
journal.frontiersin.org * -
www.hindawi.com /journals/[a-z]+/(\d{4}/\d+)(?:/(?:abs|cta|ref)?)? https://doi.org/10.1155/\1
links.jstor.org * -
locus.siam.org * -
www.reference-global.com * -
www.mitpressjournals.org /doi/(?:(?:abs|pdf|pdfplus|full)/)?(10\.[^?#]+) https://doi.org/\1
www.mitpressjournals.org * -
arjournals.annualreviews.org /doi/(?:(?:abs|pdf|full)/)?(10\.[^?#]+) https://doi.org/\1
arjournals.annualreviews.org * -
www.emeraldinsight.com /(?:doi/(?:(?:abs|pdf|full)/)?)?(10\.[^?#]+) https://doi.org/\1
www.emeraldinsight.com * -
www.morganclaypool.com /doi/(?:(?:abs|pdf)/)?(10\.[^?#]+) https://doi.org/\1
www.morganclaypool.com * -
www.osapublishing.org * -
www.opticsinfobase.org * -
www.atmos-chem-phys.net /(\d+)/(\d+)/(\d{4})/? https://doi.org/10.5194/acp-\1-\2-\3
www.atmos-chem-phys.net * -
www.geosci-model-dev.net /(\d+)/(\d+)/(\d{4})/? https://doi.org/10.5194/gmd-\1-\2-\3
www.geosci-model-dev.net * -
www.dtic.mil /(?:dtic/tr/fulltext|cgi-bin|get-tr-doc)/.* -
www.slac.stanford.edu /spires/.* -
gateway.isiknowledge.com * -
site.ebrary.com * -
ci.nii.ac.jp /naid/.* -
"""

_LONGEST = 2_000


def is_retired_host(host: str) -> bool:
    """Whether any address on a host (lower case) is retired."""
    rules = _rules()
    return host in rules or f"*.{host.partition('.')[2]}" in rules


def replacement(host: str, rest: str) -> str | None:
    """The address that took the place of a retired one; empty where it is not determined, None if it is not retired.

    `host` is in lower case, `rest` all that follows it: path, query and fragment, without LaTeX.
    """
    if len(rest) > _LONGEST:
        return None
    rules = _rules()
    for retired, new in rules.get(host) or rules.get(f"*.{host.partition('.')[2]}") or ():
        if match := retired.fullmatch(rest):
            return match.expand(new)
    return None


@cache
def _rules() -> dict[str, list[tuple[re.Pattern[str], str]]]:
    rules: dict[str, list[tuple[re.Pattern[str], str]]] = {}
    for line in _TABLE.strip().split("\n"):
        host, regex, new = line.split(" ")
        rules.setdefault(host, []).append((pattern(".*" if regex == "*" else regex), "" if new == "-" else new))
    return rules
