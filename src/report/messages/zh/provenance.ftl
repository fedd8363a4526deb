# 结果是如何得出的。

provenance-title = 编制说明
provenance-by = { $program }
provenance-by-on = { $program }，按 { $day } 的数额
provenance-documents = 协议
provenance-document = { $file }：SHA-256 { $digest }
provenance-document-built-in = { $file }（内置）：SHA-256 { $digest }
provenance-inputs = 读取的文件
provenance-input = { $file }（{ $flag }），{ $bytes } 字节：SHA-256 { $digest }
provenance-input-without = { $file }（{ $flag }）：{ $why }
provenance-input-withheld = 一份文件（{ $flag }），因 --redact 不列出
provenance-why-once = 只能读一次，没有校验值
provenance-why-gone = 无法再读一遍，没有校验值
provenance-why-protected = 不列校验值，以免由它试出其中的个人情况
provenance-why-withheld = 因 --redact 不列出
provenance-remark = 由 { $by } 得出：{ $command }

# 工作簿中的工作表
provenance-program = 程序
provenance-command = 命令
provenance-of = 用途
provenance-given = { $flag }
provenance-bytes = 字节
provenance-remarks = 备注
provenance-agreement = 协议 { $agreement }
provenance-built-in = 内置

provenance-without-report = --provenance 只用于报表，而此命令的结果不是报表
    .remedy = 请去掉 --provenance
provenance-quiet = 输出 CSV 时 --provenance 写在标准错误上，而 -q 不让标准错误输出
    .remedy = 请去掉 -q，或换一种格式
