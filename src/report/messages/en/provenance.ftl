# How a report was made.

provenance-title = How this was made
provenance-by = { $program }
provenance-by-on = { $program }, with the figures of { $day }
provenance-documents = Agreements
provenance-document = { $file }: SHA-256 { $digest }
provenance-document-built-in = { $file } (built in): SHA-256 { $digest }
provenance-inputs = Files read
provenance-input = { $file } ({ $flag }), { $bytes ->
        [one] one byte
       *[other] { $bytes } bytes
    }: SHA-256 { $digest }
provenance-input-without = { $file } ({ $flag }): { $why }
provenance-input-withheld = a file ({ $flag }), withheld by --redact
provenance-why-once = without a digest, as it can be read only once
provenance-why-gone = without a digest, as it could not be read again
provenance-why-protected = without a digest, by which what it says of people could be tried out
provenance-why-withheld = withheld by --redact
provenance-remark = made by { $by }: { $command }

# the sheet of a workbook
provenance-program = Program
provenance-command = Command
provenance-of = Read as
provenance-given = { $flag }
provenance-bytes = Bytes
provenance-remarks = Remarks
provenance-agreement = agreement { $agreement }
provenance-built-in = built in

provenance-without-report = --provenance can only be used with a report, and this command does not produce one
    .remedy = omit --provenance
provenance-quiet = for CSV --provenance writes to the standard error, which -q silences
    .remedy = omit -q, or choose another format
