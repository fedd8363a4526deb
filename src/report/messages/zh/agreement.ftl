# 协议文件中可能出现的错误

agreement-unknown = 没有名为 { $name } 的协议
    .remedy = 请写内置协议的名称（{ $shipped }）、存放协议文件的文件夹，或者以 .toml 结尾的单个文件
agreement-file-beside = 没有名为 { $name } 的协议
    .remedy = 是不是文件 { $near }？内置协议有：{ $shipped }
agreement-misspelt = 没有名为 { $name } 的协议
    .remedy = 是不是 { $near }？内置协议有：{ $shipped }。也可以写存放协议文件的文件夹，或者以 .toml 结尾的单个文件
agreement-folder-empty = 文件夹 { $folder } 中没有协议文件
    .remedy = 协议文件以 .toml 结尾

agreement-id-unfit = “{ $found }”不能作为规则的 id
    .remedy = 请用字母、数字和连字符，以字母开头，例如 `minimum-wage`
agreement-country-unfit = “{ $found }”不是国家代码
    .remedy = 请写两个大写字母（ISO 3166-1），例如 CN、FR、US
agreement-source-none = 本文件中没有来源“{ $found }”
    .remedy = 请加一个表，如 [sources.press]，在此填它的键 press；或者直接写 { "{" } name = "…" { "}" }
agreement-source-misspelt = 本文件中没有来源“{ $found }”
    .remedy = 是不是“{ $near }”？本文件的来源有：{ $known }
agreement-source-unknown = 本文件中没有来源“{ $found }”
    .remedy = 请填已有的：{ $known }；或者直接写 { "{" } name = "…" { "}" }

agreement-number-unreadable = `{ $key }` 不是数：{ $found }
    .remedy = 请写数字和一个小数点，例如 0.85；不要分隔符和指数，最多28位
agreement-number-too-large = `{ $key }` 过大：{ $found }
    .remedy = 最大可以写 1000000000000
agreement-number-not-positive = `{ $key }` 应当大于 0，现为 { $found }
    .remedy = 请写约定的数额；没有数额的规则不必写
agreement-number-negative = `{ $key }` 不能小于 0，现为 { $found }
    .remedy = 请写约定的数额；该档没有数额的写 0
agreement-multiple-below-one = 倍数 { $found } 低于单价本身
    .remedy = 请写总倍数，例如 150% 写作 1.5
agreement-percent-outside = `{ $key }` 为百分之 { $found }
    .remedy = 百分比应当在 0 到 100 之间
agreement-hours-outside = `{ $key }` 为 { $found } 小时
    .remedy = 小时数应当大于 0，不超过 { $most }
agreement-day-unreadable = `{ $key }` 不是日历上的日期：{ $found }
    .remedy = 请写年月日，例如 2022-05-01
agreement-clock-unreadable = `{ $key }` 不是时刻：{ $found }
    .remedy = 请写时和分，例如 "22:00"
agreement-year-unreadable = “{ $found }”不是年份
    .remedy = 节假日按年列出，例如 2022 = ["01-01", "05-01"]
agreement-holiday-unreadable = { $found } 不是 { $year } 年的日期
    .remedy = 请写月和日，例如 "05-01"；年份以本列表为准
agreement-holiday-twice = { $day } 在列表中写了两次
    .remedy = 两处只保留一处

agreement-term-reversed = 最后一天 { $until } 早于第一天 { $from }
    .remedy = `from` 是第一天，`until` 是最后一天；请对调或者改正其中一个
agreement-rule-outside-document = 这条规则没有适用的日期：它的期限在文件的期限之外
    .remedy = 请改正规则或者 [document] 的 `from` 和 `until`
agreement-dated-from-missing = 分期的值中只有第一个可以不写起始日期
    .remedy = 请补上 `from = …`
agreement-dated-order = { $from } 起的值写在 { $earlier } 起的值之后
    .remedy = 请按起始日期先后排列；每一天只有一个值
agreement-dated-gap = { $from } 至 { $until } 没有值
    .remedy = 请补上空缺：调整 `until` 或者 `from`，或者增加这几天的值
agreement-dated-overlap = { $from } 至 { $until } 有两个值
    .remedy = 删去前一个值的 `until`，它就到下一个值开始的前一天为止
agreement-dated-begins-late = 规则在 { $from } 以前已经适用，但没有值
    .remedy = 请给规则写上 `from = { $from }`，或者补上更早的值
agreement-dated-ends-early = 规则在 { $until } 以后仍然适用，但没有值
    .remedy = 请给规则写上 `until = { $until }`，或者补上以后的值

agreement-kind-none = 这条规则没有写明是哪一种
    .remedy = 请写上 { $allowed } 之一，例如 [rule.rate]
agreement-kind-two = 一条规则只能是一种；这里有 `{ $first }` 和 `{ $second }`
    .remedy = 请分成两条规则，各有各的 id
agreement-value-none = 没有数额
    .remedy = 请写上 { $allowed } 之一
agreement-value-two = { $allowed } 只能写一个；这里有 `{ $first }` 和 `{ $second }`
    .remedy = 请删去其中一个
agreement-key-needs-by = `{ $key }` 要和 `by` 一起写
    .remedy = 请补上 `by = …`，写明由花名册的哪一列决定数额，或者改用 `amount`
agreement-by-without-amounts = `by` 指明了花名册的列，但没有写各个值的数额
    .remedy = 请补上数额表，例如 amounts = { "{" } junior = 50, senior = 120 { "}" }
agreement-otherwise-unknown = `otherwise` 写的“{ $found }”没有数额
    .remedy = 请写 { $known } 之一，或者补上它的数额
agreement-band-reversed = 最低单价 { $min } 高于最高单价 { $max }
    .remedy = `min` 是可以支付的最低单价，`max` 是最高单价；请对调或者改正其中一个
agreement-tiers-begin-late = 第一档从 { $over } 件以后开始，之前的件数没有单价
    .remedy = 第一档请写 over = 0
agreement-tiers-not-rising = { $over } 件以后的一档写在 { $before } 件以后的一档之后
    .remedy = 请按件数从少到多排列各档
agreement-tiers-need-parcels = 分档按件数计算，而这里的单位是 { $per }
    .remedy = 请写 per = "parcel"，或者改用 `amount`
agreement-counted-nothing = `{ $key }` 用于按件数分档或计奖，而这条单价两者都没有
    .remedy = 请与 per = "parcel" 一起使用，或者删去
agreement-whole-by-year = 一月份的工资将取决于十二月份的件数，无法按月结算
    .remedy = 请删去 `whole`，或者改按 "day"、"week"、"period" 累计
agreement-each-needs-parcels = 每满一定数量的奖励只能按件数计，并且要有一个 `amount`
    .remedy = 请写 per = "parcel"、amount = …、each = …
agreement-at-most-needs-each = `at_most` 是 `each` 奖励的上限，但这里没有 `each`
    .remedy = 请加上 `each`，或者删去 `at_most`
agreement-currency = “{ $found }”不是货币代码
    .remedy = 请填写 ISO 4217 的三个字母，如 CNY、EUR、USD
agreement-measure-differs = 计量项 { $measure } 声明了两次，内容不一致
    .remedy = 请改为一致，或者给其中一个另取名称
agreement-rule-unnamed = 规则{ $rule }引用了规则{ $id }，所给的协议中没有这条规则
    .remedy = 请更正名称，或者加上含有这条规则的文件：-a 文件
agreement-unit-unknown = “{ $found }”既不是单位，也不是本文件声明的计量项
    .remedy = 请填写 { $known } 之一，或者声明 [measures.{ $found }]
agreement-where-date = { $found } 不是日期
    .remedy = 每年的某日写作 "12-24"，某一天写作 "2019-12-31"
agreement-where-time = { $found } 不是时段
    .remedy = 请写两个时刻，如 "22:00-06:00"
agreement-where-range = { $found } 不是范围
    .remedy = 请写作 "> 4"、">= 4"、"< 4"、"<= 4" 或 "4..10"
agreement-night-empty = 夜间的起止时刻相同
    .remedy = 请写两个不同的时刻，如 start = "22:00"、end = "06:00"
agreement-where-several = `{ $key }` 写了多个范围
    .remedy = 请只写一个，其余的各写一条规则
agreement-pay-period-key = every = "{ $every }" 时 `{ $key }` 没有意义
    .remedy = 请删去
agreement-pay-period-from = every = "{ $every }" 须写明其中一期的第一天
    .remedy = 请补上 `from`，如 from = 2026-06-01
agreement-formula-term = “{ $found }”不是公式能够计量的内容
    .remedy = 请填写 { $known } 之一，或者声明 [measures.{ $found }]
agreement-provided-what = “{ $found }”不是结算期内可以合计的内容
    .remedy = 请填写 { $known } 之一，或者声明 [measures.{ $found }]
agreement-provided-range = { $found } 不是数字，也不是范围
    .remedy = 请写作 "0"、"> 4"、">= 4"、"< 4"、"<= 4" 或 "4..10"
agreement-premium-key-of-many = `{ $key }` 用于在几个数值中选定，而这里只有一个
    .remedy = 请改用 `percents`、`amounts` 或 `multiples`，或者删去 `{ $key }`
agreement-premium-by-what = 没有写明这些 `{ $key }` 按什么选定
    .remedy = 请加上 `by`（列名），或者 `conditions`
agreement-premium-by-both = `by` 和 `conditions` 不能同时使用
    .remedy = 请删去其中一个
agreement-premium-count = “{ $found }”不是条件的个数
    .remedy = 请填写 1、2、3 ……：符合几项（及以上）
agreement-formula-empty = 这个公式没有保障任何金额
    .remedy = 请写明保障的金额，如 { "{" } hour = 25 { "}" } 或 { "{" } at_least = 5 { "}" }
agreement-floor-key-of-amount = 有公式时 `{ $key }` 没有意义
    .remedy = 请删去
agreement-floor-key-of-formula = 只有公式才用得上 `{ $key }`
    .remedy = 请删去，或者写成公式
agreement-floor-needs = 这项保底缺少 `{ $key }`
    .remedy = 请补上 { $key ->
        [over] over = "order"、"day" 或 "period"
       *[other] per = "month" 或 "hour"
    }
agreement-floor-together = 全体合并比较只能按工资支付周期，不能是 over = "{ $over }"
    .remedy = 请写 over = "period"，或者删去 `together`
agreement-key-of-another-occasion = `{ $key }` 属于 on = "{ $belongs }"，而这里是 on = "{ $on }"
    .remedy = 请删去，或者改正 `on`
agreement-key-missing-on = on = "{ $on }" 的加成缺少 `{ $key }`
    .remedy = 请补上 `{ $key }`；节假日例如 2022 = ["01-01", "05-01"]，夜间例如 "22:00"
agreement-periods-missing = “{ $grants }”没有写明适用的期间
    .remedy = 请补上 periods = ["pregnancy", "maternity", "nursing"]，或者其中几项
agreement-periods-senseless = “{ $grants }”始终适用，不限于三期
    .remedy = 请删去 `periods`
agreement-weeks-need-pregnancy = 预产期前的周数只用于孕期
    .remedy = 请在 `periods` 中写上 "pregnancy"，或者删去 `weeks_before_due`
agreement-ceiling-below-floor = 上限 { $ceiling } 低于下限 { $floor }
    .remedy = 请对调或者改正其中一个

agreement-rule-twice = 有两条规则的 id 都是 `{ $id }`
    .remedy = 同一协议中每条规则的 id 应当不同
agreement-rounding-differs = 同一协议的两份文件写了不同的舍入办法
    .remedy = 请写成一致，或者只在一份文件中写 `rounding`
validate-fine = 没有发现错误：共 { $rules } 条规则可用
