# Maps: how a file that is laid out in its own way is read.

map-delimiter = "{ $found }" cannot separate two cells
    .remedy = give one character that is not a letter, digit, quote or line end: "," or ";" or "|" or "\t" (a tab)
map-timezone = "{ $found }" is not a known time zone
    .remedy = name it as "Asia/Shanghai", or by its offset from UTC as "+08:00"
map-number = "{ $found }" is not the number of a column
    .remedy = columns are numbered from "#1", the leftmost
map-no-courier = these columns do not say which courier delivered
    .remedy = add courier = "…" with the heading of that column; what [columns] does not name is not read
map-no-date = these columns do not say on which day a parcel was delivered
    .remedy = add date = "…" or delivered_at = "…" with the heading of that column; what [columns] does not name is not read
map-column-none = the map does not say where { $column } comes from
    .remedy = add from = "…" with a heading, join = ["…", "…"] with several, or value = "…" for what every row says
map-column-two = `{ $first }` cannot be used with `{ $second }`
    .remedy = remove one of them
map-needs = `{ $key }` has no meaning without `{ $needs }`
    .remedy = add `{ $needs }`, or remove `{ $key }`
map-value-day = { $column } cannot be "{ $found }"
    .remedy = write a day, such as "2022-05-01"
map-value-month = { $column } cannot be "{ $found }"
    .remedy = write a month, such as "2022-05"
map-value-number = { $column } cannot be "{ $found }"
    .remedy = write a number, such as "1"
map-value-time = { $column } cannot be the same for every row: "{ $found }"
    .remedy = name the column of the file that gives it, or remove { $column }
map-format-needless = { $column } is neither a day nor a time: it has no format
    .remedy = remove `format`; words are translated with `values`
map-format-word = "{ $found }" is not a format
    .remedy = write it with the letters of strftime, such as "%Y-%m-%d %H:%M:%S", or as "excel", "epoch-seconds" or "epoch-milliseconds"
map-format-unreadable = nothing can be read by the format "{ $found }"
    .remedy = the usual letters are %Y year, %m month, %d day, %H hour, %M minute, %S second, %z offset from UTC
map-format-lacks = the format "{ $found }" has no { $part }
    .remedy = add { $part } = …, such as year = 2022, or the letter for it (%Y, %m, %d)
map-unit-needless = { $column } has no unit to choose
    .remedy = remove `unit`: only the hours of an attendance may be written in minutes
map-width-needless = { $column } is not filled up with zeros
    .remedy = remove `width`: only the id of the courier has one
map-format-half-day = the format "{ $found }" has the hours of half a day (%I), and nothing says which half
    .remedy = add %p where the file has 上午, 下午, AM or PM, or write %H where hours go to 23
map-format-no-time = the format "{ $found }" has no time, and { $column } is a time
    .remedy = add the letters of the time, such as %H:%M:%S

word-shape-map-column = a heading in quotes, or a table such as { "{" } from = "…", format = "…" { "}" }

map-heading-missing = the map names a column "{ $heading }" that this file does not have
    .remedy = the headings of the file are: { $headings }
map-heading-misspelt = the map names a column "{ $heading }" that this file does not have
    .remedy = did you mean "{ $near }"? The headings of the file are: { $headings }
map-heading-twice = the heading "{ $heading }", which the map names, appears twice
    .remedy = name the column by its number, such as "#3"
map-number-beyond = the map names column number { $number }, and this file has { $columns }
    .remedy = count the columns from the left; check the delimiter of the map

word-layout-sto = an export of STO (申通, sheet 数据): signed parcels by 签收时间, each 运单号 once, couriers by name (业务员)
word-layout-jt-sent = an export of J&T (极兔, 寄件运单查询): signed parcels by 签收时间, each 运单编号 once, without 作废 and 转退件
word-layout-jt-jms = an export of J&T (极兔 JMS): signed parcels by 签收时间, each 运单编号 once, without 转退件
map-no-days = no heading is a day; the headings are: { $headings }
    .remedy = write the days as 1 to 31, 1日, 5/1 or 2022-05-01, or remove `one_column_a_day`
map-revoked-counts = rows of "{ $found }" count as delivered: they cannot take a delivery back
    .remedy = remove the word from `delivered` or from `revoked`
map-layout-of-nothing = this layout names neither files nor columns: it is not known which files have it
    .remedy = add files = "…" with a name or a pattern such as "YTO*", or [layout.columns]
