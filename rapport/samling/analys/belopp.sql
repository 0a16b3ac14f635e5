-- Vilka belopp redovisas för anslag 1:1, Eruf och Interreg? Samma belopp i samma redovisning räknas en gång, men helheter, delar och utbetalt läggs ihop: läs raderna bakom (--rader) innan en summa används.
WITH en AS (
    SELECT region, ar, vad, kronor, count(*) AS antal FROM belopp_vad WHERE :ar IS NULL OR ar = :ar
    GROUP BY region, ar, vad, kronor
)
SELECT ar AS "år", vad, count(kronor) AS belopp, round(sum(kronor)) AS "summa kr",
       sum(CASE WHEN kronor IS NULL THEN antal ELSE 0 END) AS "går inte att läsa", count(DISTINCT region) AS regioner
FROM en GROUP BY ar, vad ORDER BY ar DESC, vad;
-- rader
SELECT region, ar AS "år", fraga AS "fråga", vad, kronor, skrivet, mening
FROM belopp_vad WHERE :ar IS NULL OR ar = :ar
ORDER BY ar DESC, vad, region, omrade, fraga, start;
