//! A change of one term, as it is proposed: `delivery +0.10`, `delivery@area=鄣吴 =0.95`, `delivery.max =1.20`.

use std::iter::Peekable;
use std::str::CharIndices;
use std::sync::Arc;

use crate::agreement::document::Words;
use crate::agreement::scope::Where;
use crate::diagnostics::{Message, Place, Problem};
use crate::units::{Date, Decimal, number};

/// One change: what of which rule, for whom, from when, and how.
#[derive(Clone, Debug)]
pub struct Change {
    /// The change as written.
    pub text: Arc<str>,
    /// The id of the rule.
    pub rule: Arc<str>,
    /// What of it.
    pub field: Field,
    /// For which companies, areas, services, couriers or roster columns.
    pub scope: Where,
    /// The first day on which it holds.
    pub from: Option<Date>,
    /// Why it is proposed, where the proposal says so.
    pub reason: Option<Words>,
    /// Whether it acts on what an earlier change of the same value has left.
    pub on_top_of_earlier: bool,
    /// How the value changes.
    pub operation: Operation,
    /// Where it stands.
    pub place: Place,
}

/// What of a rule changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Field {
    /// Its figure: the rate, the amount, the multiple, the percentage.
    Figure,
    /// The lower end of a band.
    Min,
    /// The upper end of a band.
    Max,
    /// One entry of a table, such as `junior`.
    Entry(Arc<str>),
    /// The floor of a contribution's base.
    Floor,
    /// The ceiling of a contribution's base.
    Ceiling,
}

/// How a value changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    /// `+0.10`; negative for `-0.10`. Yuan.
    Add(Decimal),
    /// `*1.05`, `+5%`, `-5%`: a factor.
    Multiply(Decimal),
    /// `=0.95`. Yuan.
    Set(Decimal),
}

impl Operation {
    /// The value after the change.
    #[must_use]
    pub fn apply(self, value: Decimal) -> Decimal {
        match self {
            Self::Add(amount) => value.saturating_add(amount),
            Self::Multiply(factor) => value.saturating_mul(factor).normalize(),
            Self::Set(amount) => amount,
        }
    }
}

impl Change {
    /// Reads `RULE[.FIELD][@key=value,…] OP AMOUNT`.
    ///
    /// # Errors
    /// The place where it departs from that form; `file` is the flag or file that holds it, at line `line`.
    pub fn parse(text: &str, file: &Arc<str>, line: u64) -> Result<Self, Problem> {
        let place = |span| Place::in_line(file, line, text, span);
        let mut reader = Reader { text, chars: text.char_indices().peekable() };
        let wrong = |at: usize, id| Problem::new(Message::new(id).with("found", text)).at(place(at..text.len()));
        let rule = reader.word(&[&['.', '@'], OPERATORS].concat());
        let field = if reader.eat('.') { reader.word(&[&['@'], OPERATORS].concat()) } else { String::new() };
        let mut scope = Where::default();
        if reader.eat('@') {
            loop {
                let (key, equals) = (reader.word(&['=']), reader.eat('='));
                let value = reader.value();
                if key.is_empty() || !equals || value.is_empty() {
                    return Err(wrong(reader.at(), "change-filter"));
                }
                scope.values.entry(key.into()).or_default().push(value.into());
                if !reader.eat(',') {
                    break;
                }
            }
        }
        let at = reader.at();
        if rule.is_empty() {
            return Err(wrong(0, "change-form"));
        }
        let operation = operation(text[at..].trim()).map_err(|id| wrong(at, id))?;
        let place = place(0..text.len());
        let field = Field::named(&field);
        Ok(Self {
            text: text.trim().into(),
            rule: rule.into(),
            field,
            scope,
            from: None,
            reason: None,
            on_top_of_earlier: false,
            operation,
            place,
        })
    }
}

impl Field {
    fn named(text: &str) -> Self {
        match text {
            "" | "amount" | "multiple" | "percent" => Self::Figure,
            "min" => Self::Min,
            "max" => Self::Max,
            "floor" => Self::Floor,
            "ceiling" => Self::Ceiling,
            entry => Self::Entry(entry.into()),
        }
    }
}

/// Reads the operator and the amount; an id of a message where they are none.
fn operation(text: &str) -> Result<Operation, &'static str> {
    let mut chars = text.chars();
    let operator = chars.next().ok_or("change-form")?;
    let written = chars.as_str().trim();
    let (digits, percent) =
        written.strip_suffix(['%', '％']).map_or((written, false), |digits| (digits.trim_end(), true));
    let unsigned = number::plain(digits).starts_with(|first: char| first.is_ascii_digit());
    let amount = number::typed(digits).filter(|_| unsigned).ok_or("change-amount");
    let share = |amount: Decimal| amount / Decimal::ONE_HUNDRED;
    match (operator, percent) {
        ('+' | '＋', false) => amount.map(Operation::Add),
        ('-' | '－', false) => amount.map(|amount| Operation::Add(-amount)),
        ('+' | '＋', true) => amount.map(|amount| Operation::Multiply(Decimal::ONE + share(amount))),
        ('-' | '－', true) => amount.map(|amount| Operation::Multiply(Decimal::ONE - share(amount))),
        ('*' | '＊' | '×', false) => amount.map(Operation::Multiply),
        ('*' | '＊' | '×', true) => amount.map(|amount| Operation::Multiply(share(amount))),
        ('=' | '＝', false) => amount.map(Operation::Set),
        ('=' | '＝', true) => Err("change-set-percent"),
        _ => Err("change-form"),
    }
}

/// The signs at which the name of a rule ends; a `-` may stand in it.
const OPERATORS: &[char] = &['+', '*', '=', '＋', '－', '＊', '×', '＝'];

struct Reader<'a> {
    text: &'a str,
    chars: Peekable<CharIndices<'a>>,
}

impl Reader<'_> {
    /// Where the reader stands, in bytes.
    fn at(&mut self) -> usize {
        self.chars.peek().map_or(self.text.len(), |(at, _)| *at)
    }

    fn eat(&mut self, wanted: char) -> bool {
        self.chars.next_if(|(_, found)| *found == wanted).is_some()
    }

    /// A word up to white space or one of the marks.
    fn word(&mut self, marks: &[char]) -> String {
        while self.chars.next_if(|(_, found)| found.is_whitespace()).is_some() {}
        let mut word = String::new();
        while let Some((_, next)) = self.chars.next_if(|(_, next)| !next.is_whitespace() && !marks.contains(next)) {
            word.push(next);
        }
        word
    }

    /// A value of a filter: a text in quotes of either kind, or all up to white space or a comma.
    fn value(&mut self) -> String {
        let Some(quote) = ['"', '\''].into_iter().find(|quote| self.eat(*quote)) else { return self.word(&[',']) };
        let mut value = String::new();
        while let Some((_, next)) = self.chars.next_if(|(_, next)| *next != quote) {
            value.push(next);
        }
        if self.eat(quote) { value } else { String::new() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Change, &'static str> {
        Change::parse(text, &"--change".into(), 1).map_err(|problem| problem.message.id)
    }

    fn decimal(text: &str) -> Decimal {
        crate::units::money::parse(text).unwrap()
    }

    #[test]
    fn reads_the_grammar_of_the_design() {
        let change = parse("delivery +0.10").unwrap();
        assert_eq!((&*change.rule, change.operation), ("delivery", Operation::Add(decimal("0.10"))));
        let change = parse("delivery@area=鄣吴,company=甲 =0.95").unwrap();
        assert_eq!(change.operation, Operation::Set(decimal("0.95")));
        assert_eq!(change.scope.values["area"], ["鄣吴".into()]);
        assert_eq!(change.scope.values["company"], ["甲".into()]);
        for text in [r#"delivery@area="a b" -0.05"#, "delivery@area='a b' -0.05"] {
            let change = parse(text).unwrap();
            assert_eq!(change.scope.values["area"], ["a b".into()]);
            assert_eq!(change.operation, Operation::Add(decimal("-0.05")));
        }
        assert_eq!(parse("delivery.max =1.20").unwrap().field, Field::Max);
        assert_eq!(parse("minimum-wage =2490").unwrap().operation, Operation::Set(decimal("2490")));
        assert_eq!(parse("delivery +5%").unwrap().operation.apply(decimal("0.80")), decimal("0.84"));
        assert_eq!(parse("delivery-fee -5%").unwrap().operation.apply(decimal("0.80")), decimal("0.76"));
        assert_eq!(parse("delivery*1.05").unwrap().operation.apply(decimal("0.80")), decimal("0.84"));
        assert_eq!(parse("skill.junior =60").unwrap().field, Field::Entry("junior".into()));
    }

    #[test]
    fn says_what_is_wrong() {
        for (text, id) in [
            ("", "change-form"),
            ("delivery", "change-form"),
            ("delivery 0.10", "change-form"),
            ("+0.10", "change-form"),
            ("delivery +ten", "change-amount"),
            ("delivery +-1", "change-amount"),
            ("delivery =5%", "change-set-percent"),
            ("delivery@area +1", "change-filter"),
            ("delivery@area=\"a +1", "change-filter"),
            ("delivery@area='a\" +1", "change-filter"),
            ("delivery@=x +1", "change-filter"),
        ] {
            assert_eq!(parse(text).unwrap_err(), id, "{text}");
        }
    }
}
