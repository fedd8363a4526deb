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
