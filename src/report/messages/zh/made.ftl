# 结果是如何得出的。

made-title = 编制说明
made-by = { $program }
made-by-on = { $program }，按 { $day } 的数额
made-documents = 协议
made-document = { $file }：SHA-256 { $digest }
made-document-built-in = { $file }（内置）：SHA-256 { $digest }
made-inputs = 读取的文件
made-input = { $file }（{ $flag }），{ $bytes } 字节：SHA-256 { $digest }
made-input-without = { $file }（{ $flag }）：{ $why }
made-input-withheld = 一份文件（{ $flag }），因 --redact 不列出
made-why-once = 只能读一次，没有校验值
made-why-gone = 无法再读一遍，没有校验值
made-why-withheld = 因 --redact 不列出
made-remark = 由 { $by } 得出：{ $command }

# 工作簿中的工作表
made-program = 程序
made-command = 命令
made-of = 用途
made-given = { $flag }
made-bytes = 字节
made-remarks = 备注
made-agreement = 协议 { $agreement }
made-built-in = 内置

made-without-report = --how 只用于报表，而此命令的结果不是报表
    .remedy = 请去掉 --how
made-quiet = 输出 CSV 时 --how 写在标准错误上，而 -q 不让标准错误输出
    .remedy = 请去掉 -q，或换一种格式
