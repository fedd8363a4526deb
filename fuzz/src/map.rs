//! A map: it is refused with what is wrong in it, or a log can be read by it, and a statement of SQL made of it that is one statement.

use std::num::NonZeroUsize;

use wagepact::agreement::asked::DetailsAsked;
use wagepact::deliveries;
use wagepact::deliveries::engines::{Engine, StatementRequest, statement};
use wagepact::deliveries::{ReadOptions, Request};
use wagepact::tables::headings::Input;
use wagepact::tables::map::{Map, Part};

use super::desk::{Desk, told};
use super::sql::tokens;

/// A log with some of the columns that the seeds name.
const LOG: &str = "运单号,courier,工号,company,area,status,签收时间,date,parcels,kind\n\
    1,K1,1,East,A,是,05-01 08:30,2022-05-01,1,a\n2,K2,0002,,\"B,\"\"C\",否,44682.5,2022/5/2,2,\n\
    2,K2,0002,,-,退回,1651363200,2022-05-03,x,b\n";

pub fn holds(bytes: &[u8]) {
    let (desk, path) = Desk::with("map.toml", bytes);
    let map = match Map::read(&path) {
        Ok(map) => map,
        Err(problems) => return told(&problems),
    };
    let log = desk.write("log.csv", LOG);
    let read = |threads: usize, block: usize| {
        deliveries::read(Request {
            paths: std::slice::from_ref(&log),
            options: ReadOptions { map: Some(&map), ..ReadOptions::default() },
            rejects: None,
            threads: NonZeroUsize::new(threads),
            block: NonZeroUsize::new(block),
            progress: &|_| (),
        })
    };
    let reading = read(1, 1 << 20);
    assert_eq!(read(2, 7), reading);
    let _ = reading.map_err(|problems| told(&problems));
    let part = map.part(Input::Log).map(|part| Part::clone(part)).unwrap_or_default();
    let asked = DetailsAsked::default();
    for engine in [Engine::DuckDb, Engine::Spark] {
        let request = StatementRequest { engine, table: "log", part: &part, delivered: None, asked: &asked };
        if let Ok(statement) = statement(request) {
            tokens(&statement, engine);
        }
    }
}
