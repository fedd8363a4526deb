# 错误和提示前后的用语。

report-error = 错误
report-help = 办法
report-note = 提示：{ $text }
report-same = { $heading }：{ $value }
