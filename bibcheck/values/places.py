"""Names of countries and of the states of North America, as addresses and conference names end in them."""

from __future__ import annotations

_COUNTRIES = """
Algeria|Argentina|Armenia|Australia|Austria|Azerbaijan|Bahrain|Bangladesh|Belarus|Belgium|Bolivia|Bosnia and Herzegovina
Botswana|Brasil|Brazil|Bulgaria|Cambodia|Cameroon|Canada|Chile|China|PR China|Colombia|Costa Rica|Croatia|Cuba
Cyprus|Czech Republic|Czechia|Czechoslovakia|Danmark|Denmark|Deutschland|Dominican Republic|Ecuador|Egypt|El Salvador
England|Estonia|Ethiopia|Finland|France|Georgia|German Democratic Republic|Germany|West Germany|FRG|GDR|Ghana|Greece
Greenland|Guatemala|Honduras|Hong Kong|Hungary|Iceland|India|Indonesia|Iran|Iraq|Ireland|Northern Ireland|Israel|Italia
Italy|Jamaica|Japan|Jordan|Kazakhstan|Kenya|Korea|Kuwait|Kyrgyzstan|Latvia|Lebanon|Liechtenstein|Lithuania|Luxembourg
Luxemburg|Macao|Macau|Macedonia|North Macedonia|Madagascar|Malaysia|Malta|Mauritius|Mexico|México|Moldova|Monaco|Mongolia
Montenegro|Morocco|Mozambique|Namibia|Nepal|Netherlands|The Netherlands|New Zealand|Nicaragua|Nigeria|North Korea|Norway
Oman|Österreich|Pakistan|Panama|Papua New Guinea|Paraguay|Peru|Philippines|Poland|Portugal|Puerto Rico|Qatar|Republic of Korea
Romania|Russia|Russian Federation|Rwanda|Saudi Arabia|Schweiz|Scotland|Senegal|Serbia|Singapore|Slovakia|Slovak Republic
Slovenia|South Africa|South Korea|Spain|España|Sri Lanka|Sudan|Sweden|Switzerland|Syria|Taiwan|Tanzania|Thailand|Tunisia
Turkey|Türkiye|UK|US|USA|USSR|Uganda|Ukraine|United Arab Emirates|UAE|United Kingdom|United States
United States of America|Uruguay|Uzbekistan|Venezuela|Vietnam|Viet Nam|Wales|Yugoslavia|Zambia|Zimbabwe
"""
_REGIONS = """
AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DC District of Columbia|DE Delaware
FL Florida|GA Georgia|HI Hawaii|IA Iowa|ID Idaho|IL Illinois|IN Indiana|KS Kansas|KY Kentucky|LA Louisiana|MA Massachusetts
MD Maryland|ME Maine|MI Michigan|MN Minnesota|MO Missouri|MS Mississippi|MT Montana|NC North Carolina|ND North Dakota
NE Nebraska|NH New Hampshire|NJ New Jersey|NM New Mexico|NV Nevada|NY New York|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania
PR Puerto Rico|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VA Virginia|VT Vermont
WA Washington|WI Wisconsin|WV West Virginia|WY Wyoming|AB Alberta|BC British Columbia|MB Manitoba|NB New Brunswick
NL Newfoundland|NS Nova Scotia|ON Ontario|PE Prince Edward Island|QC Quebec|SK Saskatchewan
"""

COUNTRIES = frozenset(_COUNTRIES.strip().replace("\n", "|").split("|"))
# States of the USA and provinces of Canada, by their postal codes.
REGIONS = dict(region.split(" ", 1) for region in _REGIONS.strip().replace("\n", "|").split("|"))
_REGION_NAMES = frozenset(REGIONS.values()) | {"Calif", "Cal", "Mass", "Québec"}


def is_country_or_region(text: str) -> bool:
    """Whether a text is the name or the code of a country, or of a state of the USA or Canada."""
    name = text.strip().replace(".", "")
    return name in COUNTRIES or name in REGIONS or name in _REGION_NAMES
