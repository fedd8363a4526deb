# Files and the places in them.

input-not-found = there is no file "{ $file }"
    .remedy = check its name and its folder
input-forbidden = no permission to read "{ $file }"
    .remedy = get permission to read it, or copy it to a folder where you have it
input-open-elsewhere = "{ $file }" is open in another program, which lets nobody else read it
    .remedy = close it there, in Excel or WPS, and run the command again
input-unreadable = "{ $file }" cannot be read: { $reason }
    .remedy = check that the file can be read
input-is-a-folder = "{ $file }" is a folder, not a file
    .remedy = name the file inside it
input-not-utf8 = this text is not UTF-8 (first invalid byte: { $offset } of the file, counted from 0)
    .remedy = save the file as UTF-8; in a spreadsheet choose "CSV UTF-8"
input-not-text = "{ $file }" is not { $encoding } text (at byte { $offset } of the file, counted from 0)
    .remedy = give its encoding with --encoding, or save it as UTF-8; in a spreadsheet choose "CSV UTF-8"
input-utf16-unmarked = "{ $file }" has no byte order mark, so the byte order of its UTF-16 is not known
    .remedy = give --encoding utf-16le (what Windows writes) or --encoding utf-16be
input-is-markup = "{ $file }" is a web page or XML, not a table, whatever its name says
    .remedy = open it in a spreadsheet program and save it as .xlsx
input-has-zeros = "{ $file }" is not UTF-8 or GB18030 text: it contains NUL bytes
    .remedy = if it is UTF-16, as some Windows programs write it, give --encoding utf-16le; otherwise save it as UTF-8

input-packed-cut-off = "{ $file }" is incomplete: its { $packing } data end too early
    .remedy = get the complete file again; nothing of it was counted
input-packed-broken = "{ $file }" cannot be unpacked ({ $packing }): { $reason }
    .remedy = get the file again, or unpack it and give its contents
input-archive-foreign = "{ $file }" is an archive of a kind that is not read: { $packing }
    .remedy = unpack it first and name the file that was in it; .zip, .gz and .zst are read as they are
input-parquet = "{ $file }" is in Parquet, which DuckDB and Spark read
    .remedy = let DuckDB count it by the statement of: wagepact tally --sql duckdb --from "read_parquet('{ $file }')"; then give its tally (docs/at-scale.md)
input-packed-too-deep = "{ $file }" has archives nested too deeply
    .remedy = unpack it and give its contents
input-packed-too-large = "{ $file }" holds a spreadsheet or archive of more than { $most } MB
    .remedy = unpack it and give its contents
input-zip-several = { $count ->
        [0] "{ $file }" is an archive with nothing in it
        [one] "{ $file }" holds 1 file: { $members }
       *[other] "{ $file }" holds { $count } files: { $members }
    }
    .remedy = an archive may hold only one file; unpack it and name the files to be read
input-zip-encrypted = "{ $file }" has a password; in it: { $members }
    .remedy = unpack it with its password and give its contents
input-zip-method = "{ $file }" uses a compression that is not supported; in it: { $members }
    .remedy = unpack it and give its contents, or pack it as .gz
input-no-workbook = "{ $file }" is not a spreadsheet: it has no sheets
    .remedy = omit the # and the name after it
input-workbook-password = the spreadsheet "{ $file }" has a password
    .remedy = save it without a password
input-workbook-broken = the spreadsheet "{ $file }" cannot be read: { $reason }
    .remedy = open it in a spreadsheet program and save it again as .xlsx, or as CSV
input-workbook-binary = "{ $file }" is a binary workbook (.xlsb), which is not supported
    .remedy = save it as .xlsx
input-sheet-unknown = "{ $file }" has no sheet "{ $sheet }"
    .remedy = its sheets are: { $sheets }
input-sheets-several = several sheets of "{ $file }" have content: { $sheets }
    .remedy = name the one that is meant after a #, such as "{ $file }#{ $first }"
input-sheets-several-piped = the workbook on the standard input has content in several sheets: { $sheets }
    .remedy = save it to a file and name the sheet behind its name, such as book.xlsx#{ $first }
input-cell-beyond = the sheet { $sheet } of "{ $file }" has a cell { $cell }, which no spreadsheet program has
    .remedy = a sheet ends at XFD1048576: delete the cells that are too far away, and save it again

# Why a file cannot be read.
broken-format = it does not keep to its format
broken-cut-off = it ends too early
broken-check-sum = its check sum differs: some of it was changed or lost
broken-no-list = the list of what is in it is missing, as where a download broke off
broken-part-missing = a part of it is missing
broken-too-large = it is too large
broken-order = its cells are not in their order
broken-no-sheets = it has no sheets
broken-texts = it has fewer texts than it says
broken-cells = it names cells that no sheet has

# What has to be known of a sheet.
input-sheet-chosen = { $file }: of { $count } sheets only this one holds anything that is shown; it was read
input-none-fits = no file fits "{ $file }"
    .remedy = a * stands for any letters of a name and a ? for one; look for the folder and the spelling
input-files-read = { $file }: { $count ->
        [one] one table was read
       *[other] { $count } tables were read, one after the other
    }: { $files }
input-sheets-read = { $file }: { $count ->
        [one] one sheet was read
       *[other] { $count } sheets were read, one after the other
    }: { $sheets }
input-rows-hidden = { $file }: { $count ->
        [one] one row is
       *[other] { $count } rows are
    } hidden, by a filter or by hand; hidden rows were read like all others
input-rows-full = { $file } has exactly { $count } rows, as many as a spreadsheet or an export holds at most: it may be cut off
input-merged-filled = { $file }: { $count ->
        [one] one cell that is merged with others above it ({ $range }) was
       *[other] { $count } cells that are merged with others above them (the first in { $range }) were
    } read as saying the same as those

# What is wrong in any table.
quote-open = this quote is opened and never closed: all that follows would belong to this cell
    .remedy = close the quote, or delete it; double a quote inside a text, "like ""this"""
input-other-encoding = this line is { $other }, and the file is { $encoding }
    .remedy = save the whole file in one encoding, in a spreadsheet as "CSV UTF-8"; if all of it is { $other }, say so with --encoding
input-too-large = "{ $file }" has more than { $most } MB of text
    .remedy = see whether it is the right file; a table of this kind never is so large
input-too-many-rows = "{ $file }" has more than { $most } rows
    .remedy = see whether it is the right file; take out empty rows, or divide it
