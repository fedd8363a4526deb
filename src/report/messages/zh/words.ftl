# 表格单元格中的用语。

# 方案
word-low = 下限
word-high = 上限
word-agreed = 约定
word-change = 调整

# 单位
word-parcel = 件
word-hour = 小时
word-km = 公里
word-day = 天
word-month = 月

# 业务
word-delivery = 派件

# 表格的末行
word-total = 合计
