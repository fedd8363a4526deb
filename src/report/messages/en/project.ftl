# The project file, wagepact.toml.

project-none = { $month } is a month, and there is no wagepact.toml here or in a folder above that says which files are its
    .remedy = write one with `wagepact init`, name one with --project, or name the log itself
project-months-order = the range { $found } ends before it begins
    .remedy = write the earlier month first, such as 2025-11..2026-10
project-months-many = the range { $found } has more than { $most } months
    .remedy = ask for fewer months
project-month-beside = a month stands for all logs, and { $month } is not the only one named
    .remedy = name one month, one range such as 2025-11..2026-10, or files alone
project-no-deliveries = the project file does not say which files the deliveries are
    .remedy = add a line such as deliveries = "{ "{" }month{ "}" }/deliveries*.csv", or name the logs
project-month-missing = `{ $key }` is another file in each month, and no month was given
    .remedy = give a month, such as 2026-10, or a range, such as 2025-11..2026-10, in place of LOG
project-file-missing = there is no file "{ $file }"
    .remedy = put it there, or mend its name here; paths are relative to this file
project-files-several = `{ $key }` comes to several files, and only one is taken: { $files }
    .remedy = ask for one month, or name one file that holds all months
project-place-unknown = { $found } stands for nothing
    .remedy = { "{" }month{ "}" } is 2026-10, { "{" }year{ "}" } 2026, { "{" }mm{ "}" } and { "{" }m{ "}" } the month with and without a zero
project-needs-month = `{ $key }` of the project file is another file in each month, so it was not used: no month was given
project-valid = the project file is well-formed; whether its files are there is told with each month

provenance-project = By { $file }, without being typed
provenance-project-remark = by { $file }, without being typed: { $words }
project-month-elsewhere = no delivery in { $files } falls into { $months }
    .remedy = name the month of the log, or its file in wagepact.toml
