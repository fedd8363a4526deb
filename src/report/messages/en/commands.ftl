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
days-until-before-from = the last day { $until } is before the first day { $from }
    .remedy = give the earlier day to --from and the later one to --until
output-no-folder = the folder of "{ $file }" does not exist
    .remedy = create the folder first, or name another one
output-forbidden = no permission to write "{ $file }"
    .remedy = name a file in a folder that you can write to
output-open-elsewhere = "{ $file }" is open in another program and cannot be replaced
    .remedy = close it there, in Excel or WPS, and run the command again, or name another file with -o
output-unwritable = { $file } cannot be written: { $reason }
    .remedy = name a file in a folder that exists and that you can write to
output-is-input = { $file } is an input, and writing to it would overwrite it
    .remedy = name another file
output-twice = { $file } is named for two outputs
    .remedy = name two files
rejects-need-a-file = rejected rows cannot go to the standard output, where the answer goes
    .remedy = name a file for --rejects
