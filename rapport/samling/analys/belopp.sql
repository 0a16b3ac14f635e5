-- Vilka belopp redovisas för anslag 1:1, Eruf och Interreg? Samma belopp i samma redovisning räknas en gång. Delar, jämförelser och det som kan ingå i annat läggs inte ihop: varför står i raderna bakom (--rader).
WITH delar AS MATERIALIZED (  -- what is a part in one answer is a part in the others
    SELECT region, ar, kronor, max(osummerat) AS osummerat FROM belopp_vad
    WHERE osummerat <> 'samma belopp tidigare i svaret' AND kronor IS NOT NULL GROUP BY region, ar, kronor
), per_svar AS (
    SELECT b.region, b.ar, b.vad, b.fraga, b.kronor, coalesce(d.osummerat, b.osummerat) AS osummerat, count(*) AS antal
    FROM belopp_vad b LEFT JOIN delar d ON (d.region, d.ar, d.kronor) = (b.region, b.ar, b.kronor)
    WHERE :ar IS NULL OR b.ar = :ar GROUP BY 1, 2, 3, 4, 5, 6
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
