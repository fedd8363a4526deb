# What the commands say beside their answers.

log-summary = read { $read ->
        [one] { $read } row
       *[other] { $read } rows
    } = { $counted } counted + 0 not delivered{ $duplicates ->
        [0] {""}
        [one] {" "}+ 1 duplicate
       *[other] {" "}+ { $duplicates } duplicates
    }{ $taken_back ->
        [0] {""}
       *[other] {" "}+ { $taken_back } taken back later
    }{ $left_out ->
        [0] {""}
       *[other] {" "}+ { $left_out } left out by the map
    } + { $rejected } rejected; { $parcels ->
        [one] { $parcels } parcel
       *[other] { $parcels } parcels
    }{ $totals ->
        [0] {""}
        [one] ; 1 row of totals passed over
       *[other] ; { $totals } rows of totals passed over
    }{ $headings ->
        [0] {""}
        [one] ; 1 row of headings passed over
       *[other] ; { $headings } rows of headings passed over
    }
log-summary-undelivered = read { $read ->
        [one] { $read } row
       *[other] { $read } rows
    } = { $counted } counted + { $undelivered } not delivered ({ $statuses }){ $duplicates ->
        [0] {""}
        [one] {" "}+ 1 duplicate
       *[other] {" "}+ { $duplicates } duplicates
    }{ $taken_back ->
        [0] {""}
       *[other] {" "}+ { $taken_back } taken back later
    }{ $left_out ->
        [0] {""}
       *[other] {" "}+ { $left_out } left out by the map
    } + { $rejected } rejected; { $parcels ->
        [one] { $parcels } parcel
       *[other] { $parcels } parcels
    }{ $totals ->
        [0] {""}
        [one] ; 1 row of totals passed over
       *[other] ; { $totals } rows of totals passed over
    }{ $headings ->
        [0] {""}
        [one] ; 1 row of headings passed over
       *[other] ; { $headings } rows of headings passed over
    }
log-outside-days = { $parcels ->
        [one] one parcel lies outside the days asked for (--from, --until) and is left out
       *[other] { $parcels } parcels lie outside the days asked for (--from, --until) and are left out
    }
log-stdin-twice = - is given more than once, but the standard input can be read only once
    .remedy = give - once
flag-day = "{ $found }" is not a day
    .remedy = write the day as 2022-05-01
flag-month = "{ $found }" is not a month
    .remedy = write the month as 2022-05
flag-month-unused = --month { $found } says of which month a table is that does not name it, and none here asks for that
    .remedy = leave it out; for the days of that month alone, give --from { $first } --until { $last }
days-until-before-from = the last day { $until } is before the first day { $from }
    .remedy = give the earlier day to --from and the later one to --until
output-no-folder = the folder of "{ $file }" does not exist
    .remedy = create the folder first, or name another one
output-forbidden = no permission to write "{ $file }"
    .remedy = name a file in a folder that you can write to
output-open-elsewhere = "{ $file }" is open in another program and cannot be replaced
    .remedy = close it there, in Excel or WPS, and run the command again, or name another file with -o
output-unwritable = { $file } cannot be written: { $reason }
    .remedy = that is what the operating system says; name a file in another folder or on another disk
output-unwritable-stdout = the standard output cannot be written: { $reason }
    .remedy = that is what the operating system says; write the answer to a file with -o
output-full = the disk has no room left for "{ $file }"
    .remedy = delete what is no longer needed there, or name a file on another disk
output-full-stdout = the disk to which the standard output goes has no room left
    .remedy = delete what is no longer needed there, or write the answer to another disk with -o
output-read-only = "{ $file }" is read-only, and is not replaced
    .remedy = allow it to be written, or name another file
output-is-a-folder = "{ $file }" is a folder
    .remedy = name a file in it
output-descriptor = "{ $file }" leads to a file, which would be written from its beginning, over what is there
    .remedy = name the file itself, or append to it with >>, which goes by the standard output
output-stdout-is-input = the standard output goes into { $file }, which is an input
    .remedy = let it go into another file
output-is-input = { $file } is an input, and writing to it would overwrite it
    .remedy = name another file
output-twice = { $one } and { $other } both write { $file }
    .remedy = name two files
output-twice-stdout = { $flag } writes { $file }, where the answer on the standard output goes
    .remedy = name another file for { $flag }, or write the answer to one with -o
rejects-need-a-file = rejected rows cannot go to the standard output, where the answer goes
    .remedy = name a file for --rejects

# The headings of manual pages.
man-name = NAME
man-synopsis = SYNOPSIS
man-description = DESCRIPTION
man-options = OPTIONS
man-version = VERSION
