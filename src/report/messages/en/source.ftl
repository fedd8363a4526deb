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
