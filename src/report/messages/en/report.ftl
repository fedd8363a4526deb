# What stands around problems and remarks.

report-error = error
report-help = help
report-note = note: { $text }
report-problems-more = { $count ->
    [one] { $count } more problem is not shown
   *[other] { $count } more problems are not shown
 }
report-same = { $heading }: { $value }
