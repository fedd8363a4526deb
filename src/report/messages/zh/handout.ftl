# 谈判桌上的一页。

handout-title = 集体协商方案测算
handout-agreements = 协议：{ $titles }
handout-log = 依据 { $from } 至 { $until } 的派件记录，共 { $parcels } 件
handout-terms = 方案内容
handout-term = { $title }（{ $path }）
handout-words = { $title }（{ $agreement }，{ $clause }）原文：
handout-cost = 全年费用
handout-clauses = 各项调整的全年费用
handout-people = 惠及哪些人
handout-years = 逐年费用
handout-reckoned = 测算依据与可靠程度
handout-unknown = 未列出：{ $why }
handout-format = handout 是供打印的一页，不能写成 { $format }
    .remedy = 请写 -o handout.html（或 .md）；要 csv、json 或工作簿的数字，请用 compare
