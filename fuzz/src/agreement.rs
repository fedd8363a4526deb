//! An agreement file: it is refused with what is wrong in it, or it can be shown, stacked with the law, changed and paid by.

use std::sync::OnceLock;

use wagepact::agreement::stack::stack;
use wagepact::agreement::{Agreement, library};

use super::desk::{Desk, told};

static LAW: OnceLock<Agreement> = OnceLock::new();

pub fn holds(bytes: &[u8]) {
    let (desk, path) = Desk::with("terms.toml", bytes);
    let agreement = match library::load(path.to_str().unwrap()) {
        Ok(agreement) => agreement,
        Err(problems) => return told(&problems),
    };
    let law = LAW.get_or_init(|| library::load("zhejiang-law").unwrap());
    let _ = stack(vec![law.clone(), agreement.clone()]).map_err(|problems| told(&problems));
    desk.write(
        "log.csv",
        "date,courier,area,parcels,delivered_at\n2022-02-28,K1,A,3000000,2022-02-28 23:59:59\n2022-05-01,K2,B,7,\n",
    );
    desk.write("roster.csv", "courier,company,position,sex,hired,base,from\nK1,East,courier,f,2019-02-28,999999.99,\nK2,West,,m,2022-04-30,,\n");
    desk.write(
        "attendance.csv",
        "courier,date,hours,kind\nK1,2022-02-28,23.99,rest\nK2,2022-05-01,8,holiday\nK2,2022-05-02,,sick\n",
    );
    let given = "@log.csv -a @terms.toml --roster @roster.csv --attendance @attendance.csv";
    desk.ask("wagepact show @terms.toml").unwrap();
    // What an agreement asks for and is not given is a mistake too, of the command line and not of a file.
    let _ = desk.ask(&format!("wagepact pay {given} --lines"));
    let _ = desk.ask(&format!("wagepact explain K1 {given}"));
    let first = agreement.rules.first().map(|rule| rule.id.to_string()).filter(|id| !id.contains([' ', '@']));
    let _ = first.map(|rule| desk.ask(&format!("wagepact cost {given} --change {rule}+1%")));
}
