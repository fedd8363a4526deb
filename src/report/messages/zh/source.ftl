# 文件，及文件中的位置。

input-not-found = 没有文件“{ $file }”
    .remedy = 请核对文件名和所在的文件夹
input-forbidden = 没有读取“{ $file }”的权限
    .remedy = 请取得读取权限，或者把文件复制到有权读取的地方
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
