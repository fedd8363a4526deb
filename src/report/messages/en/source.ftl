# Files and the places in them.

input-unreadable = "{ $file }" cannot be read: { $reason }
    .remedy = check the name of the file and that you may read it
input-is-a-folder = "{ $file }" is a folder, not a file
    .remedy = name the file inside it
input-not-utf8 = this text is not UTF-8 (the first byte that is not: number { $offset } of the file, counted from 0)
    .remedy = save the file as UTF-8; in a spreadsheet choose "CSV UTF-8"
