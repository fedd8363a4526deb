# 文件，及文件中的位置。

input-not-found = 没有文件“{ $file }”
    .remedy = 请核对文件名和所在的文件夹
input-forbidden = 没有读取“{ $file }”的权限
    .remedy = 请取得读取权限，或者把文件复制到有权读取的地方
input-open-elsewhere = “{ $file }”正在其他程序中打开，该程序不允许别人读取
    .remedy = 请在 Excel 或 WPS 中关闭这个文件，再运行一次
input-unreadable = 无法读取“{ $file }”：{ $reason }
    .remedy = 请确认这个文件可以读取
input-is-a-folder = “{ $file }”是文件夹，不是文件
    .remedy = 请写出其中的文件名
input-not-utf8 = 文字编码不是 UTF-8（首个不符的字节：从 0 数起第 { $offset } 个）
    .remedy = 请另存为 UTF-8 编码；在电子表格中选择“CSV UTF-8”
input-not-text = “{ $file }”的文字编码不是 { $encoding }（文件中从 0 数起第 { $offset } 个字节）
    .remedy = 请用 --encoding 写明文件的编码，或者另存为 UTF-8 编码；在电子表格中选择“CSV UTF-8”
input-utf16-unmarked = “{ $file }”没有字节顺序标记，无从得知 UTF-16 的字节顺序
    .remedy = 请写明 --encoding utf-16le（Windows 写出的是这种）或 --encoding utf-16be
input-is-markup = “{ $file }”其实是网页或 XML，不是表格，与文件名不符
    .remedy = 请用电子表格软件打开，另存为 .xlsx
input-has-zeros = “{ $file }”不是 UTF-8 或 GB18030 文字：其中有空字节（NUL）
    .remedy = 若是 UTF-16（有些 Windows 程序这样保存），请写明 --encoding utf-16le；否则请另存为 UTF-8

input-packed-cut-off = “{ $file }”不完整：{ $packing } 数据提前结束
    .remedy = 请重新取得完整的文件；其中内容均未计入
input-packed-broken = “{ $file }”无法解压（{ $packing }）：{ $reason }
    .remedy = 请重新取得文件，或者解压后给出其中的文件
input-archive-foreign = “{ $file }”是 { $packing } 压缩包，无法直接读取
    .remedy = 请先解压，再写出其中的文件名；.zip、.gz、.zst 可以直接读取
input-parquet = “{ $file }”是 Parquet 文件，由 DuckDB、Spark 读取
    .remedy = 请用 wagepact tally --sql duckdb --from "read_parquet('{ $file }')" 输出的语句在 DuckDB 里统计，再用其结果（见 docs/at-scale.md）
input-packed-too-deep = “{ $file }”压缩包里套压缩包，层数过多
    .remedy = 请解压后给出其中的文件
input-packed-too-large = “{ $file }”里的电子表格或压缩包超过 { $most } MB
    .remedy = 请解压后给出其中的文件
input-zip-several = { $count ->
        [0] “{ $file }”是空的压缩包
       *[other] “{ $file }”里有 { $count } 个文件：{ $members }
    }
    .remedy = 压缩包里只能有一个文件；请解压后写明要用的文件
input-zip-encrypted = “{ $file }”设有密码；里面有：{ $members }
    .remedy = 请用密码解压后给出其中的文件
input-zip-method = “{ $file }”的压缩方式无法读取；里面有：{ $members }
    .remedy = 请解压后给出其中的文件，或者压缩成 .gz
input-no-workbook = “{ $file }”不是电子表格，没有工作表
    .remedy = 请去掉 # 和后面的名称
input-workbook-password = 电子表格“{ $file }”设有密码
    .remedy = 请另存一份不带密码的
input-workbook-broken = 电子表格“{ $file }”无法读取：{ $reason }
    .remedy = 请用电子表格软件打开，另存为 .xlsx 或 CSV
input-workbook-binary = “{ $file }”是二进制工作簿（.xlsb），无法读取
    .remedy = 请另存为 .xlsx
input-sheet-unknown = “{ $file }”中没有工作表“{ $sheet }”
    .remedy = 其中的工作表有：{ $sheets }
input-sheets-several = “{ $file }”中有几个工作表有内容：{ $sheets }
    .remedy = 请在文件名后加 # 写明工作表，如“{ $file }#{ $first }”
input-sheets-several-piped = 标准输入中的工作簿有几个工作表有内容：{ $sheets }
    .remedy = 请先存为文件，再在文件名后写明工作表，如 book.xlsx#{ $first }
input-cell-beyond = “{ $file }”的工作表 { $sheet } 有单元格 { $cell }，超出了任何电子表格的范围
    .remedy = 工作表最远到 XFD1048576；请删除过远的单元格，再保存一次

# 文件无法读取的原因。
broken-format = 不符合文件格式
broken-cut-off = 内容提前结束
broken-check-sum = 校验和不符，内容有改动或缺失
broken-no-list = 缺少文件清单，可能没有下载完整
broken-part-missing = 缺少一部分内容
broken-too-large = 内容过大
broken-order = 单元格没有按顺序排列
broken-no-sheets = 没有工作表
broken-texts = 其中的文字比写明的少
broken-cells = 写到了工作表没有的单元格

# 关于工作表的说明。
input-sheet-chosen = { $file }：{ $count } 个工作表中，可见且有内容的只有这一个，读取的是它
input-none-fits = 没有文件符合“{ $file }”
    .remedy = * 代表任意多个字，? 代表一个字；请检查文件夹和写法
input-files-read = { $file }：依次读取了 { $count } 张表：{ $files }
input-sheets-read = { $file }：依次读取了 { $count } 个工作表：{ $sheets }
input-rows-hidden = { $file }：有 { $count } 行被筛选或隐藏，读取时与其他行一样计入
input-rows-full = { $file }正好有 { $count } 行，是电子表格或导出所能容纳的最多行数：可能被截断
input-merged-filled = { $file }：有 { $count } 个单元格与上方单元格合并（最先的在 { $range }），按同样的内容读取

# 任何表格都可能有的问题。
quote-open = 这个左引号没有右引号：后面的内容都会算进这个单元格
    .remedy = 请补上右引号或删去左引号；文字里若有引号，须写成两个，如 "例""如"""
input-other-encoding = 这一行是 { $other } 编码，文件却是 { $encoding } 编码
    .remedy = 请把整个文件另存为同一种编码，在电子表格中选择“CSV UTF-8”；若全文都是 { $other }，请用 --encoding 写明
input-too-large = “{ $file }”的文字超过 { $most } MB
    .remedy = 请确认文件是否正确；这类表格不会这么大
input-too-many-rows = “{ $file }”超过 { $most } 行
    .remedy = 请确认文件是否正确；请删去空行，或者分成几个文件
