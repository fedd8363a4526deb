# 各项检查的发现。

check-underpaid = 少付 { $short } 元：应付 { $due } 元，工资册 { $found } 元
check-underpaid-parts = 少付 { $short } 元：应付 { $due } 元，工资册 { $found } 元；少付的项目：{ $parts }
check-overpaid = 多付 { $over } 元：应付 { $due } 元，工资册 { $found } 元
check-rate-below = { $rule } 的单价 { $rate } 低于约定；应付数按 { $nearest } 计算
check-rate-above = { $rule } 的单价 { $rate } 高于约定；应付数按 { $nearest } 计算
check-parcels-differ = 工资册 { $register } 件，派件记录已派送 { $log } 件
check-below-floor = 计入保底的工资只有 { $counted } 元，低于保底 { $floor } 元
check-deduction-over-cap = 扣款 { $taken } 元；至多可扣 { $due } 元（{ $percent }%）
check-deduction-below-floor = 扣款 { $taken } 元后剩余 { $found } 元，低于保底 { $due } 元
check-base-cut = 工资册基本工资 { $found } 元；按保护期开始前一天的基本工资应为 { $due } 元
check-extended-hours = { $day } 工作 { $hours } 小时，在保护期内
check-extended-hours-log = { $day } 首件 { $first }、末件 { $last }，超过 8 小时，在保护期内
check-night-work = { $day } { $time } 派件，在保护期内
check-dismissed = { $day } 终止劳动关系，在保护期内；所记原因：{ $reason }
check-dismissed-unsaid = { $day } 终止劳动关系，在保护期内；未记原因
check-unequal-rate = { $day } 在 { $area }，女派件员单价 { $hers } 元，男派件员单价 { $his } 元
check-unequal-piece = 岗位 { $position }：女工（{ $women } 人）所得为应付计件工资的 { $hers }%，男工（{ $men } 人）为 { $his }%
check-no-contract = { $hired } 入职，{ $day } 在岗，尚未签订书面劳动合同
check-allowance-missing = 工资册津贴 { $paid } 元；应付：{ $allowances }
check-unknown-courier = 派件记录中有 { $parcels } 件，花名册上无此人
check-not-on-register = 应付 { $due } 元（{ $parcels } 件），工资册没有此人当月的记录
check-not-in-log = 工资册有计件工资 { $piece } 元，派件记录没有已派送的件
check-paid-late = { $on } 发放，应于 { $due } 前发放
check-not-in-force = 协议 { $agreement } 自 { $first } 至 { $last } 有 { $days } 天不在有效期内
check-floor-not-above-law = 保底 { $rule } 为 { $agreed } 元，不高于法定最低工资 { $minimum } 元

check-summary = 已做 { $checks } 项检查，跳过 { $skipped } 项；{ $payslips } 份工资单：违规 { $violations } 处，提醒 { $warnings } 处
check-whom = { $courier }，{ $company }
check-whom-name = { $courier } { $name }，{ $company }
check-whom-company = { $company }
check-whom-all = 协议和单价
check-item = { $month }{ $code }：{ $what }
check-item-at = { $month }{ $code }：{ $what }（{ $at }）
check-item-warning = { $code }（提醒）
check-agreement = { $agreement }
check-arrears = 欠薪
check-clauses = 条款
check-words = { $clause }：{ $words }
check-withheld = 按性别的发现有 { $count } 处未列出：有一组不足五人
check-code-unknown = 没有名为“{ $found }”的检查
    .remedy = 检查有：{ $known }
check-salt = 代号使用了新的密语：{ $salt }；下次用 --salt 给出，代号不变

check-months-unseen = 派件记录中有 { $count } 个月不在工资册中，未检查：{ $months }
check-blind = 没有 { $flag }，以下检查不会有发现：{ $codes }
check-due-unknown = 有 { $count } 次怀孕没有预产期（due）：法律规定自预产期前十二周起禁止的事项未检查
