# A page for the table.

handout-title = Proposals at the table
handout-agreements = Agreements: { $titles }
handout-log = By the deliveries of { $from } to { $until }: { $parcels } parcels
handout-terms = What is proposed
handout-term = { $title } ({ $path })
handout-words = { $title }, as agreed in { $agreement }, { $clause }:
handout-cost = What it costs in a year
handout-clauses = What each change costs in a year
handout-people = Whom it reaches
handout-years = Year by year
handout-reckoned = How this was reckoned, and how sure it is
handout-unknown = Not shown: { $why }
handout-format = a handout is a page to be printed, and { $format } is none
    .remedy = write -o handout.html (or .md); compare has the figures as csv, json and workbooks
