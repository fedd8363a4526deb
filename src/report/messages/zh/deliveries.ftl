# 派件记录：可能出错之处。

log-empty = “{ $file }”是空文件：没有表头
    .remedy = 第一行写各列的列名，至少要有派件员（courier）和日期（date 或 delivered_at）
log-headings-not-text = 表头的文字编码不是 { $encoding }（文件中从 0 数起第 { $offset } 个字节）
    .remedy = 请用 --encoding 写明文件的编码，或者另存为 UTF-8 编码；在电子表格中选择“CSV UTF-8”
log-no-courier = 没有哪一列写明派件员；文件里的表头是：{ $headings }
    .remedy = 请把该列的列名改为下列之一：{ $accepted }；也可以写列映射：wagepact map 文件名 会写出初稿
log-no-date = 没有哪一列写明签收日期；文件里的表头是：{ $headings }
    .remedy = 请把该列的列名改为下列之一：{ $accepted }；也可以写列映射：wagepact map 文件名 会写出初稿
log-heading-twice = 列名“{ $heading }”出现两次
    .remedy = 只保留其中一列的列名，另一列改用别的名称
log-heading-passed-over = 有几列都可作为 { $column }：采用“{ $used }”，未用 { $others }
log-problem-rows = “{ $tally }”是由引擎汇总的，其中 { $rows } 行无法读取，未计入
log-read-as = “{ $file }”不是 UTF-8，按 { $encoding } 读取
log-row-long = 从这里起的一行超过 1 MB，派件记录没有这样长的行
    .remedy = 请确认这是不是表格：派件记录应当一行一条
log-quote-long = 这一行超过 1 MB，这个左引号到那里还没有右引号，后面的内容都算进这个单元格
    .remedy = 请补上右引号或删去左引号；文字里若有引号，须写成两个，如 "例""如"""；过长的文字请截短

log-field-count = 这一行有 { $found } 个字段，表头有 { $expected } 个
    .remedy = 每行的字段数要与表头一致；文字里有逗号的，用引号括起（"a,b"）
log-not-text = “{ $heading }”的文字编码不是 { $encoding }：“{ $found }”（文件中从 0 数起第 { $offset } 个字节）
    .remedy = 请用 --encoding 写明文件的编码，或者另存为 UTF-8 编码；在电子表格中选择“CSV UTF-8”
log-spreadsheet-fault = “{ $heading }”是电子表格的公式错误：“{ $found }”
    .remedy = 请在电子表格中更正公式，或者直接填写数值
log-courier-empty = “{ $heading }”为空：这一行不知该计给谁
    .remedy = 请填写派件员工号
log-courier-shortened = “{ $heading }”不是工号，而是被电子表格缩写的数字：“{ $found }”
    .remedy = 请在电子表格中先把这一列设为“文本”格式，重新填入工号后再导出；此处的数字已经丢失
log-date-empty = “{ $heading }”为空：不知是哪一天签收
    .remedy = 请填写日期，如 2022-05-01，或时间，如 2022-05-01 09:30:00
log-date-unreadable = “{ $heading }”不是日期：“{ $found }”
    .remedy = 按年、月、日书写，如 2022-05-01 或 2022-05-01 09:30:00
log-year-unlikely = “{ $heading }”不在 1900 年至 2199 年之间：“{ $found }”
    .remedy = 请改正年份，那一年不可能派件
log-time-unreadable = “{ $heading }”不是一天中的时间：“{ $found }”
    .remedy = 按时、分、秒书写，从 00:00:00 到 23:59:59
log-time-of-another-day = “{ $heading }”与本行不在同一天：“{ $found }”
    .remedy = 请填写本行当天的时间
log-time-zone = “{ $heading }”带有时区：“{ $found }”
    .remedy = 请填写签收当地时间，不带时区，如 2022-05-01 09:30:00
log-first-after-last = “{ $heading }”晚于当天末件时间：“{ $found }”
    .remedy = 首件时间在前，末件时间在后
log-parcels-empty = “{ $heading }”为空
    .remedy = 请填写派送件数，没有则填 0；只有不含这一列的记录才按每行一件计
log-no-measure = 没有计量项 { $measure } 的列（“{ $column }”）；表头为：{ $headings }
    .remedy = 请把该列命名为 `{ $column }`，或者在协议中写明列名：column = "…"；如果在考勤表中，请用 --attendance 提供
log-measure-empty = “{ $heading }”为空
    .remedy = 请填写数字，没有则填 0
log-measure-unreadable = “{ $heading }”不是数字：“{ $found }”
    .remedy = 请填写数字，可带小数点，如 12.5
log-measure-negative = “{ $heading }”小于零：{ $found }
    .remedy = 请填写 0 或更大的数
log-parcels-negative = “{ $heading }”小于零：{ $found }
    .remedy = 请填写派送件数，没有则填 0
log-parcels-fraction = “{ $heading }”不是整数：{ $found }
    .remedy = 件数只写整数，如 120
log-parcels-unreadable = “{ $heading }”不是数字：“{ $found }”
    .remedy = 只写数字，如 1200 或 1,200
log-parcels-too-many = “{ $heading }”超出一行可有的件数：{ $found }
    .remedy = 最多填 { $most }

log-problems-in-all = 共有 { $count } 行无法读取
    .remedy = 请改正这 { $count } 行，或用 --rejects 文件名 把它们另存，其余照常计算
log-rejects-unwritable = 无法写入存放问题行的文件：{ $reason }
    .remedy = 请确认文件夹存在、磁盘尚有空间
log-stdin-again = --rows 需要再读一遍派件记录，而标准输入不能读第二遍
    .remedy = 先把记录存为文件，再给出文件名

log-format-unfit = “{ $heading }”与列映射中的格式不符：“{ $found }”
    .remedy = 列映射写的是 { $formats }；请改正单元格，或在列表中加上它的格式
log-date-ambiguous = “{ $heading }”符合列映射中的两种格式，意思却不同：“{ $found }”
    .remedy = 请在 { $formats } 中只留实际所用的一种
log-parcel-empty = “{ $heading }”为空：没有运单号，无法判断是否已经计件
    .remedy = 请填写运单号，或在列映射中删去 unique
log-parcel-lost = “{ $heading }”已被电子表格改成近似数：“{ $found }”不再是运单号
    .remedy = 请把该列设为文本后重新导出
log-heading-unused = 列名“{ $heading }”可以作为 { $column }，但列映射没有写 { $column }，不读取
log-lines-before-headings = { $file }：表头之前有 { $count } 行（“{ $first }”），已略过
log-delimiter-in-gb18030 = “{ $file }”为 GB18030 编码，其中“{ $delimiter }”可能是汉字的一半
    .remedy = 请另存为 UTF-8，或改用逗号、分号、制表符分隔
log-layout-known = { $file } 识别为{ $layout }

log-company-open = 派件员 { $courier } 自 { $first } 起有 { $parcels } 件没有写明公司，可能属于 { $companies } 中的任何一家
    .remedy = 在派件记录中加“公司”一列并为这些行填写，或者在花名册中写明其中一段的离职日期

log-status-open = 不知道状态“{ $status }”是否算已派送；共 { $rows } 行
    .remedy = 用 --delivered 写明所有计件的状态，如 --delivered 签收,{ $status }；其他状态的行即不计
log-statuses-in-all = 共有 { $count } 个状态含义不明
    .remedy = 如果这一列不是状态，请用列映射（--map）指定真正的状态列
log-nothing-counts = { $file } 没有一行计件{ $statuses ->
        [none] { "" }
       *[other] ；未派送的有：{ $statuses }
    }
    .remedy = 用 --delivered 写明计件的状态，或者检查列映射排除了哪些行

log-given-twice = { $second } 与 { $first } 内容相同：其中的件会重复计算
    .remedy = 每份派件记录只写一次
log-headings-again = { $file }：表头下面一行也是表头，已略过
log-map-of-others = { $file } 没有列映射中的任何一列：按其自己的表头读取

log-columns-unused = 派件记录中未使用的列：{ $columns }{ $more ->
        [0] {""}
       *[other] ，另有 { $more } 列
    }
log-without-rows = { $file } 的表头之下没有一行记录
    .remedy = 请重新导出：每次派送或每个件数各占一行
log-other-encoding = { $heading }在这一行是 { $other } 编码，派件记录却是 { $encoding } 编码：“{ $found }”
    .remedy = 请把整个文件另存为同一种编码，在电子表格中选择“CSV UTF-8”；若全文都是 { $other }，请用 --encoding 写明

log-sheets-several = “{ $file }”中有几个工作表有内容：{ $sheets }
    .remedy = 请在文件名后加 # 写明工作表，如“{ $file }#{ $first }”；若全部都要，请写“{ $file }#*”

matrix-read = { $file }：一天一列，{ $first } 至 { $last }；每个有内容的格子算一行{ $count ->
        [0] {""}
       *[other] （不读：{ $totals }）
    }
matrix-days-order = 表头中的日期没有依次排列
    .remedy = 每天一列，按日期先后排列；跨月的写明月份，如 5/26；跨年的写明年份，如 2022-12-26
matrix-month-unknown = 不知道表头中的日期是哪一个月
    .remedy = 用 --month 2022-05 指明，或者写在表头上方、工作表名中，或者写全日期：2022-05-01
matrix-months-several = 表头只有日，而工作表名或标题中有几个月份：{ $months }
    .remedy = 用 --month 2022-05 指明是哪一个月，或者写全日期：2022-05-01
matrix-year-unknown = 不知道表头中的日期是哪一年
    .remedy = 用 --month 2022-05 指明，或者把年份写在表头上方、工作表名中，或者写全日期：2022-05-01
matrix-month-contradicted = 表头中的日期不属于 { $month }，而工作表名、标题或 --month 写的是这个月
    .remedy = 改正其中之一，或者去掉 --month
matrix-no-such-day = { $month } 没有“{ $column }”这一天，而该列中有“{ $found }”
    .remedy = 移到所属的日期，或者清空这一格
matrix-month-of-row = “{ $found }”看不出这一行是哪一个月（{ $column }列）
    .remedy = 写成 2022-05；给出 --month 时，每一行都须属于该月
matrix-and-day = 每一行已有日期，表头又是一天一列：不知道各列下的数字是什么
    .remedy = 去掉日期列，或者去掉一天一列的各列；各列的含义也可以用列映射（--map）说明

log-returned = 有 { $parcels } 个运单已计件，又在派件记录中记为撤销签收或退回（{ $first }）；要扣除这些件，请在列映射的 unique 旁写 revoked = ["撤销签收", "退回"]
log-revoked-stdin = 列映射要扣除之后撤销的件（revoked），须把派件记录读两遍，而标准输入只能读一次
    .remedy = 请把派件记录存成文件，再写文件名
log-revoked-parcel-empty = “{ $heading }”为空：不知道撤销的是哪一个运单
    .remedy = 请填写运单号，或在列映射中删去 revoked

log-layout-none = { $file } 与列映射中的各个格式都不符，各缺少：{ $lacks }
    .remedy = 请改正所属格式中的列名，或在该格式中写明文件：files = "{ $file }"
log-layout-stdin = 列映射有几个格式，没有一个写明标准输入，而标准输入只能读一次
    .remedy = 请把派件记录存成文件，或在所属格式中写 files = "-"
