# 各项检查的发现。

check-underpaid = 少付 { $short } 元
check-underpaid-parts = 少付 { $short } 元；其中少付：{ $parts }
check-overpaid = 比应发数多付 { $over } 元
check-rate-below = { $rule } 的单价 { $rate } 低于约定；应发数按 { $nearest } 计算
check-rate-above = { $rule } 的单价 { $rate } 高于约定；应发数按 { $nearest } 计算
check-parcels-differ = 工资册 { $register } 件，派件记录已派送 { $log } 件
check-below-floor = 计入保底的工资 { $counted }，低于保底 { $floor }
check-deduction-over-cap = 扣款 { $taken }；至多可扣 { $due }（{ $percent }%）
check-deduction-below-floor = 扣款 { $taken } 后剩余 { $found }，低于保底 { $due }
check-base-cut = 基本工资比保护期开始前一天少 { $short } 元
check-extended-hours = { $day } 工作 { $hours } 小时，在保护期内
check-extended-hours-log = { $day } 首件 { $first }、末件 { $last }，超过 8 小时，在保护期内
check-night-work = { $day } { $time } 派件，在保护期内
check-dismissed = { $day } 终止劳动关系，在保护期内；原因：{ $reason }
check-unequal-rate = { $day } 在 { $area }，女派件员单价 { $hers }，男派件员 { $his }
check-unequal-piece = 岗位 { $position }：实付计件占应付计件，女工（{ $women } 人）{ $hers }%，男工（{ $men } 人）{ $his }%
check-no-contract = { $hired } 入职，{ $day } 上班，未签书面劳动合同
check-allowance-missing = 应发津贴：{ $allowances }
check-unknown-courier = 派件记录中有 { $parcels } 件，花名册上无此人
check-not-on-register = 应发 { $due } 元（{ $parcels } 件），工资册中没有该行
check-not-in-log = 发了计件工资 { $piece } 元，派件记录中没有已派送的包裹
check-paid-late = { $on } 发放，应于 { $due } 前发放
check-not-in-force = { $first } 至 { $last } 之间有日子 { $agreement } 没有任何文件有效
check-floor-not-above-law = 保底 { $rule } 为 { $agreed } 元，不高于法定最低工资 { $minimum } 元

check-summary = 已做 { $checks } 项检查，跳过 { $skipped } 项；{ $payslips } 份工资单：违约 { $violations } 处，提醒 { $warnings } 处
check-arrears = 欠薪
check-clauses = 条款
check-words = { $agreement }，{ $clause }：{ $words }
check-withheld = 按性别的发现有 { $count } 处未列出：有一组不足五人
check-code-unknown = 没有名为“{ $found }”的检查
    .remedy = 检查有：{ $known }
check-salt = 代号使用了新的密语：{ $salt }；下次用 --salt 给出，代号不变
