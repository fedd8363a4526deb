# 汇总的 SQL 语句

sql-format = 写作“{ $format }”的日期，无法用 { $engine } 的语句读取
    .remedy = 语句中的格式可用 %Y %m %d %e %H %k %M %S %f %F %T %R %z %s；也可以在 --from 后的括号中写一个查询，先把它变成日期
sql-key = SQL 语句做不到列映射中 `{ $key }` 所要求的
    .remedy = 由 wagepact 直接读取派件记录，或删去这个键
