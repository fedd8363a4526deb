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
xlsx-sheet-topped-up = Top-ups one by one
xlsx-sheet-premium-days = Premiums by day
xlsx-sheet-lost = Superseded
xlsx-sheet-not-applied = What did not apply
xlsx-sheet-explain-rows = Rows of the log
xlsx-sheet-rules = Rules
xlsx-sheet-not-covered = Not computed
xlsx-sheet-notes = Notes

xlsx-charts = Charts
xlsx-title = { $title }: { $proposals }
xlsx-page-of = page { $page } of { $pages }

xlsx-rows = the table has { $rows } rows with its headings, and a sheet of a workbook has { $most }
    .remedy = write CSV (-o FILE.csv), or reduce it: fewer days with --from and --until, or a coarser --by
xlsx-text = a cell has { $length } characters, and a cell of a workbook holds at most { $most }
    .remedy = write CSV (-o FILE.csv)
xlsx-other-format = { $file } would contain { $format }, and no spreadsheet would open it
    .remedy = omit -f for a workbook, or name a file that ends in .{ $ending }
writing-ending = the ending of { $file } is no format of a report
    .remedy = name a file that ends in .csv, .json, .md, .txt, .html or .xlsx, or give the format with -f
xlsx-ending = { $file } would contain a workbook, and no spreadsheet would open it
    .remedy = name a file that ends in .xlsx
xlsx-terminal = a workbook cannot be shown in a terminal
    .remedy = write -o FILE.xlsx
xlsx-other-workbook = { $file } is named as a workbook of another kind
    .remedy = name a file that ends in .xlsx, or give the format with -f
xlsx-no-report = { $file } cannot be a workbook: this command writes text, without tables
    .remedy = name a file with another ending

bom-without-csv = --bom is only for CSV, and this answer is { $format }
    .remedy = omit --bom, or write CSV with -f csv or -o FILE.csv
bom-without-report = --bom is only for CSV, and this command does not write CSV
    .remedy = omit --bom
xlsx-only-csv = { $file } would contain CSV, and no spreadsheet would open it
    .remedy = name a file that ends in .csv
