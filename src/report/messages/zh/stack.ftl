# 多份协议合用。

stack-not-ranked = { $first } 与 { $second } 的规则 { $rule } 规定同一事项，无法判断哪一条对劳动者更有利
    .remedy = 给其中一条换一个 id，或者用 where、from、until 把两者分开
stack-two-currencies = 两种货币不能相加：{ $first_document } 为 { $first }，{ $second_document } 为 { $second }
    .remedy = 请只用同一货币的协议
