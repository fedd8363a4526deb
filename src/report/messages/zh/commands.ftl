# 各命令在结果之外的说明。

log-summary = 读取 { $read } 行 = 计入 { $counted } + 未派送 0{ $duplicates ->
        [0] {""}
       *[other] {" "}+ 重复 { $duplicates }
    }{ $taken_back ->
        [0] {""}
       *[other] {" "}+ 之后撤销 { $taken_back }
    }{ $left_out ->
        [0] {""}
       *[other] {" "}+ 按列映射略去 { $left_out }
    } + 剔除 { $rejected }；共 { $parcels } 件{ $totals ->
        [0] {""}
       *[other] ；略去合计行 { $totals } 行
    }{ $headings ->
        [0] {""}
       *[other] ；略去重复的表头 { $headings } 行
    }
log-summary-undelivered = 读取 { $read } 行 = 计入 { $counted } + 未派送 { $undelivered }（{ $statuses }）{ $duplicates ->
        [0] {""}
       *[other] + 重复 { $duplicates }{" "}
    }{ $taken_back ->
        [0] {""}
       *[other] + 之后撤销 { $taken_back }{" "}
    }{ $left_out ->
        [0] {""}
       *[other] + 按列映射略去 { $left_out }{" "}
    }+ 剔除 { $rejected }；共 { $parcels } 件{ $totals ->
        [0] {""}
       *[other] ；略去合计行 { $totals } 行
    }{ $headings ->
        [0] {""}
       *[other] ；略去重复的表头 { $headings } 行
    }
log-outside-days = 有 { $parcels } 件不在所选日期之内（--from、--until），未计入
log-stdin-twice = “-”给了不止一次，而标准输入只能读一次
    .remedy = “-”只写一次
flag-day = “{ $found }”不是日期
    .remedy = 日期写作 2022-05-01
flag-month = “{ $found }”不是月份
    .remedy = 月份写作 2022-05
flag-month-unused = --month { $found } 只用来指明没有写月份的表属于哪个月，这里没有这样的表
    .remedy = 请去掉它；只算这个月的，请用 --from { $first } --until { $last }
days-until-before-from = 截止日期 { $until } 早于起始日期 { $from }
    .remedy = --from 写较早的日期，--until 写较晚的日期
output-no-folder = “{ $file }”所在的文件夹不存在
    .remedy = 请先建立文件夹，或换一个文件夹
output-forbidden = 没有写入“{ $file }”的权限
    .remedy = 请换一个有写入权限的文件夹
output-open-elsewhere = “{ $file }”正在其他程序中打开，不能改写
    .remedy = 请在 Excel 或 WPS 中关闭这个文件，再运行一次，或用 -o 写成另一个文件
output-unwritable = 无法写入 { $file }：{ $reason }
    .remedy = 原因由操作系统给出；请换一个文件夹或另一个磁盘
output-unwritable-stdout = 无法写到标准输出：{ $reason }
    .remedy = 原因由操作系统给出；请用 -o 把结果写入文件
output-full = 磁盘空间不足，无法写入“{ $file }”
    .remedy = 请删除不再需要的文件，或换一个磁盘
output-full-stdout = 标准输出所在的磁盘空间不足
    .remedy = 请删除不再需要的文件，或用 -o 写到另一个磁盘
output-read-only = “{ $file }”是只读文件，不会被替换
    .remedy = 请取消只读，或指定另一个文件
output-is-a-folder = “{ $file }”是文件夹
    .remedy = 请指定其中的一个文件
output-descriptor = “{ $file }”通向一个文件，会从头写起，覆盖已有的内容
    .remedy = 请直接指定那个文件，或用 >> 追加，由标准输出写入
output-stdout-is-input = 标准输出写入 { $file }，而它是读取的文件
    .remedy = 请把结果写到另一个文件
output-is-input = { $file } 是读取的文件，写入会覆盖它
    .remedy = 请指定另一个文件
output-twice = { $one } 与 { $other } 都写入 { $file }
    .remedy = 请指定两个不同的文件
output-twice-stdout = { $flag } 写入 { $file }，而标准输出上的结果也写到那里
    .remedy = 请为 { $flag } 另外指定一个文件，或用 -o 把结果写入文件
rejects-need-a-file = 剔除的行不能写到标准输出，那里是计算结果
    .remedy = 请为 --rejects 指定一个文件

# 使用手册各节的标题。
man-name = 名称
man-synopsis = 用法
man-description = 说明
man-options = 选项
man-version = 版本
