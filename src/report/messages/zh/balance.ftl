# 均衡：按区域定单价，使每个派件日的收入接近。

balance-days = 所列为派件记录所含日期的数字；差异系数为每人每日计件工资的变异系数，按派件人日加权
balance-days-of = { $company }：每人每日计件工资（元），现行与建议
balance-none-lowered = 不降低任何单价，这是工会的默认立场；--may-lower 允许降低{ $budget ->
    [yes] {""}
   *[no] ，未给出 --budget 时没有别的可供分配
 }
balance-kept = { $company }：维持现行单价；以 { $step } 为一档，预算之内没有更均衡的单价
balance-band-ends = { $company }：预算 { $budget } 无法用足；幅度上限为 { $max }，全部按上限计，计件工资为 { $nearest }
balance-several-rates = 以下区域现有多种单价（因派件员、业务、日期或阶梯而异）；调整前单价为实付平均数，建议改为统一单价：{ $areas }
balance-whole-pay = 计件工资变动 { $piece } 元，应发工资合计变动 { $whole } 元：加班工资（加倍部分）和补差随单价变动
balance-no-band = 所给协议中没有设幅度的计件单价
    .remedy = 给出设有幅度的协议，如 -a anji-courier
balance-several-rules = 设幅度的计件单价不止一项：{ $known }
    .remedy = 用 --rule 指明均衡哪一项
balance-rule-unknown = “{ $rule }”不是设幅度的计件单价
    .remedy = 设幅度的有：{ $known }
balance-needs-rates = 部分件的现行单价未知，而均衡须从现行单价算起
    .remedy = 用 --rates 文件给出单价，或用 --rate { $rule }=金额
balance-bands-apart = 在派件记录所含日期内，规则 { $rule } 的各个幅度没有共同的单价
    .remedy = 用 --from 和 --until 只取一段日期
balance-no-parcels = 派件记录中没有按 { $rule } 计酬的件
    .remedy = 给出有已派送件的记录，业务须与规则一致
budget-amount = “{ $found }”不是以元为单位的金额
    .remedy = 写不小于零的金额，如 3000000 或 300万
step-large = “{ $found }”这一档比任何工资变动都大
    .remedy = 写结果须精确到的金额，如 0.01
step-amount = “{ $found }”不能作为一档
    .remedy = 写大于零、最多四位小数的金额，如 0.01
