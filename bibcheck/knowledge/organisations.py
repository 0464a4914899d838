"""What tells an organisation from a person: words that no person is called, and names that have none of them."""

from __future__ import annotations

# In a person's name these do not stand. Left out is what people are called: Bank, Board, Church, Press, Service, Trust.
WORDS = frozenset(
    "Academy Administration Agency Akademie Alliance Association Associação Asociación Authority Bundesamt Bureau Center "
    "Centers Centre Centres Coalition Collaboration Collaborations Collaborators College Comité Commission Committee "
    "Community Company Conference Consortium Contributors Corporation Council Department Developers Directorate "
    "Electronics Federation Forum Forschungsgemeinschaft Foundation Fundación Gesellschaft Government Group Hospital "
    "Industries Initiative Institut Institute Institutes Institution Instituto Instruments International Laboratories "
    "Laboratory Libraries Library Ministerium Ministerio Ministry Ministère Museum Network Observatory Office "
    "Organisation Organization Parliament Partnership Program Programme Project School Secretariat Services Sociedad "
    "Society Société Software Statistics Stiftung Systems Team Technologies Union Universidad Universidade Universität "
    "Universiteit University Università Université Verein Workshop "
    "Agentur Anthology Archives Blog Encyclopedia Encyclopaedia Journals Magazine Newsletter Newspaper Repository Research "
    "Army Assembly Bundestag Congress Documentation Embassy Ensemble Force Navy News Orchestra Parlament Quartet Senate "
    "Taskforce Wiki "
    "collaboration collaborators community consortium contributors developers foundation group managers members participants "
    "project speakers staff students team users volunteers".split()
)
# Those of WORDS that name where people work: after people in a list they are an affiliation.
AFFILIATIONS = frozenset(
    "Academy Akademie Center Centre College Department Hospital Institut Institute Institution Instituto Laboratories "
    "Laboratory School Universidad Universidade Universität Universiteit University Università Université".split()
)
# Before `of` they are no title of a person, as `Duke` is: `Bank of England`.
BEFORE_OF = frozenset(
    "Bank Banque Board Chamber Church City College County Court Division Faculty Head Headquarters House Joint Journal "
    "Kingdom Republic State States Town".split()
)
# What ends the name of a company, also after a comma. Left out is what may be initials: AG, S.A., B.V., PLC.
COMPANY_ENDINGS = frozenset("Inc. Inc LLC Ltd. Ltd GmbH Corp. Corp S.r.l. Pty plc".split())

# Bodies of state and learned bodies whose second half stands behind `and`.
SUBJECTS = frozenset(
    "Administration Agriculture Aging Alcoholism Anesthesiology Art Arts Astronautics Atmospheric Biology Business "
    "Chemistry Climate Communication Communications Computation Computer Computing Control Crime Culture Curricula "
    "Database Defence Defense Design Development Digestive Drug Economic Economics Education Electronics Employment "
    "Energy Engineering Engineers Environment Environmental Evaluation Finance Fisheries Forestry Health History Housing "
    "Human Humanities Immigration Industry Informatics Information Innovation Instrumentation Interventional Kidney "
    "Labor Labour Language Languages Law Linguistics Management Manufacturing Marine Mathematics Mechanics Medicine "
    "Mental Mineral Natural Neurology Nuclear Nutrition Physics Planning Policy Politics Practice Prevention Protection "
    "Psychology Quality Reclamation Religion Research Resources Safety Science Sciences Security Service Services Social "
    "Society Sociology Software Space Standards Statistics Surveillance Systems Technologies Technology "
    "Telecommunications Therapeutics Trade Training Transport Transportation Urban Virgo Water Welfare Wildlife Work "
    "Workforce".split()
)

# Names that none of WORDS gives away, or that have an `and`.
KNOWN = frozenset(
    """
    ACM/IEEE-CS Joint Task Force on Computing Curricula
    ALLHAT Officers and Coordinators
    Advanced Micro Devices
    Associated Press
    BBC News
    Bluetooth SIG
    Bureau of Labor and Statistics
    Bundesamt für Sicherheit in der Informationstechnik
    Centers for Disease Control and Prevention
    Diabetes Control and Complications Trial Research Group
    European Central Bank
    European Parliament and Council
    Facebook AI Research
    Food and Agriculture Organization
    Food and Agriculture Organization of the United Nations
    Food and Drug Administration
    Google AI
    Google DeepMind
    Google Quantum AI
    Google Quantum AI and Collaborators
    Google Research
    Gurobi Optimization
    Human Rights Watch
    Intergovernmental Panel on Climate Change
    Internet Activities Board
    Internet Architecture Board
    Internet Engineering Task Force
    Joint Task Force on Computing Curricula
    LIGO Scientific Collaboration and Virgo Collaboration
    Meta AI
    Microsoft Research
    National Academies of Sciences, Engineering, and Medicine
    National Aeronautics and Space Administration
    National Institute of Standards and Technology
    National Oceanic and Atmospheric Administration
    New York Times
    OpenMP ARB
    OpenMP Architecture Review Board
    Organisation for Economic Co-operation and Development
    Stack Overflow
    Statistisches Bundesamt
    Sun Microsystems
    The Economist
    R Core
    RFC Editor
    The Go Authors
    The Joint Task Force on Computing Curricula
    The MathWorks
    The New York Times
    The World Bank
    U.S. Food and Drug Administration
    U.S. Geological Survey
    United Nations
    United Nations Educational, Scientific and Cultural Organization
    Wolfram Research
    World Bank
    """.strip()
    .replace("\n    ", "\n")
    .split("\n")
)
# A word of each of KNOWN that few people bear, so that a list without any need not be looked up.
MARKS = frozenset(
    "ALLHAT ARB Core Activities AI Architecture Associated Bank Board Bundesamt Curricula DeepMind Devices Economist Editor "
    "Force Geological Go Joint LIGO MathWorks Microsystems Nations News Optimization Overflow Panel Research Review "
    "SIG Times Watch".split()
)
