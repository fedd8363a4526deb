# 方案并列比较。

compare-wages = 全年应发工资（元）
compare-change = 全年增减（元），含用人单位缴费
compare-per-parcel = 每件（元）：现行工资，各方案的增减
compare-percent = 增减占现行工资的百分比
compare-tenths = 各收入档每人每月增减（元），按现行工资由低到高
compare-clauses-together = 各公司合计，元/年：{ $title }
compare-years-drawn = 各年当年发生的元数
compare-title = { $title }
compare-flag-of-view = { $flag } 与 --show 所选的内容不符
    .remedy = 它用于 --show { $views }
compare-order-averaged = 各项调整相互影响：每一项取其在所有先后次序中所增数额的平均，各项相加即为总数
compare-people-monthly = 每名派件员每月的元数：该组的应发工资 ÷ 其派件员有工资条的月数，不整的月按所涵盖的部分计

split-too-many = { $changes } 项调整无法分摊：每种组合都要计算一次，最多 { $most } 项
    .remedy = 把各项调整分成两个方案，再比较这两个方案

people-needs-rates = 不知道现行单价就说不出方案涉及哪些人，而目前只知道其幅度
    .remedy = 用 --rates 文件给出单价，或用 --rate 规则=金额
people-sex-unknown = 没有 --roster，不知道谁是女职工、谁是男职工
people-tenths-too-few = 不分列各成应发工资：有的一成不足 { $fewest } 人，平均数会透露个人的工资
people-subtracted = 两份人员或日期不同的报表可以相减，差额可能就是某一个人的：只对外提供其中一份
people-sex-too-few = 不分列女职工和男职工：其中一方不足 { $fewest } 人，平均数会透露个人的工资

years-by-days = 一年中的各段按其天数 ÷ 全年天数计；不计派件记录的淡旺季
years-later = 调整 { $change } 在所列各年之后才生效
