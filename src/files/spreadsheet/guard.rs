//! Keeps a workbook that is not what it says it is from ending the program: the reader of old workbooks panics at some.

use std::cell::Cell;
use std::panic;
use std::panic::AssertUnwindSafe;
use std::sync::Once;

thread_local! {
    /// Whether this thread is reading a workbook.
    static IS_READING: Cell<bool> = const { Cell::new(false) };
}

static HOOK: Once = Once::new();

/// What `read` gives; `None` where it panics. Nothing is said of the panic.
pub(super) fn guarded<T>(read: impl FnOnce() -> T) -> Option<T> {
    HOOK.call_once(|| {
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            if !IS_READING.get() {
                usual(panic);
            }
        }));
    });
    IS_READING.set(true);
    // What was half-read is thrown away with the panic.
    let read = panic::catch_unwind(AssertUnwindSafe(read)).ok();
    IS_READING.set(false);
    read
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_no_answer() {
        assert_eq!((guarded(|| 1), guarded(|| [0][[0, 1].len()])), (Some(1), None));
    }
}
