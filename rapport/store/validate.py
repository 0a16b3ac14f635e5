"""A read YAML document against its model: pydantic's complaints as Swedish findings with their places."""

from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from rapport.finding import Finding
from rapport.nearest import nearest
from rapport.store.nodes import Document, Keys, plain
from rapport.store.schema import keys_of

Model = TypeVar("Model", bound=BaseModel)

_NOT_INTEGER = ("{name} är {value}, men ska vara ett heltal.", "Skriv bara siffror.")
_NOT_YEAR = ("{name} är {value}, vilket inte är rimligt.", "Skriv ett årtal med fyra siffror.")
_NOT_KEYS = ("{name} ska innehålla nycklar, men är {value}.", "Skriv nycklarna indragna under raden.")
_EXPLANATIONS = {
    "missing": ("Nyckeln {name} saknas.", "Lägg till en rad:  {name}: …"),
    "int_parsing": _NOT_INTEGER,
    "int_parsing_size": ("{name} är {value}… och har orimligt många siffror.", "Skriv numret som det ska vara."),
    "int_type": _NOT_INTEGER,
    "greater_than": ("{name} är {value}, men ska vara större än noll.", "Skriv bara siffror."),
    "greater_than_equal": _NOT_YEAR,
    "less_than_equal": _NOT_YEAR,
    "literal_error": ("{name} är {value}.", "Skriv {expected}."),
    "value_error": ("{name} innehåller ett osynligt tecken.", "Skriv om raden för hand."),
    "string_too_short": ("{name} är tom.", "Skriv ett värde efter kolonet."),
    "string_type": (
        "{name} ska vara en text, men är {value}.",
        "Skriv texten efter kolonet, eller under  |  på egna rader.",
    ),
    "bool_parsing": ("{name} är {value}.", "Skriv true eller false."),
    "tuple_type": ("{name} ska vara en lista, men är {value}.", "Skriv [ett, två], eller ett på varje rad:  - …"),
    "too_short": ("{name} är tom.", "Skriv minst ett:  - …"),
    "list_type": ("{name} ska vara ett ord eller en lista av ord, men är {value}.", "Skriv ett ord på varje rad:  - …"),
}
_ENTRIES = (
    "svar",
    "källor",
    "regler",
)  # keys whose values are many of a kind: a fault in one leaves the others as they are


def validate(document: Document, model: type[Model]) -> tuple[Model | None, list[Finding]]:
    """Return the document as a model, or None with a finding for every fault in it.

    A key that the model does not know, or that is wrong within one answer, is left out and reported, so that
    the rest can still be used.
    """
    data: Any = plain(document.root)
    findings: list[Finding] = []
    while True:
        try:
            return model.model_validate(data), findings
        except ValidationError as error:
            details = error.errors(include_url=False, include_context=True, include_input=True)
        findings += [_finding(document, detail, model) for detail in details]
        if any(not _is_removable(detail) for detail in details):
            return None, findings
        for detail in details:
            _remove(data, detail["loc"])


def _is_removable(detail: ErrorDetails) -> bool:
    is_one_of_many = detail["loc"][0] in _ENTRIES and len(detail["loc"]) > 1
    return detail["type"] == "extra_forbidden" or is_one_of_many


def _remove(data: Any, keys: Keys) -> None:  # noqa: ANN401 - plain YAML data
    for key in keys[:-1]:
        if not isinstance(data.get(key), dict):  # the fault is inside a list: all of it goes, once
            data.pop(key, None)
            return
        data = data[key]
    data.pop(keys[-1], None)


def _finding(document: Document, detail: ErrorDetails, model: type[BaseModel]) -> Finding:
    keys = tuple(detail["loc"])
    fraga = str(keys[1]) if len(keys) > 1 and keys[0] == "svar" else None
    name = str(next(key for key in reversed(keys) if isinstance(key, str)))
    if detail["type"] == "extra_forbidden":
        place = document.place(document.key(keys) or document.find(keys))
        known = sorted(_known_keys(model, keys[:-1]))
        guess = nearest(name, known)
        hint = f"Menade du {guess}?" if guess else f"Nycklarna här är {', '.join(known)}."
        if fraga and not guess:
            hint += " Hör raden till svarets text ska den börja längre in."
        return Finding("okand-nyckel", "error", f"Nyckeln {name} finns inte.", hint, place, fraga=fraga)
    if name == "status" and detail["type"] == "literal_error":
        from rapport.store.outside import text_below
        from rapport.store.yaml_suspects import NO_TEXT

        if below := text_below(document, keys):
            return Finding("yaml", "error", *NO_TEXT, below, fraga=fraga)
    message, hint = _explain(detail, name)
    return Finding("yaml", "error", message, hint, document.place(document.find(keys)), fraga=fraga)


def _explain(detail: ErrorDetails, name: str) -> tuple[str, str]:
    """Return message and hint, by pydantic's type of error."""
    expected = str(detail.get("ctx", {}).get("expected", "")).replace("'", "").replace(" or ", " eller ")
    values = {"name": name, "value": _shown(detail["input"]), "expected": expected}
    message, hint = _EXPLANATIONS.get(detail["type"], _NOT_KEYS)
    return message.format(**values), hint.format(**values)


def _shown(value: object) -> str:
    if isinstance(value, str):
        return f"”{value[:40]}”" if value else "tom"
    return "en lista" if isinstance(value, list) else "en grupp av nycklar" if isinstance(value, dict) else "tom"


def _known_keys(model: type[BaseModel], keys: Keys) -> Iterator[str]:
    """Yield the keys allowed at a path; inside an answer they are those of the model that answers have."""
    for key in keys:
        fields = {field.alias or name: field for name, field in model.model_fields.items()}
        if key in fields:
            model = _inner_model(fields[str(key)].annotation) or model
    yield from keys_of(model)


def _inner_model(annotation: Any) -> type[BaseModel] | None:  # noqa: ANN401 - any type annotation
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = (_inner_model(argument) for argument in getattr(annotation, "__args__", ()))
    return next((model for model in found if model), None)
