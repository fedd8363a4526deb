# TOML 文件（协议、方案、列映射）都可能出现的错误

toml-not-toml = 此处不符合 TOML 语法（{ $reason }）
    .remedy = 文字要加引号，列表用方括号，每个键单独一行
toml-number-separated = 这不是 TOML：数字里有千位分隔符（{ $reason }）
    .remedy = 请只写数字，如 3500
toml-key-twice = 这个键前面已经写过
    .remedy = 两处只保留一处
toml-key-unknown = 此处不能写 `{ $key }`
    .remedy = 此处可以写：{ $allowed }
toml-key-misspelt = 此处不能写 `{ $key }`
    .remedy = 是不是 `{ $near }`？此处可以写：{ $allowed }
toml-key-missing = { $table } 缺少 `{ $key }`
    .remedy = 请补上 `{ $key } = …`，缺少它不能读入
toml-type-wrong = `{ $key }` 写成了{ $kind }：{ $found }
    .remedy = 应当写：{ $expected }
toml-word-unknown = `{ $key }` 不能是“{ $found }”
    .remedy = 可以写：{ $allowed }
toml-word-misspelt = `{ $key }` 不能是“{ $found }”
    .remedy = 是不是 `{ $near }`？可以写：{ $allowed }
toml-text-empty = `{ $key }` 是空的
    .remedy = 请写上内容；可以省略的，请删去这个键
toml-list-empty = `{ $key }` 中没有内容
    .remedy = 至少写一个值
toml-whole-outside = `{ $key }` 不能是 { $found }
    .remedy = 请写 { $least } 到 { $most } 的整数

# 值的形式
word-shape-file = 本文件
word-shape-text = 文字
word-shape-quoted = 加引号的文字
word-shape-words = 文字，或者两种文字：{ "{" } en = "…", zh = "…" { "}" }
word-shape-number = 数
word-shape-whole = 整数
word-shape-flag = true 或者 false
word-shape-day = 日期，例如 2022-05-01
word-shape-clock = 时刻，例如 "22:00"
word-shape-list = 列表
word-shape-layouts = 各写在 [[layout]] 下的表
word-shape-table = 表
word-shape-source = 来源的键，或者 { "{" } name = "…", url = "…" { "}" }
