//! The inputs that were kept for the targets of `fuzz`: made by hand for each kind of trouble, or found by libFuzzer (docs/testing.md).

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use fuzz::TARGETS;

#[path = "../fuzz/src/lib.rs"]
mod fuzz;

/// The names in a folder.
fn names(folder: &str) -> BTreeSet<String> {
    let listed = fs::read_dir(folder).unwrap_or_else(|reason| panic!("{folder}: {reason}"));
    let name = |path: PathBuf| path.file_stem().expect("a file has a name").to_string_lossy().into_owned();
    listed.map(|entry| name(entry.expect("a folder that was opened can be listed").path())).collect()
}

/// Runs all seeds of a target, each with its name on the output that a failure shows.
#[expect(clippy::print_stdout, reason = "a test that fails shows which seed it was")]
fn replay(target: &str) {
    let folder = Path::new("fuzz/seeds").join(target);
    let mut seeds: Vec<PathBuf> = fs::read_dir(&folder)
        .unwrap_or_else(|reason| panic!("{}: {reason}", folder.display()))
        .map(|entry| entry.expect("a folder that was opened can be listed").path())
        .collect();
    seeds.sort();
    assert!(!seeds.is_empty(), "{target} has no seed");
    for seed in seeds {
        println!("{}", seed.display());
        fuzz::run(target, &fs::read(&seed).expect("a seed"));
    }
}

#[test]
fn each_target_is_in_the_manifest_and_has_its_file_and_its_seeds() {
    let listed: BTreeSet<String> = TARGETS.iter().map(|(name, _)| name.to_string()).collect();
    let mut folders = names("fuzz/seeds");
    folders.remove(".gitattributes");
    assert_eq!(names("fuzz/fuzz_targets"), listed);
    assert_eq!(folders, listed);
    let manifest = fs::read_to_string("fuzz/Cargo.toml").expect("the manifest");
    for name in &listed {
        let file = format!("fuzz/fuzz_targets/{name}.rs");
        assert!(manifest.contains(&format!("name = \"{name}\"\npath = \"fuzz_targets/{name}.rs\"")), "{name}");
        assert!(
            fs::read_to_string(&file).is_ok_and(|text| text.contains(&format!("run(\"{name}\", bytes)"))),
            "{file}"
        );
    }
}

macro_rules! replayed {
    ($($target:ident),+) => {
        $(#[test]
        fn $target() {
            replay(stringify!($target));
        })+

        #[test]
        fn all_are_replayed() {
            assert_eq!([$(stringify!($target)),+], TARGETS.map(|(name, _)| name));
        }
    };
}

replayed!(
    agreement, attendance, change, log, map, packed, project, proposal, protected, rates, register, roster, sheet,
    sketch, sql, values, workbook
);
