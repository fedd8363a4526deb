-- What each courier of each company is due in each month: what orders earned, and what is missing to the minimum of each,
-- rounded up to the cent.
COPY (
    SELECT strftime(date_trunc('month', delivered_at), '%Y-%m') AS month, company, courier, count(*) AS parcels,
        sum(fee) + 0.01 * sum(greatest(0, ceil((greatest(minutes * 0.30 + km * 0.46, 5.20) - fee) * 100)))::DECIMAL(18, 0)
            AS pay
    FROM read_csv($log, header = true, delim = ',', columns = {
        'courier': 'VARCHAR', 'company': 'VARCHAR', 'delivered_at': 'TIMESTAMP', 'minutes': 'DECIMAL(5, 1)',
        'km': 'DECIMAL(6, 2)', 'fee': 'DECIMAL(8, 2)'
    })
    GROUP BY ALL
    ORDER BY ALL
) TO $answer (HEADER, DELIMITER ',');
