//! A clerk's month: from four workbooks to a list with names and everyone's payslip in three commands, and next month in one.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use calamine::{Data, Reader, Xlsx, open_workbook};

/// The workbooks of tests/cases/project/clerk.md.
const OFFICE: &str = "tests/cases/project/clerk.in";

fn copied(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("the files of the case") {
        let path = entry.expect("the files of the case").path();
        let target = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copied(&path, &target);
        } else {
            fs::copy(&path, target).expect("a copy");
        }
    }
}

fn run(folder: &Path, words: &[&str]) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_wagepact"));
    program.args(words).current_dir(folder).env("LC_ALL", "zh_CN.UTF-8").output().expect("the program runs")
}

#[test]
fn from_four_workbooks_to_forty_payslips_in_three_commands_and_next_month_in_one() {
    let folder = tempfile::tempdir().expect("a folder");
    copied(Path::new(OFFICE), folder.path());
    assert_eq!(run(folder.path(), &["init"]).status.code(), Some(0));
    let list = run(folder.path(), &["check", "2026-09"]);
    let list = String::from_utf8(list.stdout).expect("UTF-8");
    assert!(list.starts_with("K07 郑一，甲速递\n"), "{list}");
    assert_eq!(run(folder.path(), &["payslips", "2026-09", "-o", "工资条.html"]).status.code(), Some(0));
    let pages = fs::read_to_string(folder.path().join("工资条.html")).expect("the payslips");
    assert_eq!(pages.matches("<section class=\"page\">").count(), 40);
    // Each slip is its courier's alone.
    for page in pages.split("<section class=\"page\">").skip(1) {
        let others = (1..=40).filter(|number| page.contains(&format!("K{number:02}"))).count();
        assert_eq!(others, 1, "{page}");
        assert!(page.contains("实发工资") && page.contains("签收"), "{page}");
    }
    assert_eq!(run(folder.path(), &["check", "2026-10"]).status.code(), Some(0));
}

/// The names of the sheets of a workbook, and the cells of one of them.
fn sheets(path: &Path, name: &str) -> (Vec<String>, Vec<Vec<Data>>) {
    let mut book: Xlsx<_> = open_workbook(path).expect("a workbook");
    let cells = book.worksheet_range(name).expect("the sheet").rows().map(<[Data]>::to_vec).collect();
    (book.sheet_names(), cells)
}

#[test]
fn strips_stand_on_one_sheet_and_on_request_each_on_its_own() {
    let folder = tempfile::tempdir().expect("a folder");
    copied(Path::new(OFFICE), folder.path());
    assert_eq!(run(folder.path(), &["init"]).status.code(), Some(0));
    let words = ["payslips", "2026-09", "--strips", "-q", "-o", "strips.xlsx"];
    assert_eq!(run(folder.path(), &words).status.code(), Some(0));
    let (names, cells) = sheets(&folder.path().join("strips.xlsx"), "工资条");
    assert_eq!(names, ["工资条", "明细", "合计", "编制说明"]);
    let title = Data::String("2026年9月工资条".into());
    assert_eq!(cells.iter().filter(|row| row[0] == title).count(), 40);
    // K07: 3,165.60 left of the 3,465.60 paid, as a number.
    let of_courier = cells.iter().position(|row| row[1] == Data::String("K07".into())).expect("her strip");
    let net = cells[of_courier..].iter().find(|row| row[1] == Data::String("实发工资".into())).expect("what is left");
    assert_eq!(net[4], Data::Float(3165.6));
    let words = ["payslips", "2026-09", "--sheets", "--courier", "郑一,K08", "-q", "-o", "sheets.xlsx"];
    assert_eq!(run(folder.path(), &words).status.code(), Some(0));
    let (names, cells) = sheets(&folder.path().join("sheets.xlsx"), "K07 郑一");
    assert_eq!(names, ["K07 郑一", "K08 王一", "明细", "合计", "编制说明"]);
    assert!(cells.iter().flatten().any(|cell| cell.to_string().starts_with("签收")), "{cells:?}");
}
