"""Loading: a report folder, its figures and its register, or a filled-in form in Word → a report."""

from dataclasses import replace
from pathlib import Path

from rapport.domain.kalla import Progress, Register
from rapport.domain.mall import Mall
from rapport.domain.svar import Svar
from rapport.domain.underlag import Loaded
from rapport.errors import InputError
from rapport.filenames import FORMS, LOOKS
from rapport.finding import Finding
from rapport.store.answer import read_answer
from rapport.store.area_file import AreaFile
from rapport.store.folder import KALLOR, PAPERS, RAPPORT, Folder, read_folder
from rapport.store.mall import load_mall, newest_form
from rapport.store.shelf import form_folder
from rapport.store.underlag import ReportReader
from rapport.workflow.figures import Figures, stamp
from rapport.workflow.progress import silent


class FolderReader:
    """Reads a report folder, and reads it again taking only what has changed."""

    def __init__(self, path: Path, progress: Progress = silent) -> None:
        self.path = path
        self.folder = read_folder(path)
        self.mall = _mall_of(self.folder)
        self._form = self.folder.rapport.mall
        self._progress = progress
        self.figures = Figures(path, progress)
        self._reader = ReportReader(self.mall, self.figures)
        self._register = _register(path)
        self.kept: tuple[Finding, ...] = ()

    def loaded(self, folder: Folder, unsaved: tuple[Register, list[Finding]] | None = None) -> Loaded:
        """Return the report that a folder's files are, as they were read or with what is not saved yet.

        ``unsaved`` is a register of papers that is not saved yet, with what is wrong with it.
        """
        folder = self._with_form(folder)
        self.figures.begin()
        read = self._reader.read(folder)
        register, faults = unsaved or self._register
        belopp = self.figures.known_amounts(read.underlag.svar_by_fraga.values())
        underlag = replace(read.underlag, belopp=belopp, kallor=register)
        return Loaded(underlag, (*read.findings, *self.figures.findings, *faults))

    def _with_form(self, folder: Folder) -> Folder:
        """Go over to the form that a folder names; the folder with the form as it was where there is no such form."""
        if folder.rapport.mall == self._form:
            return folder
        try:
            self._use(_mall_of(folder), folder.rapport.mall)
        except InputError as error:
            place = folder.document.place(folder.document.find(("mall",)))
            fault = Finding("yaml", "error", str(error), "Skriv formulärets namn, till exempel 2024.", place)
            rapport = folder.rapport.model_copy(update={"mall": self._form})
            return replace(folder, rapport=rapport, findings=(*folder.findings, fault))
        return folder

    def _use(self, mall: Mall, name: str) -> None:
        self._form = name
        if mall is not self.mall:
            self.mall, self._reader = mall, ReportReader(mall, self.figures)

    def answers(self) -> Loaded:
        """Return the answers by themselves: without the papers, and the amounts, that they are held against."""
        return self._reader.read(self.folder)

    def answers_of(self, area: AreaFile) -> dict[str, Svar]:
        """Return the answers that an area file gives, without a report around it."""
        entries = area.post.svar.items() if area.post else ()
        known = self.mall.fraga_by_id
        return {f: read_answer(known[f], entry, "", self.figures).svar for f, entry in entries if f in known}

    def reload(self, *, keeps_readable: bool = False) -> None:
        """Read again what has changed on disk; answers whose entries are the same stay the same.

        With ``keeps_readable`` a file that cannot be read any longer is as it was, and ``kept`` what is wrong with it.
        """
        before = self.folder
        self.folder, self.kept = read_folder(self.path, before), ()
        if keeps_readable:
            from rapport.workflow.stillness import kept_readable  # only a page, open all day, needs it

            self.folder, self.kept = kept_readable(before, self.folder)
        self._register = _register(self.path)
        has_new_figures = stamp(self.path) != self.figures.stamp
        mall = _mall_of(self.folder)  # the same object as long as its file is the same
        self._use(mall, self.folder.rapport.mall)
        if has_new_figures:
            self.figures = Figures(self.path, self._progress)
            self._reader = ReportReader(self.mall, self.figures)


def load(path: Path, mall_id: str | None = None, progress: Progress = silent) -> Loaded:
    """Read a report folder, by itself or its rapport.yaml, or a filled-in form: Word, PDF, or a PDF's text.

    ``mall_id`` says which form a document is; without it, what the document says, or else the newest form.
    """
    if is_form(path):
        return _load_document(path, mall_id)
    reader = FolderReader(folder_of(path), progress)
    return reader.loaded(reader.folder)


def load_answers(path: Path) -> Loaded:
    """Read the answers of a report folder, or of a filled-in form in Word, and nothing that they are held against."""
    if is_form(path):
        return _load_document(path, None)
    return FolderReader(folder_of(path)).answers()


def is_form(path: Path) -> bool:
    """Return whether a path is a file that can be a filled-in form."""
    return path.suffix.lower() in FORMS and path.is_file()


def folder_of(path: Path) -> Path:
    """Return the report folder that a path means: itself, or the one that it is the rapport.yaml of."""
    if path.name == RAPPORT and path.is_file():
        return path.parent
    if is_form(path):
        from rapport.workflow.files import as_argument

        how = f"rapport importera{as_argument(path)} --till MAPP"
        raise InputError(f"{path} är ett dokument, men här behövs en mapp. Hämta svaren till en mapp med  {how}")
    if path.is_file():
        raise InputError(f"{path} är en fil, men här behövs en mapp med en redovisning: den som filen ligger i.")
    if path.suffix and not path.exists():
        raise InputError(f"Filen {path} finns inte. Kontrollera sökvägen.")
    return path


def load_form(mall_id: str, near: Path | None = None) -> Mall:
    """Return the form with an id; InputError when there is none."""
    return load_mall(form_folder(mall_id, near))


def _register(path: Path) -> tuple[Register, list[Finding]]:
    """Return the register of papers; what reads it is loaded where there is one."""
    if not (path / KALLOR).exists() and not any((path / name).is_symlink() for name in (KALLOR, PAPERS)):
        return Register(), []
    from rapport.store.kallor import load_register

    return load_register(path)


def _mall_of(folder: Folder) -> Mall:
    try:
        return load_form(folder.rapport.mall, folder.path)
    except InputError as error:
        raise InputError(f"{folder.path / RAPPORT}, mall: {error}") from error


def _load_document(file: Path, mall_id: str | None) -> Loaded:
    if file.suffix.lower() in LOOKS:
        from rapport.workflow.looks import load_read, read_looks
        from rapport.workflow.whose_form import form_of, unsure_form

        read = read_looks(file)
        texts = [line.text for line in read.lines]
        mall, others = (load_form(mall_id, file.parent), []) if mall_id else form_of(texts, file.parent)
        loaded = load_read(read, file.name, mall)
        findings = (*unsure_form(file.name, mall, others), *loaded.findings)
        return Loaded(replace(loaded.underlag, kalla=file.as_posix()), findings)
    from rapport.word.package import reading
    from rapport.word.properties import custom_values
    from rapport.word.underlag import load_parts

    with reading(file) as parts:
        chosen = mall_id or custom_values(parts).get("Mall") or newest_form(file.parent)
        loaded = load_parts(parts, file.name, load_form(chosen, file.parent))
    return replace(loaded, underlag=replace(loaded.underlag, kalla=file.as_posix()))
