# 表格单元格中的用语。

# 方案
word-low = 下限
word-high = 上限
word-agreed = 现行单价
word-change = 调整

# 单位
word-parcel = 件
word-hour = 小时
word-km = 公里
word-day = 天
word-month = 月

# 业务
word-delivery = 派件

# 月应发工资的衡量
word-median = 中位数
word-mean = 平均数
word-p10 = 第 10 百分位数

# 表格的末行
word-total = 合计

# A calendar day of a month that has so many: the unit of a monthly amount that is due in part.
word-day-of-28 = 天/28
word-day-of-29 = 天/29
word-day-of-30 = 天/30
word-day-of-31 = 天/31
