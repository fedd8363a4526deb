# 各项检查的发现。

check-underpaid = 少付 { $short } 元：应付 { $due } 元{ $piece_month ->
        [own] { "" }
       *[other] （含 { $piece_month } 的计件工资）
    }，工资表 { $found } 元
check-underpaid-parts = 少付 { $short } 元：应付 { $due } 元{ $piece_month ->
        [own] { "" }
       *[other] （含 { $piece_month } 的计件工资）
    }，工资表 { $found } 元；少付的项目：{ $parts }
check-overpaid = 多付 { $over } 元：应付 { $due } 元{ $piece_month ->
        [own] { "" }
       *[other] （含 { $piece_month } 的计件工资）
    }，工资表 { $found } 元
check-ids-alike = { $one }（{ $table }）与 { $other }（{ $beside }）仅前导零、全半角或大小写不同
check-rate-below = { $rule } 的单价 { $rate } 低于约定；应付数按 { $nearest } 计算
check-rate-above = { $rule } 的单价 { $rate } 高于约定；应付数按 { $nearest } 计算
check-parcels-differ = 工资表 { $register } 件，派件记录已派送 { $log } 件
check-below-floor = 计入保底的工资只有 { $counted } 元，低于保底 { $floor } 元
check-deduction-over-cap = 扣款 { $taken } 元{ $kind ->
        [untold] ，工资表没有写明扣的是什么，请核实；其中赔偿和罚款至多可扣 { $due } 元（{ $percent }%）
       *[told] ；至多可扣 { $due } 元（{ $percent }%）
    }
check-deduction-below-floor = 扣款 { $taken } 元{ $kind ->
        [untold] ，工资表没有写明扣的是什么，请核实；其中赔偿和罚款至多可扣 { $due } 元，因须留足保底 { $floor } 元
       *[told] ；至多可扣 { $due } 元，因须留足保底 { $floor } 元
    }
check-fines = 扣罚款 { $fines } 元：2008 年起企业罚款已无法律依据（工资支付暂行规定第15条，国务院令第516号）
check-base-cut = 工资表基本工资 { $found } 元；按保护期开始前一天以来的最高基本工资应为 { $due } 元
check-pay-cut = { $rule }：保护期前为 { $before } 元，{ $day } 起为 { $now } 元，本月少 { $amount } 元
check-overtime-in-fixed-pay = 应发 { $due } 元；最低工资加上按其折算的加班工资（折合 { $hours } 小时，已乘倍数）为 { $least } 元
check-lacks-minimum-wage = 没有执行中的月最低工资标准
check-hours-of-day = { $day } 工作 { $hours } 小时，超过 8 小时的部分多于 3 小时{ $days ->
        [one] {""}
       *[other] ，当月共有 { $days } 天
    }（劳动法第41条）
check-hours-of-month = 当月各天超过 8 小时的部分合计 { $hours } 小时，多于 36 小时（劳动法第41条）
check-hours-no-rest = 连续工作 { $days } 天至 { $last }，六天之后未休息（劳动法第38条）
check-part-time-days = 非全日制用工 { $days } 天共工作 { $hours } 小时，平均每天多于 4 小时（劳动合同法第68条）
check-part-time-week = 非全日制用工截至 { $day } 的一周工作 { $hours } 小时，多于 24 小时（劳动合同法第68条）
check-extended-hours = { $day } 工作 { $hours } 小时，在保护期内
check-extended-hours-log = { $day } 首件 { $first }、末件 { $last }，超过 8 小时，在保护期内
check-night-work = { $day } { $time } 派件，在保护期内
check-dismissed = { $day } 终止劳动关系，在保护期内；所记原因：{ $reason }
check-dismissed-term = { $day } 合同期满终止，在保护期内，合同应续延至该期间结束（劳动合同法第45条）；所记原因：{ $reason }
check-dismissed-unknown = { $day } 终止劳动关系，在保护期内；无法判断所记原因是否合法（劳动合同法第36条至第42条）：{ $reason }
check-dismissed-unsaid = { $day } 终止劳动关系，在保护期内；未记原因
check-unequal-rate = { $day } 在 { $area }，女派件员单价 { $hers } 元，男派件员单价 { $his } 元
check-unequal-piece = 岗位 { $position }：女工（{ $women } 人）所得为应付计件工资的 { $hers }%，男工（{ $men } 人）为 { $his }%
check-no-contract-owed = { $hired } 入职，{ $day } 在岗，尚未签订书面劳动合同；{ $first } 至 { $last } 的第二倍工资 { $owed } 元（劳动合同法实施条例第6、7条）
check-no-contract = { $hired } 入职，{ $day } 在岗，尚未签订书面劳动合同
check-allowance-missing = 工资表津贴 { $paid } 元；应付：{ $allowances }
check-unknown-courier = 派件记录中有 { $parcels } 件，花名册上无此人
check-before-hired = { $turn } 入职前派件 { $parcels } 件，自 { $first } 起：劳动关系自用工之日起建立（劳动合同法第7条）
check-after-left = { $turn } 离职后派件 { $parcels } 件，自 { $first } 起：用工即有劳动关系（劳动合同法第7条）
check-not-on-register = 应付 { $due } 元（{ $piece_month ->
        [own] { "" }
       *[other] { $piece_month } 派送{ " " }
    }{ $parcels } 件），工资表没有此人当月的记录
check-not-in-log = 工资表有计件工资 { $piece } 元，派件记录没有已派送的件
check-paid-late = { $late } 元于 { $on } 发放，应于 { $due } 前发放
check-not-in-force = 协议 { $agreement } 自 { $first } 至 { $last } 有 { $days } 天不在有效期内
check-floor-not-above-law = 保底 { $rule } 为 { $agreed } 元，不高于法定最低工资 { $minimum } 元

check-summary = { $checks }项检查{ $violations ->
        [0] 未发现违规
       *[other] 发现违规{ $violations }处
    }{ $warnings ->
        [0] {""}
       *[other] ，提醒{ $warnings }处
    }；{ $unchecked }项未检查{ $partly ->
        [0] {""}
       *[other] ，另有{ $partly }项部分月份未检查
    }{ $skipped ->
        [0] {""}
       *[other] ，跳过{ $skipped }项
    }；共{ $payslips }份工资条
check-whom = { $courier }，{ $company }
check-whom-name = { $courier } { $name }，{ $company }
check-whom-alone = { $courier }
check-whom-name-alone = { $courier } { $name }
check-whom-company = { $company }
check-whom-all = 协议和单价
check-titles = 检查项目
check-title-of = { $code }：{ $title }
check-called = { $title }
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
check-salt-kept = 新密语已写入 { $file }；请留存在薪酬部门，用它则代号不变
check-salt-short = 密语只有 { $found } 个字符：逐一尝试即可由代号查出编号
    .remedy = 请给出至少 { $least } 个字符的密语，或用 --salt-file FILE，新取一个并保存
check-mistakes-withheld = 在何处、涉及何人，因 --redact 不显示
    .remedy = 请在薪酬部门内不带 --redact 再运行一次查看
check-salt = 代号使用了新的密语：{ $salt }；下次用 --salt 给出，代号不变

check-not-checked = 未检查
check-lacks-both = { $one }；{ $other }
check-lacks-days = 所选日期（--from、--until）未包含整月
check-lacks-month = 工资表没有该月
check-lacks-log = 派件记录没有该月
check-lacks-month-after = 工资表没有 { $month }，该月的计件工资列在其中
check-lacks-listed-month = 工资表本月所列为 { $month } 的计件工资，派件记录没有该月
check-lacks-own-piece = 该月的计件工资列在工资表下一月
check-lacks-register-column = 工资表缺 { $column ->
        [parcels] parcels（件数）
        [damages] damages（赔偿）
        [fines] fines（罚款）
        [base] base（基本工资）
        [allowance] allowance（津贴）
        [piece] piece（计件工资）
        [paid_on] paid_on（发放日期）
       *[other] { $column }
    }
check-lacks-roster = 缺 --roster 花名册
check-lacks-roster-column = 花名册缺 { $column ->
        [hired] hired（入职日期）
        [left] left（离职日期）
        [contract_signed] contract_signed（劳动合同签订日期）
        [employment] employment（用工形式）
        [sex] sex（性别）
       *[other] { $column }
    }
check-lacks-base = 花名册没有基本工资，协议也未约定
check-lacks-protected = 缺 --protected 保护期登记
check-lacks-birth = 有孕期未登记预产期（due），而有条款从预产期前若干周起算
check-lacks-protected-day = 保护期登记缺日期
check-fund-unknown = { $payslips } 份工资条有产假，工资表没有写明基金支付了多少（fund_paid 列）：这些日子不作主张（第一名派件员：{ $first }）
check-lacks-hours = 缺 --attendance 考勤，派件记录也没有时间（first_at、last_at）
check-lacks-times = 派件记录没有时间（first_at、last_at）
check-lacks-attendance = 缺 --attendance 考勤
check-lacks-rates = 缺单价（--rates、--rate）
check-lacks-limit = 所给单价没有约定幅度或数额
check-lacks-piece = 工资表缺 piece（计件工资），--rates 中也没有单个派件员的单价
check-lacks-pay = 协议没有规定应付工资
check-lacks-floor = 没有有效的保底
check-lacks-minimum = 当月有日子的最低工资标准未收录
check-lacks-agreed-floor = 法定最低工资之外没有约定月保底
check-lacks-statutory-floor = 最低工资标准未收录
check-lacks-allowance = 没有约定津贴
check-lacks-cap = 没有有效的扣款上限
check-lacks-overtime = 没有关于延长工时的有效条款
check-lacks-pay-day = 没有约定发薪日
check-lacks-grant = 没有{ $what }的有效条款
