"""Words that stand beside a person's name: particles, generations, titles, degrees, roles."""

from __future__ import annotations

# Small words that family names begin with or are joined by. BibTeX makes them the von part.
PARTICLES = frozenset(
    "a aan ab abu ad af al am an ap as auf aus av bar ben bin bint binti da dal dalla das de degli dei del della delle "
    "dello dem den der des di dit do dos du e el en et'l ferch het i ibn il im in la las le les lo los mac mc nic of op "
    "por sant santa st te ten ter the thoe thor tho til to tot uit und upon uyt van vander vande vanden vom von vor voor "
    "y ya zu zum zur zen 't 'n 's".split()
)
# What BibTeX's jr part is for.
GENERATIONS = frozenset(
    "jr jnr junior júnior sr snr senior filho neto sobrinho sobrinha netto i ii iii iv v vi vii viii 1st 2nd 3rd 4th 5th "
    "fils père pere esq".split()
)
# Before a name. Left out is what given names and initials look like too: Fr. (Friedrich), M., Mag. (Magnus), Sir, Lord.
TITLES = frozenset(
    "Dr. Dr Prof. Prof Professor Univ.-Prof. Doz. Dipl.-Ing. Dipl.-Inform. Dipl.-Math. Dipl.-Phys. Dr.-Ing. RNDr. Mgr. Mr. Mr "
    "Mrs. Mrs Ms. Mme Mlle Rev. Capt.".split()
)
# They belong to one of TITLES before or after them.
TITLE_PARTS = frozenset("PD Assoc. Asst. apl. habil. h.c. h. c. rer. nat. phil. med. pol. oec. jur. mult.".split())
# After a name.
DEGREES = frozenset(
    "PhD Ph.D. Ph.D Ph.d. DPhil D.Phil. MSc M.Sc. BSc B.Sc. MBA DrPH LLM EdD Ed.D. PsyD ScD PharmD FRSE FREng FACM".split()
)
# After a name and a comma; elsewhere they are initials.
DEGREES_OR_INITIALS = frozenset(
    "MD M.D. MA M.A. MS M.S. BA B.A. JD RN PE P.E. Esq. Esq MPH DDS DVM FRS OBE CBE MBE".split()
)
# In parentheses after a name, or after a comma.
ROLES = frozenset(
    "ed ed. eds eds. editor editors hrsg hrsg. hg hg. hgg. trans trans. translator translators comp comp. comps. compiler "
    "compilers org. orgs. coord. coords. dir. dirs. éd. éds. red.".split()
)
# What describes people instead of naming them.
DESCRIPTIONS = frozenset("author authors staff members users maintainers coordinator coordinators others".split())
# Degrees, and syllables and short names that stand in capitals now and then. They may be initials.
NAMES_LIKE_INITIALS = frozenset(
    "MD PHD AI AN BO CY DO DU ED EL FU GE GU HE HO HU JI JO KO LE LI LU MA MI NA NG NI OZ PU QI SU TY UN VI VO VU WU XI XU YA "
    "YE YI YU ADA ALI AMY ANN BAO BEN BIN BOB CAI DAN DAO DIN EVA FAN FEI GUO GUY HAI HAN HAO HUA HUI HUY IAN IDA JAN JIA JIE "
    "JIM JIN JOE JON JUN KAI KAY KEN KIM LAN LEE LEI LEO LIN LIZ LUC MAI MAX MEI MIN NAM PAN PAT PIA RAY RON ROY RUI SAM SUE "
    "SUN TAN TAO TIM TOM UTE UWE VAN WEI XIN YAN YIN YUE YUN ZHU".split()
)
# Two capitals that stand for something rather than for given names, or that end the name of a company.
ACRONYMS = frozenset("AB AG AI AS BP BV CV DB EC EU GE HP HQ IT KG LP ML NA NV PC PR SA SE TV UK UN US VR".split())
PRONOUNS = frozenset("she/her he/him they/them she/they he/they she/her/hers he/him/his they/them/theirs".split())
# People who write their names in lower case: family name and first letter of the given name.
SMALL_BY_CHOICE = frozenset(("hooks b", "boyd d", "cummings e", "lang k", "brown a"))
# Family names that so many bear that two people of one short given name are nothing rare.
SHARED_FAMILIES = frozenset(
    "wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie song tang deng feng "
    "han cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren shen yao kim lee park choi jung "
    "kang cho yoon jang lim nguyen tran le pham singh kumar".split()
)
