"""The output formats, by the name that ``--format`` takes. A format exists when it is listed here."""

FORMATS = ("text", "json", "sarif", "github")
