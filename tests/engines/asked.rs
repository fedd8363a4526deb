//! Logs of orders for agreements that ask for more than names and parcels: measures, times of the day, columns, other pay periods.

use std::fmt::Write;

/// A stack of agreements with a log that it can price.
pub(crate) struct Stack {
    pub agreements: Vec<String>,
    /// Other files of `pay`, each with its flag.
    pub more: Vec<[&'static str; 2]>,
    pub map: Option<&'static str>,
    pub log: String,
    /// Whether `pay` takes it: a column that a rule names and no file has is a mistake there, and nothing to a tally.
    pub is_paid: bool,
}

/// Nights, the rain and far orders, with periods from the 26th to the 25th.
pub(crate) const NIGHTS: &str = r#"
[document]
title = "Nights, rain and far orders"
source = { name = "made up" }

[pay-period]
every = "month"
day = 26

[measures.km]
unit = "km"
in = "log"

[measures.fee]
unit = "money"
column = "Fee paid"
in = "log"

[[rule]]
id = "fee"
title = "What orders earned"
clause = "1"
text = "Each order earns what it is offered for."
source = { name = "made up" }
rate = { per = "fee", amount = 1 }

[[rule]]
id = "night"
title = "Night orders"
clause = "2"
text = "0.75 for each delivery from 22:00 to 06:00."
source = { name = "made up" }
where = { time = "22:00-06:00" }
rate = { per = "parcel", amount = 0.75, adds = true }

[[rule]]
id = "rain"
title = "Deliveries in the rain"
clause = "3"
text = "0.50 for each delivery of which the log says rain."
source = { name = "made up" }
where = { weather = "rain" }
rate = { per = "parcel", amount = 0.50, adds = true }

[[rule]]
id = "far"
title = "Far orders"
clause = "4"
text = "Orders of over 4 km earn 1.00 more."
source = { name = "made up" }
where = { km = "> 4" }
rate = { per = "parcel", amount = 1.00, adds = true }
"#;

const CELLS: [&str; 20] = [
    "3",
    "4.5",
    "12.25",
    "0",
    "０．７５",
    " 7 ",
    "1,200",
    "0,655",
    "",
    "x",
    "-3",
    "+4",
    ".5",
    "5.",
    "1200",
    "0.001",
    "4.50",
    "12,25",
    "１，０００．５",
    "4",
];

const TIMES: [&str; 9] =
    ["05:59:59", "06:00:00", "21:59:59", "22:00:00", "23:30:15", "00:00:00", "12:00:00", "9:5", ""];

/// Draws of even chances (xorshift).
struct Dice(u64);

impl Dice {
    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        of[usize::try_from(self.0 % of.len() as u64).unwrap_or_default()]
    }
}

/// Rows of a log, most of which can be read.
fn log(headings: &str, days: &[&str], measures: usize, weather: bool) -> String {
    let mut dice = Dice(0x5eed_0f0a_2a17_71e5 ^ measures as u64);
    let mut text = format!("{headings}\n");
    for row in 0..400 {
        let courier = dice.one(&["K1", "K2", "0571", "'=K3"]);
        let at = format!("{} {}", dice.one(days), dice.one(&TIMES));
        let _ = write!(text, "{courier},{},{}", dice.one(&["North", "South"]), at.trim());
        for _ in 0..measures {
            // In every third row anything may stand, in the others what is plain.
            let cell = dice.one(if row % 3 == 0 { &CELLS } else { &CELLS[..4] });
            let _ = if cell.contains(',') { write!(text, ",\"{cell}\"") } else { write!(text, ",{cell}") };
        }
        if weather {
            let _ = write!(text, ",{}", dice.one(&["rain", "Rain", "sun", "", "-1", "'=wet", "#N/A"]));
        }
        text.push('\n');
    }
    text
}

/// All stacks.
pub(crate) fn stacks(nights: &str, weeks: &str) -> Vec<Stack> {
    let stack = |agreements: &[&str], log: String| Stack {
        agreements: agreements.iter().map(ToString::to_string).collect(),
        more: Vec::new(),
        map: None,
        log,
        is_paid: true,
    };
    let place = "tests/cases/world/prop22-california.in/place.toml";
    let winter = ["2019-12-23", "2019-12-24", "2019-12-28", "2019-12-29", "2020-01-06"];
    let spring = ["2026-03-25", "2026-03-26", "2026-04-05", "2026-04-25"];
    let seattle = log("courier,company,delivered_at,minutes,miles", &["2025-03-01", "2025-03-02"], 2, false);
    let california = log("courier,company,delivered_at,minutes,miles,fee", &["2025-09-03", "2025-09-20"], 3, false);
    let of_nights = log("courier,company,delivered_at,km,Fee paid,weather", &spring, 2, true);
    let without_weather = log("courier,company,delivered_at,km,Fee paid", &spring, 2, false);
    let mapped = log("骑手,站点,送达,里程(公里),配送费,weather", &spring, 2, true);
    let spain = Stack {
        more: vec![
            ["--attendance", "tests/cases/world/justeat-spain.in/attendance.csv"],
            ["--roster", "tests/cases/world/justeat-spain.in/roster.csv"],
        ],
        ..stack(
            &["justeat-spain"],
            "courier,company,delivered_at,parcels\nR1,JE,2022-01-07 23:10:00,12\nR2,JE,2022-01-06 12:00:00,10\n".into(),
        )
    };
    vec![
        stack(&["seattle"], seattle),
        stack(&["prop22-california", place], california),
        stack(&["foodora-norway"], log("courier,company,delivered_at,km", &winter, 1, false)),
        spain,
        stack(&[nights], of_nights.clone()),
        Stack { is_paid: false, ..stack(&[nights], without_weather) },
        stack(&[weeks], of_nights),
        Stack { map: Some(MAP), ..stack(&[nights], mapped) },
    ]
}

const MAP: &str = r#"
[columns]
courier = "骑手"
company = "站点"
delivered_at = "送达"

[measures]
km = "里程(公里)"
fee = "配送费"
"#;
