# 写结果的文件，以及工作簿中的各张工作表。

# 工作表名：最多 31 个字，不含 [ ] : * ? / \ '
xlsx-sheet-pay-rows = 应发工资
xlsx-sheet-pay-lines-rows = 工资明细
xlsx-sheet-cost-rows = 年度成本
xlsx-sheet-compare-rows = 年度成本
xlsx-sheet-relations = 每件及占比
xlsx-sheet-compare-clauses-rows = 各条款成本
xlsx-sheet-compare-people-rows = 涉及人员
xlsx-sheet-compare-years-rows = 逐年成本
xlsx-sheet-apart = 持续与一次性
xlsx-sheet-proposal-rows = 条款对照
xlsx-sheet-solve-rows = 测算结果
xlsx-sheet-balance-rows = 各区域单价
xlsx-sheet-companies = 各公司
xlsx-sheet-tally-rows = 派件汇总
xlsx-sheet-agreements = 协议
xlsx-sheet-checks-rows = 检查项目
xlsx-sheet-findings = 检查结果
xlsx-sheet-arrears = 欠薪
xlsx-sheet-not-checked = 未检查
xlsx-sheet-check-arrears-rows = 欠薪
xlsx-sheet-clauses = 条款
xlsx-sheet-assumptions = 假定
xlsx-sheet-payslips = 工资条
xlsx-sheet-lines = 工资明细
xlsx-sheet-topped-up = 逐笔补足
xlsx-sheet-premium-days = 逐日加成
xlsx-sheet-lost = 未采用的规则
xlsx-sheet-not-applied = 未适用的规则
xlsx-sheet-explain-rows = 派件记录
xlsx-sheet-rules = 规则
xlsx-sheet-not-covered = 未计算的条款
xlsx-sheet-notes = 提示

xlsx-charts = 图表
xlsx-title = { $title }：{ $proposals }
xlsx-page-of = 第 { $page } 页 共 { $pages } 页

xlsx-rows = 结果连同表头共 { $rows } 行，而工作簿的一张工作表只有 { $most } 行
    .remedy = 请写成 CSV（-o 文件.csv），或缩小范围：用 --from、--until 减少天数，或用更粗的 --by
xlsx-text = 有一个单元格长 { $length } 个字，而工作簿的单元格最多 { $most } 个字
    .remedy = 请写成 CSV（-o 文件.csv）
xlsx-other-format = { $file } 的内容会是 { $format }，电子表格无法打开
    .remedy = 要工作簿，请去掉 -f；否则请把文件名改为以 .{ $ending } 结尾
writing-ending = { $file } 的扩展名不是报表的格式
    .remedy = 请用 .csv、.json、.md、.txt、.html 或 .xlsx 结尾的文件名，或用 -f 指定格式
xlsx-ending = { $file } 的内容会是工作簿，电子表格无法打开
    .remedy = 请把文件名改为以 .xlsx 结尾
xlsx-terminal = 终端中无法显示工作簿
    .remedy = 请写 -o 文件.xlsx
xlsx-other-workbook = { $file } 的扩展名属于另一种工作簿
    .remedy = 请用 .xlsx 结尾的文件名，或用 -f 指定格式
xlsx-no-report = { $file } 不能写成工作簿：此命令的结果是文字，没有表格
    .remedy = 请换一个扩展名

bom-without-csv = --bom 只用于 CSV，而此处输出的是 { $format }
    .remedy = 请去掉 --bom，或用 -f csv、-o 文件.csv 写成 CSV
bom-without-report = --bom 只用于 CSV，而此命令的结果不是 CSV
    .remedy = 请去掉 --bom
xlsx-only-csv = { $file } 的内容会是 CSV，电子表格无法打开
    .remedy = 请把文件名改为以 .csv 结尾
