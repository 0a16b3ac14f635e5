-- Sökning i alla svar:  SELECT * FROM sok WHERE sok MATCH 'bredband'
CREATE VIRTUAL TABLE sok USING fts5 (
    region UNINDEXED, ar UNINDEXED, fraga UNINDEXED, text,
    tokenize = "unicode61 remove_diacritics 0"
);
INSERT INTO sok (region, ar, fraga, text)
    SELECT r.region, r.ar, s.fraga, s.text FROM svar s JOIN redovisningar r USING (redovisning)
    WHERE s.text <> '' ORDER BY s.rowid;
INSERT INTO sok (sok) VALUES ('optimize');

-- Hur fullt varje område är.
CREATE VIEW fyllnad AS
    SELECT r.region, r.ar, o.omrade, o.rubrik, o.tecken, o.maxtecken,
           round(100.0 * o.tecken / o.maxtecken, 1) AS procent, max(o.tecken - o.maxtecken, 0) AS for_mycket
    FROM omraden o JOIN redovisningar r USING (redovisning);

-- Alla regioners svar på varje fråga, bredvid varandra.
CREATE VIEW svar_per_fraga AS
    SELECT s.fraga, r.ar, r.region, s.kryss, s.tecken, s.text
    FROM svar s JOIN redovisningar r USING (redovisning)
    ORDER BY s.omrade, s.fraga, r.ar DESC, r.region;

-- Hur många anmärkningar varje regel gav, utan dem som lämnats med skäl.
CREATE VIEW fynd_per_regel AS
    SELECT r.ar, f.regel, f.allvar, count(*) AS antal, count(DISTINCT f.redovisning) AS redovisningar
    FROM fynd f JOIN redovisningar r USING (redovisning) WHERE f.tillatet IS NULL
    GROUP BY r.ar, f.regel, f.allvar ORDER BY r.ar DESC, antal DESC, f.regel;

-- Hur ofta varje aktör och varje mål i Agenda 2030 nämns.
CREATE VIEW aktorer_antal AS
    SELECT r.ar, a.aktor, count(*) AS ganger, count(DISTINCT a.redovisning) AS redovisningar
    FROM aktorer a JOIN redovisningar r USING (redovisning)
    GROUP BY r.ar, a.aktor ORDER BY r.ar DESC, redovisningar DESC, ganger DESC, a.aktor;
CREATE VIEW mal_antal AS
    SELECT r.ar, m.mal, m.namn, count(*) AS ganger, count(DISTINCT m.redovisning) AS redovisningar
    FROM mal m JOIN redovisningar r USING (redovisning)
    GROUP BY r.ar, m.mal, m.namn ORDER BY r.ar DESC, m.mal;

-- Varje belopp med region och år.
CREATE VIEW belopp_vad AS
    SELECT b.*, r.region, r.ar FROM belopp b JOIN redovisningar r USING (redovisning);
