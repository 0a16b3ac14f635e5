"""The shape of the report folder's YAML files, as models: what is checked on reading and shown in the editor."""

from typing import Annotated, Any, Literal, get_args

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from rapport.domain.kalla import Slag
from rapport.domain.svar import Status


def _as_mapping(value: Any) -> Any:  # noqa: ANN401 - whatever stands in the file
    """Read a key with nothing after it as one that holds no answers yet."""
    return {} if value == "" else value


def _as_entry(value: Any) -> Any:  # noqa: ANN401 - as above
    """Read the short form of an answer, just its text, as the long one."""
    return {"text": value} if isinstance(value, str) else value


def _as_words(value: Any) -> Any:  # noqa: ANN401 - as above
    """Read one choice as a list of one, nothing chosen as an empty list."""
    if isinstance(value, str):
        return [value] if value.strip() else []
    return value


def _lower(value: Any) -> Any:  # noqa: ANN401 - as above
    return value.strip().lower() if isinstance(value, str) else value


def _printable(value: str) -> str:
    if not value.isprintable():
        raise ValueError("not printable")
    return value


def keys_of(model: type[BaseModel]) -> frozenset[str]:
    """Return the keys that a file, or a part of one, may have."""
    return frozenset(field.alias or name for name, field in model.model_fields.items())


AllvarOrd = Literal["fel", "varning", "upplysning", "av"]
OneLine = Annotated[str, AfterValidator(_printable)]


class File(BaseModel):
    """What the files have in common."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", validate_by_name=False, validate_by_alias=True, defer_build=True
    )


class SvarPost(File):
    """Ett svar."""

    text: str = Field(default="", description="Svaret, i Markdown.")
    kryss: Annotated[list[str], BeforeValidator(_as_words)] = Field(
        default_factory=list, description="Formulärets ruta: ja, nej eller ej aktuellt."
    )
    status: Annotated[Status, BeforeValidator(lambda value: _lower(value) or "utkast")] = Field(
        default="utkast", description="Hur långt svaret har kommit: utkast, granskas eller klar."
    )
    ansvarig: str = Field(default="", description="Vem som ansvarar för svaret.")
    kommentar: str = Field(default="", description="Intern anteckning. Kommer aldrig med i dokumentet.")
    tillat: Annotated[dict[str, str], BeforeValidator(_as_mapping)] = Field(
        default_factory=dict,
        alias="tillåt",
        description="Regler som inte gäller detta svar, var och en med sitt skäl.",
    )


class OmradeFil(File):
    """En fil med svar på frågor i ett område."""

    omrade: int = Field(alias="område", description="Frågeområdets nummer.")
    ansvarig: str = Field(default="", description="Vem som ansvarar för området.")
    kommentar: str = Field(default="", description="Intern anteckning. Kommer aldrig med i dokumentet.")
    svar: Annotated[dict[str, Annotated[SvarPost, BeforeValidator(_as_entry)]], BeforeValidator(_as_mapping)] = Field(
        default_factory=dict, description="Svaren, fråga för fråga."
    )


class RapportFil(File):
    """rapport.yaml: vad redovisningen är."""

    mall: OneLine = Field(min_length=1, description="Vilket års formulär som besvaras.")
    region: OneLine = Field(min_length=1, description="Regionens namn.")
    ar: Annotated[int, Field(ge=2000, le=2100)] = Field(alias="år", description="Året som redovisas.")
    diarienummer: OneLine = Field(default="", description="Redovisningens diarienummer.")
    forra: OneLine = Field(
        default="",
        alias="förra",
        description="Förra redovisningen, som svaren jämförs med: en mapp eller ett .docx, sedd från den här mappen.",
    )
    ansvarig: str = Field(default="", description="Vem som samordnar redovisningen.")
    kommentar: str = Field(default="", description="Intern anteckning. Kommer aldrig med i dokumentet.")
    regler: Annotated[dict[str, Annotated[AllvarOrd, BeforeValidator(_lower)]], BeforeValidator(_as_mapping)] = Field(
        default_factory=dict,
        description="Hur allvarlig en regel är: fel, varning, upplysning eller av.",
    )
    ordlista: Annotated[list[str], BeforeValidator(_as_words)] = Field(
        default_factory=list, description="Ord och namn som är rätt, för stavningen och förkortningarna."
    )
    sidhuvud: Annotated[Literal["ja", "nej"], BeforeValidator(lambda value: _lower(value) or "ja")] = Field(
        default="ja",
        description="Om region, år och diarienummer ska stå i dokumentets sidhuvud: ja eller nej.",
    )


class KallaPost(File):
    """Ett papper i registret."""

    titel: OneLine = Field(default="", description="Papperets rubrik.")
    diarienummer: OneLine = Field(default="", description="Ärendets diarienummer, så som det ska skrivas.")
    datum: OneLine = Field(default="", description="Papperets datum: ÅÅÅÅ-MM-DD.")
    slag: Annotated[Slag, BeforeValidator(lambda value: _lower(value) or "övrigt")] = Field(
        default="övrigt", description="Vad det är för papper: " + ", ".join(get_args(Slag)) + "."
    )
    fil: OneLine = Field(default="", description="Filens namn i mappen kallor.")
    kommentar: str = Field(default="", description="Intern anteckning. Kommer aldrig med i dokumentet.")


class KallorFil(File):
    """kallor.yaml: registret över papper som svaren bygger på."""

    monster: Annotated[list[OneLine], BeforeValidator(_as_words)] = Field(
        default_factory=list,
        alias="diarienummermönster",
        description="Regionens diarienummer, till exempel RUN/löpnummer/år. Är de av flera slag: en lista.",
    )
    kallor: Annotated[dict[str, KallaPost], BeforeValidator(_as_mapping)] = Field(
        default_factory=dict, alias="källor", description="Papperen, vart och ett under sitt korta namn."
    )
