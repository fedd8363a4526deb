//! Column maps: what they hold, and the mistakes that one can make in them.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its files has failed")]

use std::fs;
use std::path::Path;
use std::path::PathBuf;

use wagepact::source::Problem;
use wagepact::source::encoding::Stated;
use wagepact::source::headings::Input;
use wagepact::source::map::Heading;
use wagepact::source::map::Map;
use wagepact::source::map::Origin;
use wagepact::source::map::format::Format;

fn of_text(text: &str) -> Result<Map, Vec<Problem>> {
    let file = tempfile::NamedTempFile::new().unwrap();
    fs::write(file.path(), text).unwrap();
    Map::read(file.path())
}

/// The place and id of each problem, as a case expects them in its first lines: `# toml-key-misspelt 6:1`.
fn told(problems: &[Problem]) -> Vec<String> {
    let place = |problem: &Problem| problem.place.as_ref().map(|place| (place.line, place.column));
    let line = |problem: &Problem| {
        let (line, column) = place(problem).unwrap_or_default();
        format!("# {} {line}:{column}", problem.message.id)
    };
    problems.iter().map(line).collect()
}

#[test]
fn each_mistake_is_told_at_its_place() {
    let folder = Path::new("tests/cases/errors/map");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let mut wrong = Vec::new();
    for path in paths {
        let text = fs::read_to_string(&path).unwrap();
        let expected: Vec<_> = text.lines().take_while(|line| line.starts_with("# ")).collect();
        let found = told(&Map::read(&path).map(|_| ()).unwrap_err());
        if found != expected {
            wrong.push(format!("{}:\n{}", path.display(), found.join("\n")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn every_key_is_kept_as_it_is_meant() {
    let map = of_text(
        r##"
        encoding = "gb18030"
        delimiter = "\t"
        skip = 1
        missing = ["-", "—", "nan", "NULL"]
        timezone = "Asia/Shanghai"

        [columns]
        courier = "派件业务员工号"
        date    = { from = "签收时间", format = "%m-%d %H:%M:%S", year = 2022 }
        parcels = "#3"
        area    = { join = ["city", "region_id"], with = "/" }
        company = { value = "申通" }
        service = { from = "类型", values = { "派" = "delivery", "揽" = "pickup" } }
        status  = "签收标识"

        [rows]
        delivered = ["是"]
        keep   = { "作废标记" = ["否", ""] }
        unique = "运单号"

        [roster]
        delimiter = ";"
        [roster.columns]
        courier = "员工"
        "##,
    )
    .unwrap();
    let log = map.part(Input::Log).unwrap();
    assert_eq!((log.encoding, log.delimiter, log.skip), (Some(Stated::Gb18030), b'\t', Some(1)));
    assert_eq!(
        (log.present("-"), log.present("nan"), log.present("0"), &*log.zone.name),
        ("", "", "0", "Asia/Shanghai")
    );
    let names: Vec<_> = log.columns.iter().map(|(name, _)| *name).collect();
    assert_eq!(names, ["courier", "company", "area", "service", "status", "parcels", "date"]);
    assert!(
        matches!(&log.taken("parcels").unwrap().origin, Origin::Cell(cell) if cell.heading == Heading::Numbered(3))
    );
    assert!(
        matches!(&log.taken("area").unwrap().origin, Origin::Joined(cells, with) if cells.len() == 2 && &**with == "/")
    );
    assert!(matches!(&log.taken("company").unwrap().origin, Origin::Value(value) if &**value == "申通"));
    let service = log.taken("service").unwrap();
    assert_eq!(["派", "揽", "退"].map(|word| service.meaning(word)), ["delivery", "pickup", "退"]);
    let date = log.taken("date").unwrap();
    assert_eq!((date.formats.len(), date.formats[0].as_str(), date.fill.year), (1, "%m-%d %H:%M:%S", Some(2022)));
    assert!(matches!(date.formats[0], Format::Letters { .. }));
    assert_eq!(log.rows.delivered.as_deref(), Some(&["是".to_string()][..]));
    assert!(log.rows.keep[0].keeps("") && log.rows.keep[0].keeps("否") && !log.rows.keep[0].keeps("是"));
    assert_eq!(log.rows.unique.as_ref().unwrap().heading, Heading::Named("运单号".into()));
    assert!(!log.has_no_headings());
    assert_eq!(map.part(Input::Roster).unwrap().delimiter, b';');
    assert!(map.part(Input::Rates).is_none());
}
