//! Bounded search for the last of some steps: doubling, then halving. What fits at a step fits at all before it.

/// The largest of `0..=limit` that fits; 0 is taken to fit. `near` is tried first, where it lies inside.
///
/// # Errors
/// What `fits` says.
pub(crate) fn largest<E>(limit: u64, near: u64, mut fits: impl FnMut(u64) -> Result<bool, E>) -> Result<u64, E> {
    let (mut last, mut too_far) = (0, limit.saturating_add(1));
    if near > 0 && near < too_far {
        if fits(near)? {
            last = near;
        } else {
            too_far = near;
        }
    }
    let mut stride = 1;
    while last + stride < too_far {
        if fits(last + stride)? {
            last += stride;
            stride *= 2;
        } else {
            too_far = last + stride;
        }
    }
    while too_far - last > 1 {
        let middle = last + (too_far - last) / 2;
        if fits(middle)? {
            last = middle;
        } else {
            too_far = middle;
        }
    }
    Ok(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_last_that_fits_wherever_it_begins() {
        for limit in 0..20 {
            for answer in 0..=limit {
                for near in 0..22 {
                    let found = largest(limit, near, |step| {
                        assert!(step <= limit, "never beyond the limit");
                        Ok::<bool, ()>(step <= answer)
                    });
                    assert_eq!(found, Ok(answer), "{limit} {near}");
                }
            }
        }
    }

    #[test]
    fn a_good_guess_takes_two_questions() {
        let mut asked = 0;
        let found = largest(1_000_000, 10, |step| {
            asked += 1;
            Ok::<bool, ()>(step <= 10)
        });
        assert_eq!((found, asked), (Ok(10), 2));
    }
}
