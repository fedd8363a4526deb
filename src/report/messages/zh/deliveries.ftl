# 派送记录：可能出错之处。

log-empty = “{ $file }”是空文件：没有表头
    .remedy = 第一行写各列的列名，至少要有派件员（courier）和日期（date 或 delivered_at）
log-no-courier = 没有哪一列写明派件员；文件里的表头是：{ $headings }
    .remedy = 请把该列的列名改为下列之一：{ $accepted }
log-no-date = 没有哪一列写明签收日期；文件里的表头是：{ $headings }
    .remedy = 请把该列的列名改为下列之一：{ $accepted }
log-heading-twice = 列名“{ $heading }”出现两次
    .remedy = 只保留其中一列的列名，另一列改用别的名称
log-heading-passed-over = 有几列都可作为 { $column }：采用“{ $used }”，未用 { $others }
log-row-endless = 从这里起没有一行结束：引号只开未关
    .remedy = 请补上右引号；文字里若有引号，须写成两个，如 "例""如"""

log-field-count = 这一行有 { $found } 个字段，表头有 { $expected } 个
    .remedy = 每行的字段数要与表头一致；文字里有逗号的，用引号括起（"a,b"）
log-not-utf8 = “{ $heading }”的文字编码不是 UTF-8：“{ $found }”
    .remedy = 请另存为 UTF-8 编码；在电子表格中选择“CSV UTF-8”
log-courier-empty = “{ $heading }”为空：这一行不知该计给谁
    .remedy = 请填写派件员工号
log-date-empty = “{ $heading }”为空：不知是哪一天签收
    .remedy = 请填写日期，如 2022-05-01，或时间，如 2022-05-01 09:30:00
log-date-unreadable = “{ $heading }”不是日期：“{ $found }”
    .remedy = 按年、月、日书写，如 2022-05-01 或 2022-05-01 09:30:00
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
log-parcels-negative = “{ $heading }”小于零：{ $found }
    .remedy = 请填写派送件数，没有则填 0
log-parcels-fraction = “{ $heading }”不是整数：{ $found }
    .remedy = 件数只写整数，如 120，不带小数点
log-parcels-unreadable = “{ $heading }”不是数字：“{ $found }”
    .remedy = 只写数字，如 1200，不加千位分隔符
log-parcels-too-many = “{ $heading }”超出一行可有的件数：{ $found }
    .remedy = 最多填 { $most }

log-problems-in-all = 共有 { $count } 行无法读取
    .remedy = 请改正，或用 --rejects 文件名 把这些行另存，其余照常计算
log-rejects-unwritable = 无法写入存放问题行的文件：{ $reason }
    .remedy = 请确认文件夹存在、磁盘尚有空间
