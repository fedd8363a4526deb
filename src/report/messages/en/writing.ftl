# The files that answers are written to, and the sheets of workbooks.

# the names of sheets: at most 31 characters, none of [ ] : * ? / \ '
xlsx-sheet-pay-rows = Pay
xlsx-sheet-pay-lines-rows = Lines
xlsx-sheet-cost-rows = Annual cost
xlsx-sheet-compare-rows = Cost in a year
xlsx-sheet-relations = Per parcel and percent
xlsx-sheet-compare-clauses-rows = Clauses
xlsx-sheet-compare-people-rows = People
xlsx-sheet-compare-years-rows = Years
xlsx-sheet-apart = Lasting and one-off
xlsx-sheet-proposal-rows = Terms
xlsx-sheet-solve-rows = Solution
xlsx-sheet-balance-rows = Areas
xlsx-sheet-companies = Companies
xlsx-sheet-tally-rows = Tally
xlsx-sheet-agreements = Agreements
xlsx-sheet-checks-rows = Checks
xlsx-sheet-findings = Findings
xlsx-sheet-arrears = Arrears
xlsx-sheet-not-checked = Not checked
xlsx-sheet-check-arrears-rows = Arrears
xlsx-sheet-clauses = Clauses
xlsx-sheet-assumptions = Assumptions
xlsx-sheet-payslips = Payslips
xlsx-sheet-lines = Lines
xlsx-sheet-premium-days = Premiums by day
xlsx-sheet-lost = What gave way
xlsx-sheet-not-applied = What did not apply
xlsx-sheet-explain-rows = Rows of the log
xlsx-sheet-rules = Rules
xlsx-sheet-not-covered = Not computed
xlsx-sheet-notes = Notes

xlsx-rows = the table has { $rows } rows with its headings, and a sheet of a workbook has { $most }
    .remedy = write CSV (-o FILE.csv), or ask for less: fewer days with --from and --until, or a coarser --by
xlsx-text = a cell has { $length } characters, and a cell of a workbook holds { $most }
    .remedy = write CSV (-o FILE.csv)
xlsx-other-format = { $file } would hold { $format }, and no spreadsheet would open it
    .remedy = leave out -f for a workbook, or name a file that ends in .{ $ending }
xlsx-other-workbook = { $file } is named as a workbook of another kind
    .remedy = name a file that ends in .xlsx, or say the format with -f
xlsx-no-report = { $file } cannot be a workbook: what this command answers is a text, without tables
    .remedy = name a file of another ending

bom-without-csv = --bom is for CSV, and this answer is { $format }
    .remedy = leave --bom out, or write CSV with -f csv or -o FILE.csv
bom-without-report = --bom is for CSV, and what this command answers is none
    .remedy = leave --bom out
xlsx-only-csv = { $file } would hold CSV, and no spreadsheet would open it
    .remedy = name a file that ends in .csv
