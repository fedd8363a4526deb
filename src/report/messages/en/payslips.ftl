# Payslips to be handed out.

payslips-title = Payslip for { $month } { $year }{ $named ->
        [wholly] { "" }
       *[by-days] { " " }({ $first } to { $last })
    }
payslips-title-of-days = Payslip for { $first } to { $last }
payslips-differs = The register has a gross wage of { $paid } yuan; reckoned by the agreement it is { $due } yuan.
payslips-not-on-register = The payroll register has no row for this payslip: what was taken off is not known.
payslips-sign = Received: ____________________    Date: ____________________
payslips-summary = { $payslips ->
    [one] one payslip
   *[other] { $payslips } payslips
 }
payslips-need-rates = what the companies pay inside the band is not known, so that no payslip can be written
    .remedy = give the rates in force with --rates, or one rate with --rate, such as delivery=0.80
xlsx-papers = Payslips
xlsx-sheet-payslips-rows = Lines
xlsx-sheet-sums = Sums
