-- Vilka belopp redovisas för anslag 1:1, Eruf och Interreg? Samma belopp i samma redovisning räknas en gång.
WITH om AS (
    SELECT b.*, CASE
        WHEN b.mening LIKE '%interreg%' THEN 'Interreg'
        WHEN b.mening LIKE '%eruf%' OR b.mening LIKE '%europeiska regionala utvecklingsfonden%' THEN 'Eruf'
        WHEN b.mening LIKE '%1:1%' OR b.mening LIKE '%1.1 regionala%' THEN 'anslag 1:1'
        ELSE 'annat, eller sägs inte i meningen' END AS vad
    FROM belopp b
), en AS (
    SELECT redovisning, vad, kronor, count(*) AS antal FROM om GROUP BY redovisning, vad, kronor
)
SELECT r.ar AS "år", en.vad, count(en.kronor) AS belopp, round(sum(en.kronor)) AS "summa kr",
       sum(CASE WHEN en.kronor IS NULL THEN en.antal ELSE 0 END) AS "går inte att läsa",
       count(DISTINCT r.region) AS regioner
FROM en JOIN redovisningar r USING (redovisning) WHERE :ar IS NULL OR r.ar = :ar
GROUP BY r.ar, en.vad ORDER BY r.ar DESC, en.vad;
-- rader
WITH om AS (
    SELECT b.*, CASE
        WHEN b.mening LIKE '%interreg%' THEN 'Interreg'
        WHEN b.mening LIKE '%eruf%' OR b.mening LIKE '%europeiska regionala utvecklingsfonden%' THEN 'Eruf'
        WHEN b.mening LIKE '%1:1%' OR b.mening LIKE '%1.1 regionala%' THEN 'anslag 1:1'
        ELSE 'annat, eller sägs inte i meningen' END AS vad
    FROM belopp b
)
SELECT r.region, r.ar AS "år", om.fraga AS "fråga", om.vad, om.kronor, om.skrivet, om.mening
FROM om JOIN redovisningar r USING (redovisning) WHERE :ar IS NULL OR r.ar = :ar
ORDER BY r.ar DESC, om.vad, r.region, om.fraga, om.start;
