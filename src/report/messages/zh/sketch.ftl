# 程序看过文件后写出的列映射

word-sketch-log = 派件记录
word-sketch-roster = 花名册（--roster）
word-sketch-register = 工资表（--register）
word-sketch-rates = 单价表（--rates）
word-sketch-attendance = 考勤表（--attendance）
word-sketch-protected = 保护期表（--protected）

sketch-review = 请核对后用于 --map；说明见 docs/maps.zh-CN.md。
sketch-of = { $file }：{ $table }，看了 { $rows } 行。
sketch-unclear-two = 未写入 { $file }：它可能是{ $first }，也可能是{ $second }。请在文件名或工作表名中写明，如“派件”“考勤”。
sketch-unclear-none = 未写入 { $file }：表头和内容与各表都不符：{ $headings }
sketch-alike = 列与 { $first } 相同，共用一份列映射。
sketch-log-otherwise = 未写入：列与 { $first } 不同，请另写一份列映射。
sketch-one-only = 未写入：一条命令只用一份，这里写的是 { $first }。
sketch-needless = 不需要列映射。
sketch-needless-log = 各列不需要列映射：列名都能识别。如仍要写明，请去掉下面的 #。
sketch-refused = { $problems ->
        [1] 有一处问题，不是写明某一列就能解决的
       *[other] 有 { $problems } 处问题，不是写明某一列就能解决的，其中第一处
    }：{ $first }
sketch-left-out = 未读取的列：{ $headings }
sketch-measures = 数字列。协议设有该名称的计量项的，去掉该行和 [measures] 行前的 #；列名不必与协议所写一致。
sketch-measure-open = 没有唯一一个数字列像计量项 { $measure }（协议查找的列名为 { $column }）：请写明列名，并去掉 #。
sketch-known = 由表头识别：{ $layout }。
sketch-missing = 单元格中有这些字样；如果表示没有内容，请去掉 #。
sketch-unfinished = 这份列映射还不能用：请写明下面的列。表头是：{ $headings }
sketch-no-courier = 没有哪一列的列名表示派件员。
sketch-no-day = 没有哪一列的列名表示时间，也没有哪一列的内容像日期。
sketch-by-look = 由内容判断，不是由列名。
sketch-day-unsure = 没有哪一列的列名表示派送时间；这一列可能是，如果是，请去掉 #。
sketch-others = 也可能是：{ $others }
sketch-several = 有几列都可能是 { $column }，不分先后：请写明是哪一列：{ $headings }
sketch-twice = 列名“{ $heading }”有几列：{ $column } 请写明是第几列：{ $numbers }
sketch-could-be = 没有已知的 { $column } 列名，可能是这一列：{ $headings }。请写明；如果没有这样的列，请删去此行。
sketch-lacking = 没有已知的 { $column } 列名：请写明。未用到的列：{ $headings }
sketch-month = 没有月份列：请写明月份，如 "2022-05"。
sketch-rule = 没有规则列：请写明这些单价属于协议的哪一条规则（规则的 id）。
sketch-zeros = 有 { $ids } 个编号丢了另一文件中的前导零：{ $first } 即 { $full }。
sketch-zeros-unsure = 有 { $ids } 个编号可能丢了另一文件中的前导零（{ $first } 即 { $full }？），但姓名不同，或有几家公司：如确是丢零，请改用此行。
sketch-day-unreadable = 其中有的单元格不是通常写法的日期或时间：请写明格式。
sketch-ambiguous = 日和月的先后不能确定：请只留实际所用的格式。两种都在时，能作两种理解的日期不予读取。
sketch-instant = 这是绝对时间：按 `timezone` 的日期计，未写明时按 Asia/Shanghai。
sketch-yearless = 没有写年份：请补上年份并去掉 #。
sketch-statuses = 各状态及行数：{ $statuses }
sketch-statuses-open = 这些状态是否计入，尚未写明：{ $words }。请去掉 #，只留计入的。
sketch-keep = 该列有 { $rows } 行为“是”；要略去这些行，请去掉 #。（多列写在同一个 keep 中。）
sketch-unique = { $again ->
        [0] 所看的行中没有重复的单号
       *[other] 有 { $again } 行的单号前面已经出现
    }；每件只计一次的，请去掉 #。
