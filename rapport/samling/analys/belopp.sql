-- Vilka belopp redovisas för anslag 1:1, Eruf och Interreg? Samma belopp i samma redovisning räknas en gång.
WITH om AS ( -- vad pengarna är: det som meningen säger, eller annars det som frågan handlar om
    SELECT b.*, r.region, r.ar, CASE
        WHEN b.mening LIKE '%interreg%' THEN 'Interreg'
        WHEN b.mening LIKE '%eruf%' OR b.mening LIKE '%europeiska regionala utvecklingsfonden%' THEN 'Eruf'
        WHEN b.mening LIKE '%1:1%' THEN 'anslag 1:1'
        WHEN f.text LIKE '%interreg%' THEN 'Interreg, enligt frågan'
        WHEN f.text LIKE '%europeiska regionala utvecklingsfonden%' THEN 'Eruf, enligt frågan'
        WHEN o.rubrik LIKE '%1:1%' THEN 'anslag 1:1, enligt frågan'
        ELSE 'sägs inte' END AS vad
    FROM belopp b JOIN redovisningar r USING (redovisning) JOIN omraden o USING (redovisning, omrade)
    JOIN fragor f ON f.mall = r.mall AND f.fraga = b.fraga
    WHERE :ar IS NULL OR r.ar = :ar
), en AS (
    SELECT region, ar, vad, kronor, count(*) AS antal FROM om GROUP BY region, ar, vad, kronor
)
SELECT ar AS "år", vad, count(kronor) AS belopp, round(sum(kronor)) AS "summa kr",
       sum(CASE WHEN kronor IS NULL THEN antal ELSE 0 END) AS "går inte att läsa", count(DISTINCT region) AS regioner
FROM en GROUP BY ar, vad ORDER BY ar DESC, vad;
-- rader
WITH om AS ( -- vad pengarna är: det som meningen säger, eller annars det som frågan handlar om
    SELECT b.*, r.region, r.ar, CASE
        WHEN b.mening LIKE '%interreg%' THEN 'Interreg'
        WHEN b.mening LIKE '%eruf%' OR b.mening LIKE '%europeiska regionala utvecklingsfonden%' THEN 'Eruf'
        WHEN b.mening LIKE '%1:1%' THEN 'anslag 1:1'
        WHEN f.text LIKE '%interreg%' THEN 'Interreg, enligt frågan'
        WHEN f.text LIKE '%europeiska regionala utvecklingsfonden%' THEN 'Eruf, enligt frågan'
        WHEN o.rubrik LIKE '%1:1%' THEN 'anslag 1:1, enligt frågan'
        ELSE 'sägs inte' END AS vad
    FROM belopp b JOIN redovisningar r USING (redovisning) JOIN omraden o USING (redovisning, omrade)
    JOIN fragor f ON f.mall = r.mall AND f.fraga = b.fraga
    WHERE :ar IS NULL OR r.ar = :ar
)
SELECT region, ar AS "år", fraga AS "fråga", vad, kronor, skrivet, mening
FROM om ORDER BY ar DESC, vad, region, omrade, fraga, start;
