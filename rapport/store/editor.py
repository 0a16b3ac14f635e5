"""What makes an editor help: a JSON Schema for each file, and settings for VS Code."""

import json
from typing import Any

from pydantic import BaseModel

from rapport.domain.mall import Fraga, Mall, Omrade
from rapport.store.schema import OmradeFil, RapportFil, SvarPost

FOLDER = ".vscode"
Schema = dict[str, Any]


def editor_files(mall: Mall) -> dict[str, str]:
    """Return the editor's files by their paths in the report folder."""
    schemas = {f"omrade-{omrade.nummer}": area_schema(omrade, mall) for omrade in mall.omraden}
    schemas["rapport"] = rapport_schema()
    patterns = {f"{FOLDER}/omrade-{omrade.nummer}.schema.json": f"{omrade.nummer}-*.yaml" for omrade in mall.omraden}
    settings = {
        "yaml.schemas": {f"{FOLDER}/rapport.schema.json": "rapport.yaml", **patterns},
        "yaml.format.enable": False,  # it would rewrap the answers
        "files.encoding": "utf8",
        "files.eol": "\n",
        "[yaml]": {"editor.wordWrap": "on", "editor.insertSpaces": True, "editor.tabSize": 2},
    }
    files = {f"{FOLDER}/{name}.schema.json": schema for name, schema in schemas.items()}
    files[f"{FOLDER}/settings.json"] = settings
    files[f"{FOLDER}/extensions.json"] = {"recommendations": ["redhat.vscode-yaml"]}
    return {name: json.dumps(data, ensure_ascii=False, indent=2) + "\n" for name, data in files.items()}


def rapport_schema() -> Schema:
    """Return the JSON Schema of rapport.yaml."""
    words = {"type": ["array", "string", "null"], "items": {"type": "string"}}
    allvar = {"type": ["object", "null"], "additionalProperties": {"enum": ["fel", "varning", "upplysning", "av"]}}
    kinds = {"år": {"type": "integer"}, "mall": {"type": ["string", "integer"]}, "regler": allvar, "ordlista": words}
    return _schema(RapportFil, kinds)


def area_schema(omrade: Omrade, mall: Mall) -> Schema:
    """Return the JSON Schema of an area's files: its questions with their texts, and nothing else."""
    svar = {
        "type": ["object", "null"],
        "description": omrade.meddelande,
        "additionalProperties": False,
        "properties": {fraga.id: _svar(fraga, mall) for fraga in omrade.fragor},
    }
    return _schema(OmradeFil, {"område": {"const": omrade.nummer}, "svar": svar})


def _svar(fraga: Fraga, mall: Mall) -> Schema:
    kryss = {"enum": [*(box.lower() for box in fraga.kryss), None]} if fraga.kryss else False
    waivers = {"type": "object", "additionalProperties": {"type": "string", "minLength": 1}}
    status = {"enum": ["utkast", "granskas", "klar"]}
    entry = _schema(SvarPost, {"kryss": kryss, "tillåt": waivers, "status": status})
    entry.pop("$schema")
    return {"description": mall.full_text(fraga), "anyOf": [{"type": ["string", "null"]}, entry]}


def _schema(model: type[BaseModel], properties: dict[str, Any]) -> Schema:
    """Return a schema of a model's keys, with their descriptions; ``properties`` says what they hold if not text."""
    found: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        key = field.alias or name
        kind = properties.get(key, {"type": ["string", "null"]})
        found[key] = kind if kind is False else {"description": field.description, **kind}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "description": (model.__doc__ or "").strip(),
        "type": "object",
        "additionalProperties": False,
        "required": [f.alias or name for name, f in model.model_fields.items() if f.is_required()],
        "properties": found,
    }
