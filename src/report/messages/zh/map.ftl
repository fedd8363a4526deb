# 列映射：怎样读取自有格式的文件

map-delimiter = “{ $found }”不能作为单元格之间的分隔符
    .remedy = 请写一个字符，不能是字母、数字、引号或换行："," ";" "|" 或 "\t"（制表符）
map-timezone = 不认识时区“{ $found }”
    .remedy = 请写作 "Asia/Shanghai"，或与格林尼治时间的差，如 "+08:00"
map-number = “{ $found }”不是列号
    .remedy = 列号从最左一列 "#1" 数起
map-no-courier = 这些列中没有写明派件员
    .remedy = 请补上 courier = "…"，写该列的列名；[columns] 中没有写的列不读取
map-no-date = 这些列中没有写明签收日期
    .remedy = 请补上 date = "…" 或 delivered_at = "…"，写该列的列名；[columns] 中没有写的列不读取
map-column-none = 没有写明 { $column } 取自哪里
    .remedy = 请写 from = "列名"，或 join = ["列名", "列名"]，各行相同的写 value = "…"
map-column-two = `{ $first }` 与 `{ $second }` 不能同时写
    .remedy = 请删去其中一个
map-needs = 只写 `{ $key }` 而没有 `{ $needs }`，不起作用
    .remedy = 请补上 `{ $needs }`，或删去 `{ $key }`
map-value-day = { $column } 不能是“{ $found }”
    .remedy = 请写日期，如 "2022-05-01"
map-value-month = { $column } 不能是“{ $found }”
    .remedy = 请写月份，如 "2022-05"
map-value-number = { $column } 不能是“{ $found }”
    .remedy = 请写数字，如 "1"
map-value-time = { $column } 不能各行相同：“{ $found }”
    .remedy = 请写出文件中载明时间的列，或删去 { $column }
map-format-needless = { $column } 不是日期或时间，不用写格式
    .remedy = 请删去 `format`；文字的对应关系写在 `values` 中
map-format-word = “{ $found }”不是格式
    .remedy = 请用 strftime 的字母，如 "%Y-%m-%d %H:%M:%S"，或写 "excel"、"epoch-seconds"、"epoch-milliseconds"
map-format-unreadable = 按格式“{ $found }”无法读取
    .remedy = 常用字母：%Y 年，%m 月，%d 日，%H 时，%M 分，%S 秒，%z 与格林尼治时间的差
map-format-lacks = 格式“{ $found }”中没有{ $part ->
        [year] 年
        [month] 月
       *[other] 日
    }
    .remedy = 请补上 { $part } = …，如 year = 2022，或在格式中加上相应的字母（%Y、%m、%d）
map-unit-needless = { $column } 没有可选的单位
    .remedy = 请删去 `unit`：只有考勤的工时可以用分钟
map-width-needless = { $column } 不补零
    .remedy = 请删去 `width`：只有派件员的编号可以补零
map-format-half-day = 格式“{ $found }”用的是 12 小时制（%I），却没有写明上午还是下午
    .remedy = 在文件中“上午”“下午”（或 AM、PM）所在之处写 %p；24 小时制请写 %H
map-format-no-time = 格式“{ $found }”没有时刻，而 { $column } 是时刻
    .remedy = 请加上时刻的字母，如 %H:%M:%S

word-shape-map-column = 加引号的列名，或者一张表，如 { "{" } from = "…", format = "…" { "}" }

map-heading-missing = 列映射写了“{ $heading }”列，本文件没有这一列
    .remedy = 文件里的表头是：{ $headings }
map-heading-misspelt = 列映射写了“{ $heading }”列，本文件没有这一列
    .remedy = 是不是“{ $near }”？文件里的表头是：{ $headings }
map-heading-twice = 列映射所写的“{ $heading }”列，本文件有两列
    .remedy = 请改写列号，如 "#3"
map-number-beyond = 列映射写了第 { $number } 列，本文件只有 { $columns } 列
    .remedy = 列号从最左一列数起；也请核对列映射中的分隔符

word-layout-sto = 申通导出表（工作表“数据”）：已签收的件按签收时间计，同一运单号只计一次，派件员以姓名（业务员）区分
word-layout-jt-sent = 极兔导出表（寄件运单查询）：已签收的件按签收时间计，同一运单编号只计一次，不含作废和转退件
word-layout-jt-jms = 极兔导出表（JMS）：已签收的件按签收时间计，同一运单编号只计一次，不含转退件
map-no-days = 表头中没有日期；表头为：{ $headings }
    .remedy = 日期写作 1 至 31、1日、5/1 或 2022-05-01；不是一天一列的，请删去 `one_column_a_day`
map-revoked-counts = “{ $found }”算作已派送，不能又用来撤销派送
    .remedy = 请从 `delivered` 或 `revoked` 中删去这个词
map-layout-of-nothing = 这个格式既没有写文件，也没有写列：不知道哪些文件是这个格式
    .remedy = 请补上 files = "…"（文件名，或如 "圆通*"），或 [layout.columns]
