WITH
/* the columns of the table, as text */
texts AS (
  SELECT
    nullif(trim(regexp_replace(CAST("工号" AS VARCHAR), '[\x{AD}\x{180E}\x{200B}-\x{200F}\x{202A}-\x{202E}\x{2060}-\x{2069}\x{FEFF}]', '', 'g'), E' \t\r\n' || chr(12288)), '') AS c1,
    nullif(trim(regexp_replace(CAST("城市" AS VARCHAR), '[\x{AD}\x{180E}\x{200B}-\x{200F}\x{202A}-\x{202E}\x{2060}-\x{2069}\x{FEFF}]', '', 'g'), E' \t\r\n' || chr(12288)), '') AS c2,
    nullif(trim(regexp_replace(CAST("区" AS VARCHAR), '[\x{AD}\x{180E}\x{200B}-\x{200F}\x{202A}-\x{202E}\x{2060}-\x{2069}\x{FEFF}]', '', 'g'), E' \t\r\n' || chr(12288)), '') AS c3,
    nullif(trim(regexp_replace(CAST("类型" AS VARCHAR), '[\x{AD}\x{180E}\x{200B}-\x{200F}\x{202A}-\x{202E}\x{2060}-\x{2069}\x{FEFF}]', '', 'g'), E' \t\r\n' || chr(12288)), '') AS c4,
    nullif(trim(regexp_replace(CASE typeof("签收时间") WHEN 'TIMESTAMP WITH TIME ZONE' THEN CAST(timezone('Asia/Shanghai', TRY_CAST("签收时间" AS TIMESTAMPTZ)) AS VARCHAR) ELSE CAST("签收时间" AS VARCHAR) END, '[\x{AD}\x{180E}\x{200B}-\x{200F}\x{202A}-\x{202E}\x{2060}-\x{2069}\x{FEFF}]', '', 'g'), E' \t\r\n' || chr(12288)), '') AS c5,
    nullif(trim(regexp_replace(CAST("作废标记" AS VARCHAR), '[\x{AD}\x{180E}\x{200B}-\x{200F}\x{202A}-\x{202E}\x{2060}-\x{2069}\x{FEFF}]', '', 'g'), E' \t\r\n' || chr(12288)), '') AS c6,
    nullif(trim(regexp_replace(CAST("运单号" AS VARCHAR), '[\x{AD}\x{180E}\x{200B}-\x{200F}\x{202A}-\x{202E}\x{2060}-\x{2069}\x{FEFF}]', '', 'g'), E' \t\r\n' || chr(12288)), '') AS c7
  FROM raw.deliveries
),
/* without the quote that keeps a spreadsheet from running a name */
unguarded AS (
  SELECT
    CASE WHEN c1 LIKE '''%' AND regexp_matches(c1, '^''[-+=@]') AND NOT regexp_matches(c1, '^''[-+][0-9]{1,12}(?:\.[0-9]{1,16})?\z') THEN substr(c1, 2) ELSE c1 END AS c1,
    CASE WHEN c2 LIKE '''%' AND regexp_matches(c2, '^''[-+=@]') AND NOT regexp_matches(c2, '^''[-+][0-9]{1,12}(?:\.[0-9]{1,16})?\z') THEN substr(c2, 2) ELSE c2 END AS c2,
    CASE WHEN c3 LIKE '''%' AND regexp_matches(c3, '^''[-+=@]') AND NOT regexp_matches(c3, '^''[-+][0-9]{1,12}(?:\.[0-9]{1,16})?\z') THEN substr(c3, 2) ELSE c3 END AS c3,
    CASE WHEN c4 LIKE '''%' AND regexp_matches(c4, '^''[-+=@]') AND NOT regexp_matches(c4, '^''[-+][0-9]{1,12}(?:\.[0-9]{1,16})?\z') THEN substr(c4, 2) ELSE c4 END AS c4,
    c5,
    CASE WHEN c6 LIKE '''%' AND regexp_matches(c6, '^''[-+=@]') AND NOT regexp_matches(c6, '^''[-+][0-9]{1,12}(?:\.[0-9]{1,16})?\z') THEN substr(c6, 2) ELSE c6 END AS c6,
    CASE WHEN c7 LIKE '''%' AND regexp_matches(c7, '^''[-+=@]') AND NOT regexp_matches(c7, '^''[-+][0-9]{1,12}(?:\.[0-9]{1,16})?\z') THEN substr(c7, 2) ELSE c7 END AS c7
  FROM texts
),
/* what each row says in the columns of a log; one in which nothing stands is none */
cells AS (
  SELECT
    nullif(c1, '—') AS courier,
    nullif(concat_ws('/', nullif(c2, '—'), nullif(c3, '—')), '') AS area,
    CASE coalesce(nullif(c4, '—'), '') WHEN '派' THEN 'delivery' ELSE nullif(c4, '—') END AS service,
    nullif(c5, '—') AS delivered_at,
    nullif(c6, '—') AS keep_1,
    coalesce(c6 LIKE '#%' AND (c6 IN ('#N/A', '#REF!', '#VALUE!', '#DIV/0!', '#NUM!', '#NAME?', '#NULL!', '#DATA!', '#SPILL!', '#CALC!', '#FORMULA!') OR c6 LIKE '#MERGED!%'), FALSE) AS keep_1_fault,
    nullif(c7, '—') AS parcel,
    coalesce(c1 LIKE '#%' AND (c1 IN ('#N/A', '#REF!', '#VALUE!', '#DIV/0!', '#NUM!', '#NAME?', '#NULL!', '#DATA!', '#SPILL!', '#CALC!', '#FORMULA!') OR c1 LIKE '#MERGED!%') OR c2 LIKE '#%' AND (c2 IN ('#N/A', '#REF!', '#VALUE!', '#DIV/0!', '#NUM!', '#NAME?', '#NULL!', '#DATA!', '#SPILL!', '#CALC!', '#FORMULA!') OR c2 LIKE '#MERGED!%') OR c3 LIKE '#%' AND (c3 IN ('#N/A', '#REF!', '#VALUE!', '#DIV/0!', '#NUM!', '#NAME?', '#NULL!', '#DATA!', '#SPILL!', '#CALC!', '#FORMULA!') OR c3 LIKE '#MERGED!%') OR c4 LIKE '#%' AND (c4 IN ('#N/A', '#REF!', '#VALUE!', '#DIV/0!', '#NUM!', '#NAME?', '#NULL!', '#DATA!', '#SPILL!', '#CALC!', '#FORMULA!') OR c4 LIKE '#MERGED!%') OR c7 LIKE '#%' AND (c7 IN ('#N/A', '#REF!', '#VALUE!', '#DIV/0!', '#NUM!', '#NAME?', '#NULL!', '#DATA!', '#SPILL!', '#CALC!', '#FORMULA!') OR c7 LIKE '#MERGED!%'), FALSE) AS other_fault,
    regexp_matches(regexp_replace(concat_ws(chr(31), c1, c2, c4, c5), '[\s\x{A0}\x{3000}*＊:：_-]', '', 'g'), '(?i)(?:^|\x1F)(?:合计|总计|小计|共计|(?:累计|total|totals|subtotal|grandtotal|sum)(?:[(（\[［【〔][^\x1F]*[)）\]］】〕])?(?:\x1F|\z))|(?:合计|总计|小计|共计)(?:[(（\[［【〔][^\x1F]*[)）\]］】〕])?(?:\x1F|\z)') AS says_total,
    regexp_matches(regexp_replace(concat_ws(chr(31), nullif(c1, '—'), nullif(concat_ws('/', nullif(c2, '—'), nullif(c3, '—')), '')), '[\s\x{A0}\x{3000}*＊:：_-]', '', 'g'), '(?i)(?:^|\x1F)(?:合计|总计|小计|共计|(?:累计|total|totals|subtotal|grandtotal|sum)(?:[(（\[［【〔][^\x1F]*[)）\]］】〕])?(?:\x1F|\z))|(?:合计|总计|小计|共计)(?:[(（\[［【〔][^\x1F]*[)）\]］】〕])?(?:\x1F|\z)') AS names_total
  FROM unguarded
  WHERE NOT (coalesce(c1, c2, c3, c4, c5, c6, c7) IS NULL)
),
/* the rows that count, without totals; days and times as YYYY-MM-DD HH:MM:SS */
read AS (
  SELECT
    nullif(trim(regexp_replace(CASE WHEN courier LIKE '="%"' THEN substr(courier, 3, length(courier) - 3) WHEN courier LIKE '''%' THEN substr(courier, 2) ELSE courier END, '[\x{0}-\x{1F}\x{7F}-\x{9F}\x{AD}\x{180E}\x{200B}-\x{200F}\x{202A}-\x{202E}\x{2060}-\x{2069}\x{FEFF}]', '', 'g'), E' \t\r\n' || chr(12288)), '') AS courier,
    CAST(NULL AS VARCHAR) AS company,
    area,
    coalesce(service, 'delivery') AS service,
    '1' AS digits,
    parcel,
    keep_1_fault OR other_fault AS has_fault,
    says_total,
    delivered_at,
    CASE WHEN regexp_matches(delivered_at, '^[ \t\n\f\r]*(1[0-2]|0?[1-9])-[ \t\n\f\r]*(3[01]|[12][0-9]|0?[1-9])[ \t\n\f\r]*[ \t\n\f\r]*(2[0-3]|[01]?[0-9]):[ \t\n\f\r]*([0-5]?[0-9])\z') THEN regexp_replace(delivered_at, '^[ \t\n\f\r]*(1[0-2]|0?[1-9])-[ \t\n\f\r]*(3[01]|[12][0-9]|0?[1-9])[ \t\n\f\r]*[ \t\n\f\r]*(2[0-3]|[01]?[0-9]):[ \t\n\f\r]*([0-5]?[0-9])\z', '2022-\1-\2 \3:\4:00') END AS delivered_at_read
  FROM cells
  WHERE NOT (says_total AND names_total)
    AND (keep_1_fault OR coalesce(keep_1, '') IN ('否', ''))
),
/* the day of each row, its first and its last delivery */
times AS (
  SELECT *,
    TRY_CAST(digits AS BIGINT) AS parcels,
    TRY_CAST(delivered_at_read AS TIMESTAMP) AS delivered_at_time
  FROM read
),
dated AS (
  SELECT *,
    CAST(delivered_at_time AS DATE) AS day
  FROM times
),
timed AS (
  SELECT *,
    CASE WHEN delivered_at_read LIKE '%:%' THEN delivered_at_time END AS opens,
    CASE WHEN delivered_at_read LIKE '%:%' THEN delivered_at_time END AS closes
  FROM dated
),
/* whether the row can be read */
judged AS (
  SELECT *,
    has_fault
      OR courier IS NULL
      OR day IS NULL
      OR regexp_matches(courier, '^[0-9](?:\.[0-9]+)?[Ee]\+[0-9]+\z')
      OR parcel IS NULL OR regexp_matches(parcel, '^[0-9](?:\.[0-9]+)?[Ee]\+[0-9]+\z') AS is_problem
  FROM timed
),
/* each parcel once: the earliest of its rows */
numbered AS (
  SELECT *,
    row_number() OVER (PARTITION BY parcel, is_problem ORDER BY day NULLS FIRST, opens NULLS FIRST, closes NULLS FIRST, company NULLS FIRST, courier NULLS FIRST, area NULLS FIRST, service NULLS FIRST, parcels NULLS FIRST) AS nth
  FROM judged
  WHERE NOT (is_problem AND says_total)
),
/* the rows that cannot be read come together in one group */
counted AS (
  SELECT is_problem, parcels, opens, closes,
    CASE WHEN NOT is_problem THEN day END AS day, CASE WHEN NOT is_problem THEN company END AS company, CASE WHEN NOT is_problem THEN courier END AS courier, CASE WHEN NOT is_problem THEN area END AS area, CASE WHEN NOT is_problem THEN service END AS service
  FROM numbered
  WHERE nth = 1 OR is_problem
),
grouped AS (
  SELECT day, company, courier, area, service, is_problem,
    sum(CASE WHEN NOT is_problem THEN parcels END) AS parcels, min(CASE WHEN NOT is_problem THEN opens END) AS opens, max(CASE WHEN NOT is_problem THEN closes END) AS closes,
    count(*) AS table_rows
  FROM counted
  GROUP BY day, company, courier, area, service, is_problem
),
tally AS MATERIALIZED (
  SELECT *
  FROM grouped
)
SELECT
  CAST(day AS VARCHAR) AS date,
  CASE WHEN regexp_matches(tally.company, '^[-+=@]') AND NOT regexp_matches(tally.company, '^[-+][0-9]{1,12}(?:\.[0-9]{1,16})?\z') THEN '''' || tally.company ELSE tally.company END AS company,
  CASE WHEN regexp_matches(tally.courier, '^[-+=@]') AND NOT regexp_matches(tally.courier, '^[-+][0-9]{1,12}(?:\.[0-9]{1,16})?\z') THEN '''' || tally.courier ELSE tally.courier END AS courier,
  CASE WHEN regexp_matches(tally.area, '^[-+=@]') AND NOT regexp_matches(tally.area, '^[-+][0-9]{1,12}(?:\.[0-9]{1,16})?\z') THEN '''' || tally.area ELSE tally.area END AS area,
  CASE WHEN regexp_matches(tally.service, '^[-+=@]') AND NOT regexp_matches(tally.service, '^[-+][0-9]{1,12}(?:\.[0-9]{1,16})?\z') THEN '''' || tally.service ELSE tally.service END AS service,
  CAST(parcels AS BIGINT) AS parcels,
  strftime(CASE WHEN opens > closes THEN closes ELSE opens END, '%H:%M:%S') AS first_at,
  strftime(CASE WHEN opens > closes THEN opens ELSE closes END, '%H:%M:%S') AS last_at,
  problem_rows
FROM tally CROSS JOIN (
  SELECT CAST(sum(CASE WHEN is_problem THEN table_rows ELSE 0 END) AS BIGINT) AS problem_rows, count_if(NOT is_problem) AS tally_rows
  FROM tally
) AS totals
WHERE NOT is_problem OR tally_rows = 0
ORDER BY tally.day NULLS FIRST, tally.company NULLS FIRST, tally.courier NULLS FIRST, tally.area NULLS FIRST, tally.service NULLS FIRST
