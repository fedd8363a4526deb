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
