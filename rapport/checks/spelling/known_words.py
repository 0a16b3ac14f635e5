"""Words that the dictionary lacks or cannot tell from slips, and the names that must be right in a region's report."""

# English that the field speaks. Other English is known by the English dictionary, unless Swedish is a letter away.
_ENGLISH = """
accelerator analytics barcamp benchmark benchmarking blended boost bootcamp bottom branding buddy business capacity
center challenge citizen city cleantech cluster clusters co code cohesion community creative crowdfunding dashboard
dashboards deal deeptech design digital discovery ecosystem edge empowerment engagement entrepreneurial facility
factory fintech foresight fund funding funds gaming gap governance green growth hackathon health helix hub hubben hubs
impact incubator industry innovation inspire invest lab labb labs lean lighthouse living mainstreaming maker
makerspace match matchmaking mentor microcredentials mindset mission network next open outdoor park partner peer pilot
pipeline pitch platform policy power process quadruple recovery regional resilience reskilling roadmap roadshow scale
scaleup science seed sharing skills smart soft spinoff stakeholder startup startups storytelling strategic strategy
street summit sustainable team tech testbed testbeds think tool toolbox toolkit top tourism track transition triple
twin upskilling urban valley venture vision voucher vouchers workation workshop youth
"""
# Short forms without their full stop, and English as the British spell it.
_SHORT = """
centre dnr etc exkl forts inkl jfr jmf kap ksek löpnr mdkr mkr mnkr msek osv programme
programmes prop ref resp skr specialisation tex tkr
"""
# What the field says and the dictionary lacks, in the forms that can also begin a compound.
_FIELD = """
byanät byanäten byanätet cirkularitet cirkulariteten dari elektrobränsle elektrobränslen elektrobränslena elflyg
elflyget flerårighet flerårigheten fylkeskommune geografier geografierna knappast kommune linjelagd linjelagda
sakråd sakrådet samhandling samskapa samskapande tigrinja tolvårs
"""
ENGLISH = frozenset(_ENGLISH.split())
WORDS = ENGLISH | {*_SHORT.split(), *_FIELD.split(), "interreg", "leader", "coompanion", "eldrimner"}
