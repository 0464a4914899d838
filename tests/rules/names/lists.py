"""Lists of names that are good, and how the tests of this category look at a list."""

from __future__ import annotations

from tests.applying import apply

# No rule reports anything of their structure.
GOOD = [
    "Jane Smith",
    "Smith, Jane and John Roe and others",
    "King, Jr., Martin Luther",
    "Brooks Jr., Frederick P. and Holtzheimer III, P.E.",
    "Amaral, Sobrinho, J. and Tourinho, Neto, F. C.",
    "Garc{\\'i}a M{\\'a}rquez, Gabriel Jos{\\'e}",
    "Garc{\\'i}a M{\\'a}rquez, Gabriel and Ann Roe",
    "Butler H., Inez M.",
    "Krisólogo B., Pedro J.",
    "Rishi T. and C. V. Radhakrishnan",
    "Weinan E and Malcolm X",
    "Romain Rolland and Ferdinand Bertrand and Anand Rajaraman and Sand De Brabander",
    "Christine Marchand and Roland Weibezahn",
    "Alexander Fernandez and Sandra Anderson",
    "Jos{\\'e} Ortega y Gasset and Ram{\\'o}n y Cajal, Santiago",
    "E\\c{c}a de Queir{\\'o}s, Jos{\\'e} Maria and Joaquim Machado e Silva",
    "von und zu Liechtenstein, Hans",
    "Ludwig\n van Beethoven and Jane\n Smith and Ewald,\n Paul",
    'Mueller, J{\\"o}rg and M{\\"u}ller, Ann',
    "{Marks and Spencer} and {Bureau of Labor and Statistics}",
    "{{National Academies of Sciences, Engineering, and Medicine}}",
    "{AT\\&T} and {Johnson \\& Johnson}",
    "{The UniProt Consortium} and OpenAI and NASA and {IBM Research}",
    "William H. Press and Alonzo Church and Robert Service and Ng, Bank and Board, John",
    "Wurm, S.A. and Ajzen, S.A. and Brown, Co. and Smith, AG",
    "Smith, M.D. and Lambon Ralph, M.A. and de Angelis, M.A. and Jones, MD",
    "Anonymous",
    "The Editors",
    "John Doe and Ann Roe",
    "John Doe",
    "Lord, Frederic and First, Ruth and Last, Jef and Name, Ann",
    "Al Gore and Others, Bo",
    "family=Knuth, given=Donald, given-i=D",
    "family={{\\TeX} Merchandising Project}, given=Martin and uniquelist=false and Ann Ng",
    "{\\'E}variste Galois and Paul Erd\\H{o}s and Crispim Rom\\~ao, Miguel",
    "xyz123 and user2",
    "",
]


def entry(names: str, field: str = "author", type: str = "book") -> str:
    """A file with one list of names."""
    return f"@{type}{{key, {field} = {{{names}}}}}\n"


def report(check, rule: str, names: str, field: str = "author") -> tuple[list[str], str | None]:
    """What a rule reports of a list, and the list after its fix; None where there is no fix."""
    text = entry(names, field)
    findings = check(rule, text)
    spans = [text[finding.span.start : finding.span.end] for finding in findings]
    if not any(finding.edits for finding in findings):
        return spans, None
    mended = apply(text, findings)
    return spans, mended[len(entry("", field)) - 3 : -3]
