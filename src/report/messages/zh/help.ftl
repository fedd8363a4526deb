# 帮助。英文帮助写在 src/cli 的文档注释里，此处是对应的中文。

# 标题和括注
help-heading-usage = 用法
help-heading-commands = 命令
help-heading-arguments = 参数
help-heading-options = 选项
help-possible = 可选值
help-default = 默认

# 占位的名称
help-name-command = 命令
help-name-options = 选项
help-name-agreement = 名称|路径
help-name-file = 文件
help-name-folder = 文件夹
help-name-file-name = 文件|名称
help-name-log = 派件记录
help-name-day = 日期
help-name-month = 月份
help-name-day-table = 日期|表
help-name-engine = 引擎
help-name-status = 状态,…
help-name-rule-amount = 规则=金额
help-name-change = 调整
help-name-n = 数量
help-name-n-file = 数量|文件
help-name-name-path = 名称|路径
help-name-format = 格式
help-name-lang = 语言
help-name-headings = 语言
help-name-by = 项目
help-name-encoding = 编码
help-name-yuan = 元
help-name-rule = 规则
help-name-target = 目标
help-name-courier = 派件员
help-name-id-name = 工号|姓名,…
help-name-code = 代码
help-name-deny = 程度
help-name-text = 密语

# 命令
help-about = 集体合同工资计算：每名派件员应得多少，调整一项约定一年要多少成本。
help-pay = 按派件记录计算每名派件员的应发工资。
help-check = 检查工资表是否合于协议和法律：谁、差多少、依据哪一条。
help-checks = 列出各项检查，或显示其中一项的说明。
help-explain = 一名派件员的工资条：逐笔的算式和条款原文，以及哪些规则未适用、原因何在。
help-payslips = 每人的工资条，供发放：每人一页或裁条，逐笔附算式和条款。
help-payslips-register = 工资表：据以写明扣款和实发；多份合并使用。
help-payslips-courier = 只要这些派件员，写工号或姓名［默认：所有人］。
help-payslips-strips = 一页多条，附裁切线［默认：每人一页］。
help-payslips-sheets = 工作簿中每人一张工作表［默认：全部在一张工作表］。
help-cost = 调整约定后一年的成本。
help-handout = 谈判桌上的一页，可打印：方案内容、全年费用、惠及哪些人，以及测算依据。
help-compare = 把各方案并列比较：成本、每项调整的成本、逐年成本、涉及哪些人。
help-solve = 一项调整在预算之内最多可到多少，或使月应发工资达到某个数额至少要多少。
help-balance = 按区域定单价，使每人每日收入接近，不出幅度、不超预算。
help-negotiate = 全屏谈判桌：调整各项条款，立即看到成本和涉及的人。
help-map = 为一个月的各文件写出一份列映射（TOML）：哪个文件是什么表，哪一列当作什么，拿不准的写成注释。
help-negotiate-proposal = 启动时放上谈判桌的方案文件；最多给两次，两个方案并列。
help-negotiate-annual-parcels = 全年件数：一个数，或以 company,parcels 为列的 CSV 文件［默认：按派件记录的天数推算］。
help-negotiate-sample = 派件记录只含部分派件员：按月的项目也按 --annual-parcels 放大。
help-negotiate-season = 全年件数在各月的分布：china-2025，或以 month,weight 为列的 CSV 文件［默认：按天平均］。
help-init = 按本文件夹的文件写出项目文件 wagepact.toml：哪个文件是什么表、属于哪个月，请核对后使用。
help-init-agreements = 协议，写内置的名称或路径［默认：本文件夹中的协议文件，没有则为安吉和浙江的］。
help-init-force = 已有项目文件时重新生成。
help-tally = 把派件记录汇总为每日、每公司、每派件员、每区域、每项业务的件数，输出为 CSV。
help-show = 以可读的文本显示协议：原文、据以计算的内容、未计算的内容。
help-validate = 检查协议文件：一次列出全部错误，各附位置和办法。
help-agreements = 列出内置的协议。
help-schema = 输出协议文件或项目文件的 JSON Schema，供编辑器使用。
help-schema-project = 项目文件 wagepact.toml 的。
help-completions = 输出供 shell 启动时读取的补全脚本，协议、检查项和规则也能补全。
help-man = 输出 roff 格式的使用手册：总的一页，或某个命令的一页。
help-man-command = 哪个命令［默认：总的一页］。
help-man-folder = 把各命令的手册写入此文件夹，每个命令一个文件，并列出文件名。
help-help = 显示本帮助，或某个命令的帮助。

# 各命令通用
help-arg-help = 显示帮助
help-arg-version = 显示版本
help-arg-format = 输出格式［默认：随 -o 文件的扩展名，否则为 table；tally 为 csv，handout 为 html］。
help-arg-format-table = 在终端中阅读
help-arg-format-csv = 供电子表格和脚本使用
help-arg-format-json = 供程序使用，带版本号
help-arg-format-markdown = 供文档使用
help-arg-format-html = 网页，可用浏览器打开，也可打印
help-arg-format-xlsx = 工作簿，供电子表格使用
help-arg-output = 把结果写入此文件，不写到标准输出；要么完整写成，要么不写。扩展名 .csv、.json、.md、.txt、.html、.xlsx（工作簿）决定格式。
help-arg-lang = 所有给人看的文字用哪种语言［默认：随本机设置，否则为 en］。
help-arg-lang-zh = 简体中文
help-arg-lang-en = 英文
help-arg-headings = CSV 和工作簿表头的语言；en 为固定的英文列名［默认：CSV 为 en，工作簿随 --lang］。
help-arg-headings-zh = 简体中文
help-arg-headings-en = 英文
help-arg-bom = 在 CSV 开头加字节顺序标记，使 Windows 上的 Excel 正确显示中文。
help-arg-provenance = 说明结果如何得出：版本、命令、协议和所读文件及其校验值。JSON 和工作簿总附此项。
help-arg-quiet = 标准错误只输出错误，不输出其他。
help-arg-verbose = 完整说明每项假定的理由，而不只是第一句。JSON、html 和工作簿总是完整的。
help-arg-logs = 派件记录，CSV 或电子表格，每行一件或一个件数；“-”表示标准输入。多份记录合并计算。有项目文件时也可写月份或月份区间，如 2026-10、2025-11..2026-10。
help-arg-rejects = 把无法读取的行连同原因写入此文件，其余照常计算。
help-arg-encoding = 没有字节顺序标记的表格所用的文字编码；不写则逐个文件识别。
help-arg-encoding-utf-8 = 通用的 UTF-8
help-arg-encoding-gb18030 = 国标 18030，含 GBK 和 GB2312
help-arg-encoding-utf-16 = 带字节顺序标记的 UTF-16
help-arg-encoding-utf-16le = 低位字节在前的 UTF-16
help-arg-encoding-utf-16be = 高位字节在前的 UTF-16
help-arg-project = 项目文件：写明哪些不必键入、在派件记录位置所写的月份代表哪些文件［默认：本文件夹或其上级的 wagepact.toml］。
help-arg-map = 派件记录和其他各表怎样排列的列映射，TOML 格式：哪一列是什么、日期怎样书写、哪些行计入。
help-arg-delivered = 视为已派送的状态，代替通常的或 --map 中的那些。
help-arg-from = 起始日期，含当日（YYYY-MM-DD）。
help-arg-month = 工资表或一天一列的表格所属月份（YYYY-MM）：各行、工作表名和标题都没有写明月份时使用。
help-arg-until = 截止日期，含当日（YYYY-MM-DD）。
help-arg-agreements = 协议，写内置的名称或路径；可给多份，同一事项以对劳动者更有利的为准。
help-arg-rates = 各公司执行的计件单价表（CSV 或电子表格）。
help-arg-rate = 一条规则的统一单价，用于 --rates 中没有定价的件，如 delivery=0.80。
help-arg-roster = 花名册：在职人员及其条件，表格。
help-arg-protected = 孕期、产假和哺乳期，表格；因涉及隐私，单独存放。
help-arg-attendance = 考勤：每名派件员每日的工时，表格；多份（如每月一份）合并使用。

# pay
help-pay-by = 每月按此项目各列一行。
help-pay-by-courier = 每家公司的每名派件员
help-pay-by-company = 每家公司
help-pay-by-area = 每家公司的每个区域：件数和计件工资
help-pay-by-month = 每个月
help-pay-by-total = 所有公司合计，逐月列出
help-pay-lines = 列出每份工资的每一笔，附规则和条款。

# explain
help-explain-courier = 派件员的工号，按派件记录或花名册的写法。
help-explain-rows = 再读一遍派件记录，列出该派件员每一行所在的文件和行号。

# check、checks
help-check-register = 工资表：每人每月的应发（扣款前），表格；多份（如每月一份）合并使用。
help-check-by = 按此项目各列一行。
help-check-by-finding = 每一处发现
help-check-by-courier = 每名派件员：各月合计的欠薪
help-check-only = 只做这几项检查。
help-check-skip = 不做这几项检查。
help-check-deny = 与违规一样以退出码 1 结束的情形：有提醒，有未能进行的检查。
help-check-deny-warnings = 提醒
help-check-deny-unchecked = 未能进行的检查，包括只有某个月未检查的
help-check-redact = 用代号代替工号和姓名，不写明保护的种类：用于要离开工资部门的结果。
help-check-salt = 与 --redact 同用：密语，至少 16 个字符，使代号每月不变［默认：每次新取］。
help-check-salt-file = 与 --redact 同用：存放密语的文件；没有这个文件的，新取一个密语写入其中。
help-checks-code = 一项检查的代码，如 underpaid。

# tally
help-tally-logs = 派件记录，CSV 或电子表格，一行一件或一行若干件；“-”表示标准输入。用 --sql 时不写。
help-tally-from = 起始日期，含当日（YYYY-MM-DD）；用 --sql 时写 FROM 之后的内容，如表名，或 read_csv('log.csv', all_varchar = true)。
help-tally-measures-of = 协议名称或路径，汇总保留其计量项和列，在汇总上 `pay` 结果相同；可重复
help-tally-sql = 不输出汇总，而输出一条 SQL 语句，由该引擎从自己的表中做出汇总。
help-tally-sql-duckdb = 一台机器上的数据库
help-tally-sql-spark = 多台机器上的引擎

# cost
help-cost-logs = 派件记录，CSV 或电子表格；“-”表示标准输入。已用 --parcels 给出件数的，不写。
help-cost-change = 一项调整，如 "delivery +0.10"、"delivery@area=鄣吴 =0.95"、"delivery +5%" 或 "minimum-wage =2490"。
help-cost-proposal = 写有标题和各项调整的文件，TOML 格式；每个文件是一个方案，“文件+文件”表示两份合为一个方案。
help-cost-by = 按此项目各列一行［默认：company；用 --parcels 时为 total］。
help-cost-by-total = 全部合计
help-cost-by-company = 每家公司
help-cost-by-area = 每家公司的每个区域
help-cost-by-courier = 每家公司的每名派件员
help-cost-annual-parcels = 全年件数：一个数，或以 company,parcels 为列的 CSV 文件［默认：按派件记录的天数推算］。
help-cost-sample = 派件记录只含部分派件员：按月的项目也按 --annual-parcels 放大。
help-cost-season = 全年件数在各月的分布：china-2025，或以 month,weight 为列的 CSV 文件［默认：按天平均］。
help-cost-parcels = 不用派件记录：按全年派送这么多件计算成本。

# solve
help-solve-change = 以 ? 代替数额的一项调整，如 "delivery +?" 或 "delivery@area=鄣吴 -?"；可另写有数额的调整。
help-solve-budget = 每年最多增加多少元成本；用 -? 时为最多节省多少元。
help-solve-target = 做满整月的派件员的月应发工资要达到多少：median=7000（中位数）、mean=7000（平均数）或 p10=5000（第10百分位）。
help-solve-step = 调整每档多少元。
help-solve-by = 各家同一调整，或各公司按其预算份额分别调整。
help-solve-by-total = 各家同一调整
help-solve-by-company = 每家公司分别调整
help-solve-annual-parcels = 全年件数：一个数，或以 company,parcels 为列的 CSV 文件［默认：按派件记录的天数推算］。
help-solve-sample = 派件记录只含部分派件员：按月的项目也按 --annual-parcels 放大。
help-solve-season = 全年件数在各月的分布：china-2025，或以 month,weight 为列的 CSV 文件［默认：按天平均］。

# balance
help-balance-rule = 均衡哪一项计件单价；设幅度的只有一项时不必写。
help-balance-budget = 所有公司每年合计增加多少元，按各公司计件工资的比例分配［默认：维持现有支出］。
help-balance-step = 单价每档多少元。
help-balance-may-lower = 也可以降低单价，直至幅度的下限［默认：不降低任何单价］。
help-balance-no-loss = 不降低任何单价：即默认，可不写。
help-balance-annual-parcels = 全年件数：一个数，或以 company,parcels 为列的 CSV 文件［默认：按派件记录的天数推算］。
help-balance-sample = 派件记录只含部分派件员：按月的项目也按 --annual-parcels 放大。
help-balance-season = 全年件数在各月的分布：china-2025，或以 month,weight 为列的 CSV 文件［默认：按天平均］。
help-balance-write-rates = 把建议的单价写入此文件，可供 --rates 使用。

# show、validate、completions
help-show-agreements = 协议，写内置的名称或路径。
help-show-stacked = 同上，写法与其他命令一致。
help-show-proposal = 列出此方案改动的每一项：现行、拟改、起始日期和理由。
help-show-on = 显示这一天的数额（YYYY-MM-DD）［默认：今天］。
help-validate-agreements = 协议，写内置的名称或路径；一并给出的，还会合在一起检查。
help-completions-shell = 哪一种 shell：bash、zsh 用 source <(wagepact completions bash) 读取，fish 用 wagepact completions fish | source。
help-map-files = 要查看的文件：派件记录、单价表、花名册、工资表、考勤表、保护期表；“-”为标准输入。
help-map-encoding = 没有字节序标记时，各文件的文字编码［默认：查看文件后判断］。
help-map-measures-of = 协议名称或路径，按其计量项查找相应的列；可重复

# handout
help-handout-proposal = 写有标题和各项调整的文件，TOML 格式；每个文件是一个方案，“文件+文件”表示两份合为一个方案。
help-handout-change = 一项调整，如 "delivery +0.10" 或 "delivery@area=鄣吴 =0.95"；全部合为一个方案，与各方案文件并列。
help-handout-years = 列几年［默认：3］。
help-handout-annual-parcels = 全年件数：一个数，或以 company,parcels 为列的 CSV 文件［默认：按派件记录的天数推算］。
help-handout-sample = 派件记录只含部分派件员：按月的项目也按 --annual-parcels 放大。
help-handout-season = 全年件数在各月的分布：china-2025，或以 month,weight 为列的 CSV 文件［默认：按天平均］。

# compare
help-compare-proposal = 写有标题和各项调整的文件，TOML 格式；每个文件是一个方案，“文件+文件”表示两份合为一个方案。
help-compare-change = 一项调整，如 "delivery +0.10" 或 "delivery@area=鄣吴 =0.95"；全部合为一个方案，与各方案文件并列。
help-compare-show = 比较什么。
help-compare-show-cost = 一年的成本
help-compare-show-clauses = 每项调整的成本
help-compare-show-people = 涉及哪些人：谁增谁减，工资如何分布
help-compare-show-years = 逐年的成本
help-compare-by = 与 --show cost 或 clauses 合用：按此项目各列一行［默认：company］。
help-compare-by-total = 所有公司合计
help-compare-by-company = 每家公司
help-compare-years = 与 --show years 合用：列几年［默认：3］。
help-compare-annual-parcels = 全年件数：一个数，或以 company,parcels 为列的 CSV 文件［默认：按派件记录的天数推算］。
help-compare-sample = 派件记录只含部分派件员：按月的项目也按 --annual-parcels 放大。
help-compare-season = 全年件数在各月的分布：china-2025，或以 month,weight 为列的 CSV 文件［默认：按天平均］。
help-name-show = 内容
