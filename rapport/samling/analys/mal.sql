-- Vilka mål i Agenda 2030 nämns, och hur ofta?
SELECT r.ar AS "år", m.mal AS "mål", m.namn, count(*) AS "gånger", count(DISTINCT r.region) AS regioner
FROM mal m JOIN redovisningar r USING (redovisning) WHERE :ar IS NULL OR r.ar = :ar
GROUP BY r.ar, m.mal ORDER BY r.ar DESC, regioner DESC, "gånger" DESC, m.mal;
-- rader
SELECT r.region, r.ar AS "år", m.fraga AS "fråga", m.mal AS "mål", m.namn, m.skrivet, m.mening
FROM mal m JOIN redovisningar r USING (redovisning) WHERE :ar IS NULL OR r.ar = :ar
ORDER BY r.ar DESC, m.mal, r.region, m.fraga, m.start;
