-- Vad har ändrats sedan året före?
SELECT r.region, r.ar AS "år", count(*) AS "svar båda åren", sum(s.text = f.text) AS "ordagrant lika",
       sum(coalesce(s.kryss, '') <> coalesce(f.kryss, '')) AS "andra kryss", sum(s.tecken) - sum(f.tecken) AS "tecken, skillnad"
FROM svar s JOIN redovisningar r USING (redovisning)
JOIN redovisningar q ON q.region = r.region AND q.ar = r.ar - 1 AND q.mall = r.mall
JOIN svar f ON f.redovisning = q.redovisning AND f.fraga = s.fraga
WHERE :ar IS NULL OR r.ar = :ar
GROUP BY r.region, r.ar ORDER BY r.ar DESC, r.region;
-- rader
SELECT r.region, r.ar AS "år", s.fraga AS "fråga", f.tecken AS "tecken då", s.tecken AS "tecken nu", f.kryss AS "kryss då",
       s.kryss AS "kryss nu", CASE WHEN s.text = f.text THEN 'ja' ELSE 'nej' END AS "ordagrant lika"
FROM svar s JOIN redovisningar r USING (redovisning)
JOIN redovisningar q ON q.region = r.region AND q.ar = r.ar - 1 AND q.mall = r.mall
JOIN svar f ON f.redovisning = q.redovisning AND f.fraga = s.fraga
WHERE :ar IS NULL OR r.ar = :ar
ORDER BY r.ar DESC, r.region, s.omrade, s.fraga;
