# What is written around problems and remarks.

report-error = error
report-help = help
report-note = note: { $text }
report-same = { $heading }: { $value }
