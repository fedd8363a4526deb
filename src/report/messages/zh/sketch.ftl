# 程序看过文件后写出的列映射

sketch-of = { $file }：看了 { $rows } 行。请核对后用于 --map；说明见 docs/maps.md。
sketch-known = 由表头识别：{ $layout }。
sketch-missing = 单元格中有这些字样；如果表示没有内容，请去掉 #。
sketch-unfinished = 这份列映射还不能用：请写明下面的列。表头是：{ $headings }
sketch-no-courier = 没有哪一列的列名表示派件员。
sketch-no-day = 没有哪一列的列名表示时间，也没有哪一列的内容像日期。
sketch-by-look = 由内容判断，不是由列名。
sketch-others = 也可能是：{ $others }
sketch-day-unreadable = 其中有的单元格不是通常写法的日期或时间：请写明格式。
sketch-ambiguous = 日和月的先后不能确定：请只留实际所用的格式。两种都在时，能作两种理解的日期不予读取。
sketch-instant = 这是绝对时间：按 `timezone` 的日期计，未写明时按 Asia/Shanghai。
sketch-yearless = 没有写年份：请补上年份并去掉 #。
sketch-statuses = 各状态及行数：{ $statuses }
sketch-none-delivered = 其中没有通常表示已派送的字样：请写明哪些计入。
sketch-keep = 该列有 { $rows } 行为“是”；要略去这些行，请去掉 #。（多列写在同一个 keep 中。）
sketch-unique = { $again ->
        [0] 所看的行中没有重复的单号
       *[other] 有 { $again } 行的单号前面已经出现
    }；每件只计一次的，请去掉 #。
