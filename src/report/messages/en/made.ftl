# How a report was made.

made-title = How this was made
made-by = { $program }
made-by-on = { $program }, with the figures of { $day }
made-documents = Agreements
made-document = { $file }: SHA-256 { $digest }
made-document-built-in = { $file } (built in): SHA-256 { $digest }
made-inputs = Files read
made-input = { $file } ({ $flag }), { $bytes ->
        [one] one byte
       *[other] { $bytes } bytes
    }: SHA-256 { $digest }
made-input-without = { $file } ({ $flag }): { $why }
made-input-withheld = a file ({ $flag }), withheld by --redact
made-why-once = without a digest, as it can be read only once
made-why-gone = without a digest, as it could not be read again
made-why-withheld = withheld by --redact
made-remark = made by { $by }: { $command }

# the sheet of a workbook
made-program = Program
made-command = Command
made-of = Read as
made-given = { $flag }
made-bytes = Bytes
made-remarks = Remarks
made-agreement = agreement { $agreement }
made-built-in = built in

made-without-report = --how can only be used with a report, and this command does not produce one
    .remedy = omit --how
made-quiet = for CSV --how writes to the standard error, which -q silences
    .remedy = omit -q, or choose another format
