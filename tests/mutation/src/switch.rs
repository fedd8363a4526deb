//! Which of the changes that are built in is on: the module `mutants` of the changed tree.

use std::collections::BTreeSet;
use std::fs::{File, OpenOptions};
use std::io::Write;
use std::sync::{LazyLock, Mutex};

static CHOSEN: LazyLock<u32> =
    LazyLock::new(|| std::env::var("WAGEPACT_MUTANT").ok().and_then(|number| number.parse().ok()).unwrap_or(0));

static REACHED: LazyLock<Option<Mutex<(File, BTreeSet<u32>)>>> = LazyLock::new(|| {
    let path = std::env::var_os("WAGEPACT_REACHED")?;
    let file = OpenOptions::new().append(true).create(true).open(path).ok()?;
    Some(Mutex::new((file, BTreeSet::new())))
});

/// Where it is asked for, each change that could be noticed is written down, once.
fn reached(number: u32) {
    if let Some(reached) = &*REACHED {
        let mut reached = reached.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        if reached.1.insert(number) {
            let _ = reached.0.write_all(format!("{number}\n").as_bytes());
        }
    }
}

/// Whether the change is on.
pub fn on(number: u32) -> bool {
    reached(number);
    *CHOSEN == number
}

/// What a condition is, or what it is with a change. One that makes no difference is not reached.
pub fn pick(is: bool, others: &[(u32, bool)]) -> bool {
    others.iter().filter(|(_, other)| *other != is).for_each(|(number, _)| reached(*number));
    others.iter().find(|(number, _)| *number == *CHOSEN).map_or(is, |(_, other)| *other)
}

/// Of `left && right`, which a change makes `||`: whether to look at the right side, and else the answer.
pub fn both(number: u32, left: bool) -> (bool, bool) {
    (left != (*CHOSEN == number), left)
}

/// Of `left || right`, which a change makes `&&`.
pub fn either(number: u32, left: bool) -> (bool, bool) {
    (left == (*CHOSEN == number), left)
}

/// The answer of `left && right`: where it is yes, it is that of `||` too.
pub fn was_both(number: u32, is: bool) -> bool {
    if !is {
        reached(number);
    }
    is
}

/// The answer of `left || right`: where it is no, it is that of `&&` too.
pub fn was_either(number: u32, is: bool) -> bool {
    if is {
        reached(number);
    }
    is
}
