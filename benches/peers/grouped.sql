-- What each courier of each company is due in each month, from a log of one row a parcel.
COPY (
    WITH months AS (
        SELECT date_trunc('month', delivered_at) AS month, company, courier, count(*) AS parcels
        FROM read_csv($log, header = true, delim = ',', columns = {
            'parcel': 'VARCHAR', 'courier': 'VARCHAR', 'company': 'VARCHAR', 'area': 'VARCHAR',
            'service': 'VARCHAR', 'status': 'VARCHAR', 'delivered_at': 'TIMESTAMP'
        })
        WHERE service = 'delivery'
            AND status IN ('delivered', 'signed', '签收', '已签收', '妥投', '是', '1', 'true')
        GROUP BY ALL
    )
    SELECT strftime(month, '%Y-%m') AS month, company, courier, sum(parcels) AS parcels,
        sum(parcels * 0.80::DECIMAL(10, 2)) AS pay
    FROM months
    GROUP BY ALL
    ORDER BY ALL
) TO $answer (HEADER, DELIMITER ',');
