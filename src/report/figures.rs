//! Figures as people read them: thousands separated by commas.

/// A decimal with its thousands separated: `6640000.00` becomes `6,640,000.00`. The digits after the point stay as they are.
#[must_use]
pub fn grouped(figure: &str) -> String {
    let digits = figure.trim_start_matches('-');
    let sign = &figure[..figure.len() - digits.len()];
    let whole = digits.split('.').next().unwrap_or_default();
    let mut shown = String::with_capacity(figure.len() + whole.len() / 3);
    shown.push_str(sign);
    for (at, digit) in whole.char_indices() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            shown.push(',');
        }
        shown.push(digit);
    }
    shown.push_str(&digits[whole.len()..]);
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_digits_stand_together() {
        for (plain, shown) in [
            ("0", "0"),
            ("0.60", "0.60"),
            ("999", "999"),
            ("1000", "1,000"),
            ("-1234.5678", "-1,234.5678"),
            ("66400000", "66,400,000"),
            ("6640000.00", "6,640,000.00"),
            ("", ""),
        ] {
            assert_eq!(grouped(plain), shown);
        }
    }
}
