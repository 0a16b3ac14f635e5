-- Vem svarade vad i rutorna?
SELECT r.ar AS "år", s.fraga AS "fråga", coalesce(s.kryss, 'inget kryss') AS kryss, count(*) AS antal,
       group_concat(r.region, ', ') AS regioner
FROM svar s JOIN redovisningar r USING (redovisning)
WHERE (r.mall, s.fraga) IN (SELECT m.mall, k.fraga FROM svar k JOIN redovisningar m USING (redovisning) WHERE k.kryss IS NOT NULL)
  AND (:ar IS NULL OR r.ar = :ar)
GROUP BY r.ar, s.fraga, s.kryss ORDER BY r.ar DESC, s.fraga, antal DESC;
-- rader
SELECT r.region, r.ar AS "år", s.fraga AS "fråga", s.kryss, substr(s.text, 1, 300) AS "svarets början"
FROM svar s JOIN redovisningar r USING (redovisning)
WHERE s.kryss IS NOT NULL AND (:ar IS NULL OR r.ar = :ar)
ORDER BY r.ar DESC, s.fraga, r.region;
