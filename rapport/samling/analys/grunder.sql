-- Vilka svar säger vad en effekt bygger på?
SELECT r.ar AS "år", g.fraga AS "fråga", g.grund, count(DISTINCT r.region) AS regioner,
       group_concat(DISTINCT r.region) AS vilka
FROM grunder g JOIN redovisningar r USING (redovisning) WHERE :ar IS NULL OR r.ar = :ar
GROUP BY r.ar, g.fraga, g.grund ORDER BY r.ar DESC, g.fraga, regioner DESC;
-- rader
SELECT r.region, r.ar AS "år", g.fraga AS "fråga", g.grund, g.skrivet, g.mening
FROM grunder g JOIN redovisningar r USING (redovisning) WHERE :ar IS NULL OR r.ar = :ar
ORDER BY r.ar DESC, g.fraga, r.region, g.start;
