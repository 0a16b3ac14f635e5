"""A data set made at once, as the editor and the commands meet it: reports by their region and year, not checked."""

from rapport.samling.namn import DATABASE, short_name
from rapport.samling.rader import Inlast, rows_of
from rapport.samling.sqlite import add_rows, new_database
from rapport.workflow.load import load_answers


def report(folder, region, ar=2025, **areas):
    """Make a report folder with some areas' answers, each as it stands in its file: ``_3`` is 3.yaml."""
    folder.mkdir(parents=True)
    (folder / "rapport.yaml").write_text(f'mall: "2024"\nregion: {region}\når: {ar}\n', "utf-8")
    for name, svar in areas.items():
        number = name.strip("_")
        (folder / f"{number}.yaml").write_text(f"område: {number}\nsvar:\n{svar}", "utf-8")
    return folder


def data_set(ut, *folders):
    """Gather report folders into a data set, its database alone."""
    ut.mkdir(parents=True)
    with new_database(ut / DATABASE) as database:
        for folder in folders:
            underlag = load_answers(folder).underlag
            name = short_name(underlag.region, underlag.ar)
            rows = rows_of(Inlast(name, underlag.region, underlag.ar, folder.name, "mapp"), underlag, ())
            add_rows(database, rows)
    return ut
