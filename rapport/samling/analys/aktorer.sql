-- Vilka aktörer nämns, och hur ofta?
SELECT r.ar AS "år", a.aktor AS "aktör", count(*) AS "gånger", count(DISTINCT r.region) AS regioner
FROM aktorer a JOIN redovisningar r USING (redovisning) WHERE :ar IS NULL OR r.ar = :ar
GROUP BY r.ar, a.aktor ORDER BY r.ar DESC, regioner DESC, "gånger" DESC, a.aktor;
-- rader
SELECT r.region, r.ar AS "år", a.fraga AS "fråga", a.aktor AS "aktör", a.skrivet, a.mening
FROM aktorer a JOIN redovisningar r USING (redovisning) WHERE :ar IS NULL OR r.ar = :ar
ORDER BY r.ar DESC, a.aktor, r.region, a.fraga, a.start;
