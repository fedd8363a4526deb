# 项目文件 wagepact.toml

project-none = { $month } 是月份，而此处及上级文件夹都没有 wagepact.toml 说明该月是哪些文件
    .remedy = 请用 `wagepact init` 生成，或用 --project 指定，或直接写派件记录的文件名
project-months-order = 区间 { $found } 的末月早于首月
    .remedy = 先写较早的月份，例如 2025-11..2026-10
project-months-many = 区间 { $found } 超过 { $most } 个月
    .remedy = 请少写几个月
project-month-beside = 月份代表全部派件记录，{ $month } 之外还写了别的
    .remedy = 请只写一个月份、一个区间（如 2025-11..2026-10），或者只写文件
project-no-deliveries = 项目文件没有写明派件记录是哪些文件
    .remedy = 请加一行，例如 deliveries = "{ "{" }month{ "}" }/派件*.xlsx"，或者直接写派件记录
project-month-missing = `{ $key }` 每月是不同的文件，而没有写月份
    .remedy = 请在派件记录的位置写月份（如 2026-10）或区间（如 2025-11..2026-10）
project-file-missing = 没有文件“{ $file }”
    .remedy = 请把文件放到该处，或在此改正名称；路径从本文件所在的文件夹算起
project-files-several = `{ $key }` 对应多个文件，而只能用一个：{ $files }
    .remedy = 请只写一个月份，或者写一份包含各月的文件
project-place-unknown = { $found } 不代表任何内容
    .remedy = { "{" }month{ "}" } 是 2026-10，{ "{" }year{ "}" } 是 2026，{ "{" }mm{ "}" } 和 { "{" }m{ "}" } 是月份（补零、不补零）
project-needs-month = 项目文件的 `{ $key }` 每月是不同的文件，因未写月份而未采用
project-valid = 项目文件书写无误；所列文件是否存在，在计算各月时说明

provenance-project = 未键入、由 { $file } 补上
provenance-project-remark = 未键入、由 { $file } 补上：{ $words }
project-month-elsewhere = { $files } 中没有 { $months } 的派件
    .remedy = 请写派件记录所属的月份，或在 wagepact.toml 中写明那个月的文件
