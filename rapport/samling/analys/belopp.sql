-- Vilka belopp redovisas för anslag 1:1, Eruf och Interreg? Samma belopp i samma redovisning räknas en gång. Delar, jämförelser och det som kan ingå i ett annat belopp läggs inte ihop: varför står i raderna bakom (--rader).
WITH per_svar AS (
    SELECT region, ar, vad, fraga, kronor, osummerat, count(*) AS antal FROM belopp_vad WHERE :ar IS NULL OR ar = :ar
    GROUP BY region, ar, vad, fraga, kronor, osummerat
), en AS (
    SELECT region, ar, vad, kronor, osummerat, max(antal) AS antal FROM per_svar GROUP BY region, ar, vad, kronor, osummerat
)
SELECT ar AS "år", vad, coalesce(sum(antal) FILTER (WHERE osummerat IS NULL), 0) AS belopp,
       round(sum(kronor * antal) FILTER (WHERE osummerat IS NULL)) AS "summa kr",
       coalesce(sum(antal) FILTER (WHERE osummerat IS NOT NULL AND kronor IS NOT NULL), 0) AS "inte summerade",
       coalesce(sum(antal) FILTER (WHERE kronor IS NULL), 0) AS "går inte att läsa", count(DISTINCT region) AS regioner
FROM en GROUP BY ar, vad ORDER BY ar DESC, vad;
-- rader
SELECT region, ar AS "år", fraga AS "fråga", vad, kronor, osummerat AS "inte summerat", skrivet, mening
FROM belopp_vad WHERE :ar IS NULL OR ar = :ar
ORDER BY ar DESC, vad, region, omrade, fraga, start;
