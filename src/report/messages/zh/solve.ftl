# 求解：一项调整可以到多大。

solve-next-step = { $company }：再进一档，{ $change } 每年成本 { $cost }，超出预算 { $over }
solve-ends-first = { $company }：未到预算，不足一档即到幅度或数额的尽头；{ $change } 每年成本 { $cost }，预算余 { $left }
solve-shares-by-pay = 预算按各公司现行计件工资的比例分配
solve-shares-by-parcels = 现行单价未知，预算按各公司件数的比例分配
solve-target-there = { $company }：月应发工资的{ $measure }现为 { $now }，不低于 { $target }
solve-target-reached = { $company }：{ $change } 使月应发工资的{ $measure }由 { $now } 变为 { $then }；少一档则为 { $less }
solve-target-missed = { $company }：不足一档即到幅度尽头；{ $change } 使月应发工资的{ $measure }由 { $now } 变为 { $then }，未达到 { $target }
solve-whole-month-by-roster = 只计当月每日均在职的派件员
solve-whole-month-by-days = 没有 --roster，只计当月有件的天数不少于 { $days } 天的派件员
solve-nothing-unknown = 没有一项调整以 ? 代替数额
    .remedy = 要求解的数额写作 ?，如 "delivery +?"
solve-several-unknowns = 未知数额不止一个，而一项预算或目标只能确定其中一个
    .remedy = ? 只写一次，其余调整写明数额
solve-unknown-form = “{ $found }”中的 ? 不在 + 或 - 之后
    .remedy = 写作 "规则 +?" 或 "规则 -?"；求得的数额以元为单位
solve-budget-gone = 其余调整每年成本已达 { $cost }，超出预算 { $budget }
    .remedy = 提高预算，或去掉一项调整
solve-endless = { $change } 无论多大，都到不了尽头
    .remedy = 换一条与派件记录有关的规则
solve-company-unnamed = 有的件不知属于哪家公司
    .remedy = 在派件记录中给出公司一列，或用带公司的 --roster 文件；也可用 --by total
solve-target-form = “{ $found }”不是目标
    .remedy = 写作 median=7000（中位数）、mean=7000（平均数）或 p10=5000（第10百分位），以元/月为单位
solve-target-lowered = 目标只能靠提高达到，而这项调整是降低
    .remedy = 把 -? 写作 +?
solve-target-needs-rates = 月应发工资需要知道现行单价，而目前只知道其幅度
    .remedy = 用 --rates 文件给出单价，或用 --rate 规则=金额
solve-no-whole-month = 派件记录中没有人做满一个月
    .remedy = 给出整月的派件记录，或用 --roster 文件说明全月在职的人员
