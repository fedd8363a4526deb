# What the commands say beside their answers.

log-summary = read { $read ->
        [one] { $read } row
       *[other] { $read } rows
    } = { $counted } counted + 0 not delivered{ $duplicates ->
        [0] {""}
        [one] {" "}+ 1 duplicate
       *[other] {" "}+ { $duplicates } duplicates
    }{ $left_out ->
        [0] {""}
       *[other] {" "}+ { $left_out } left out by the map
    } + { $rejected } rejected; { $parcels ->
        [one] { $parcels } parcel
       *[other] { $parcels } parcels
    }
log-summary-undelivered = read { $read ->
        [one] { $read } row
       *[other] { $read } rows
    } = { $counted } counted + { $undelivered } not delivered ({ $statuses }){ $duplicates ->
        [0] {""}
        [one] {" "}+ 1 duplicate
       *[other] {" "}+ { $duplicates } duplicates
    }{ $left_out ->
        [0] {""}
       *[other] {" "}+ { $left_out } left out by the map
    } + { $rejected } rejected; { $parcels ->
        [one] { $parcels } parcel
       *[other] { $parcels } parcels
    }
log-outside-days = { $parcels ->
        [one] one parcel lies outside the days asked for (--from, --until) and is left out
       *[other] { $parcels } parcels lie outside the days asked for (--from, --until) and are left out
    }
log-stdin-twice = - is given more than once, and the standard input can be read only once
    .remedy = give - once
flag-day = "{ $found }" is not a day
    .remedy = write the day as 2022-05-01
days-until-before-from = the last day { $until } lies before the first day { $from }
    .remedy = put the earlier day at --from, the later one at --until
output-no-folder = the folder of "{ $file }" is not there
    .remedy = make the folder first, or name another one
output-forbidden = you may not write "{ $file }"
    .remedy = name a file in a folder that you may write to
output-unwritable = { $file } cannot be written: { $reason }
    .remedy = name a file in a folder that exists and that you may write to
output-is-input = { $file } is read, and would be replaced by what is written
    .remedy = name another file
output-twice = { $file } is named for two outputs
    .remedy = name two files
rejects-need-a-file = rejected rows cannot go to the standard output, where the answer goes
    .remedy = name a file for --rejects
