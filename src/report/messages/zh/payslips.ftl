# 发给本人的工资条

payslips-title = { $year }年{ $month }{ $named ->
        [wholly] { "" }
       *[by-days] （{ $first } 至 { $last }）
    }工资条
payslips-title-of-days = { $first } 至 { $last } 工资条
payslips-differs = 工资表的应发工资为 { $paid } 元；按协议计算为 { $due } 元。
payslips-not-on-register = 工资表中没有本工资条对应的记录，扣款未知。
payslips-sign = 签收：____________________　　日期：____________________
payslips-summary = 共 { $payslips } 份工资条
payslips-need-rates = 各公司在幅度内执行的单价未知，不能出具工资条
    .remedy = 请用 --rates 给出执行的单价，或用 --rate 给出一个单价，例如 delivery=0.80
xlsx-papers = 工资条
xlsx-sheet-payslips-rows = 明细
xlsx-sheet-sums = 合计
