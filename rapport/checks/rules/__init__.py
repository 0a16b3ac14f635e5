"""All rules, one module each. A rule exists when it is listed here."""

from rapport.checks.rules import (
    dubbelt_svar,
    kryss,
    markdown,
    okand_fraga,
    okand_nyckel,
    platshallare,
    teckengrans,
    tomt_svar,
    trasiga_tecken,
    yaml,
)

ALL = (
    yaml,
    okand_nyckel,
    okand_fraga,
    dubbelt_svar,
    markdown,
    teckengrans,
    tomt_svar,
    kryss,
    platshallare,
    trasiga_tecken,
)
