# The tally as a statement of SQL.

sql-format = days written as "{ $format }" cannot be read by a statement for { $engine }
    .remedy = in a statement a format may have %Y %m %d %e %H %k %M %S %f %F %T %R %z %s; or give --from a query in brackets that turns them into days
sql-key = a statement of SQL cannot do what the map says with `{ $key }`
    .remedy = let wagepact read the log itself, or remove the key
