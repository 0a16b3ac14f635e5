"""The goals of Agenda 2030, by their numbers, with what each is called in Swedish.

Source: the government's and UNDP's Swedish names of the goals (globalamalen.se), November 2026. The first name is the
short one; a part of it that no other goal has is enough to know it by.
"""

MAL = dict(
    enumerate(
        (
            ("Ingen fattigdom",),
            ("Ingen hunger",),
            ("God hälsa och välbefinnande", "Hälsa och välbefinnande", "God hälsa"),
            ("God utbildning för alla", "God utbildning"),
            ("Jämställdhet",),
            ("Rent vatten och sanitet för alla", "Rent vatten och sanitet", "Rent vatten"),
            ("Hållbar energi för alla", "Hållbar energi"),
            ("Anständiga arbetsvillkor och ekonomisk tillväxt", "Anständiga arbetsvillkor", "Ekonomisk tillväxt"),
            ("Hållbar industri, innovationer och infrastruktur", "Hållbar industri"),
            ("Minskad ojämlikhet",),
            ("Hållbara städer och samhällen", "Hållbara städer"),
            ("Hållbar konsumtion och produktion", "Hållbar konsumtion"),
            ("Bekämpa klimatförändringarna", "Bekämpa klimatförändringen"),
            ("Hav och marina resurser",),
            ("Ekosystem och biologisk mångfald",),
            ("Fredliga och inkluderande samhällen",),
            ("Genomförande och globalt partnerskap", "Globalt partnerskap"),
        ),
        start=1,
    )
)
DELMAL = 169
