# Files and the places in them.

input-not-found = there is no file "{ $file }"
    .remedy = check its name, and in which folder it lies
input-forbidden = you may not read "{ $file }"
    .remedy = ask for the right to read it, or copy it to where you may
input-unreadable = "{ $file }" cannot be read: { $reason }
    .remedy = check that it is a file that can be read
input-is-a-folder = "{ $file }" is a folder, not a file
    .remedy = name the file inside it
input-not-utf8 = this text is not UTF-8 (the first byte that is not: number { $offset } of the file, counted from 0)
    .remedy = save the file as UTF-8; in a spreadsheet choose "CSV UTF-8"
input-not-text = "{ $file }" is not { $encoding } text (byte { $offset } of the file, counted from 0)
    .remedy = say with --encoding how the file is written, or save it as UTF-8; in a spreadsheet choose "CSV UTF-8"
input-utf16-unmarked = "{ $file }" has no byte order mark, which would say how its UTF-16 is written
    .remedy = say --encoding utf-16le (what Windows writes) or --encoding utf-16be
input-is-markup = "{ $file }" is a web page or XML, whatever its name says, and no table
    .remedy = open it in a spreadsheet program and save it as .xlsx
input-has-zeros = "{ $file }" is no text in UTF-8 or GB18030: there are zeros among its bytes
    .remedy = if it is UTF-16, as some programs of Windows write it, say --encoding utf-16le; else save it as UTF-8

input-packed-cut-off = "{ $file }" is cut off: its { $packing } data end too early
    .remedy = get the whole file again; nothing of it was counted
input-packed-broken = "{ $file }" cannot be unpacked ({ $packing }): { $reason }
    .remedy = get the file again, or unpack it and give what was in it
input-packed-too-deep = "{ $file }" is packed in too many archives, one in the other
    .remedy = unpack it and give what was in it
input-packed-too-large = "{ $file }" holds a spreadsheet or archive of more than { $most } MB
    .remedy = unpack it and give what was in it
input-zip-several = { $count ->
        [0] "{ $file }" is an archive with nothing in it
        [one] "{ $file }" holds 1 file: { $members }
       *[other] "{ $file }" holds { $count } files: { $members }
    }
    .remedy = an archive is read where it holds one file; unpack it and name the files that are meant
input-zip-encrypted = "{ $file }" has a password; in it: { $members }
    .remedy = unpack it with its password and give what was in it
input-zip-method = "{ $file }" is packed in a way that is not read; in it: { $members }
    .remedy = unpack it and give what was in it, or pack it as .gz
input-no-workbook = "{ $file }" is no spreadsheet: it has no sheets
    .remedy = leave out the # and the name after it
input-workbook-password = the spreadsheet "{ $file }" has a password
    .remedy = save it without a password
input-workbook-broken = the spreadsheet "{ $file }" cannot be read: { $reason }
    .remedy = open it in a spreadsheet program and save it again as .xlsx, or as CSV
input-workbook-binary = "{ $file }" is a binary workbook (.xlsb), which is not read
    .remedy = save it as .xlsx
input-sheet-unknown = "{ $file }" has no sheet "{ $sheet }"
    .remedy = its sheets are: { $sheets }
input-sheets-several = several sheets of "{ $file }" hold something: { $sheets }
    .remedy = name the one that is meant behind a #, such as "{ $file }#{ $first }"
