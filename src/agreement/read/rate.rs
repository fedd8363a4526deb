//! Rates: by what unit they pay, and over how long units are counted.

use std::ops::Range;

use toml::de::DeTable;

use crate::agreement::counting::{Bonus, CountedBy, Counting};
use crate::agreement::dated::Dated;
use crate::agreement::figure::Figure;
use crate::agreement::kinds::{Per, Rate};
use crate::agreement::read::Reader;
use crate::agreement::read::kind::{flag, word};
use crate::agreement::value;
use crate::diagnostics::Message;

impl Reader<'_> {
    pub(super) fn rate(
        &mut self,
        figures: Option<&Dated<Figure>>,
        span: Range<usize>,
        table: &DeTable<'_>,
    ) -> Option<Rate> {
        let name = word(table, "per");
        let measure = name.as_ref().and_then(|name| self.measure_named(name));
        let by_measure = measure.is_some().then_some(Per::Measure);
        let per = by_measure.or_else(|| name.and_then(|name| Per::named(&name)));
        let tiered = figures.is_some_and(|figures| figures.values.iter().any(|dated| !dated.value.steps().is_empty()));
        if let (true, Some(per), Some(node)) = (tiered, per, value::get(table, "tiers"))
            && per != Per::Parcel
        {
            self.wrong(node.span(), Message::new("agreement-tiers-need-parcels").with("per", per.name()));
        }
        let bonus = self.bonus(per, table);
        let counting = self.counting(per, bonus.is_some(), span, table)?;
        let counts_towards_floor = flag(table, "counts_towards_floor", true)?;
        let (prorate, adds) = (flag(table, "prorate", true)?, flag(table, "adds", false)?);
        let at_least = flag(table, "at_least", false)?;
        let provided = self.provisos(table);
        Some(Rate { per: per?, counts_towards_floor, prorate, measure, adds, at_least, counting, provided, bonus })
    }

    /// Over how long parcels are counted.
    fn counting(
        &mut self,
        per: Option<Per>,
        is_bonus: bool,
        span: Range<usize>,
        table: &DeTable<'_>,
    ) -> Option<Counting> {
        let by = word(table, "counted_by").map_or(Some(CountedBy::default()), |name| CountedBy::named(&name))?;
        let whole = flag(table, "whole", false)?;
        let counts = is_bonus || per == Some(Per::Parcel);
        for key in ["counted_by", "whole"] {
            let senseless = !counts || is_bonus && key == "whole";
            if let (true, Some(span)) = (senseless, value::key_span(table, key)) {
                self.wrong(span, Message::new("agreement-counted-nothing").with("key", key));
            }
        }
        // What January earns would hang on what is delivered until December.
        if whole && by == CountedBy::Year {
            self.wrong(value::key_span(table, "whole").unwrap_or(span), Message::new("agreement-whole-by-year"));
        }
        Some(Counting { by, whole })
    }

    /// A bonus for each full number of units.
    fn bonus(&mut self, per: Option<Per>, table: &DeTable<'_>) -> Option<Bonus> {
        let Some(each) = value::get(table, "each") else {
            if let Some(span) = value::key_span(table, "at_most") {
                self.wrong(span, Message::new("agreement-at-most-needs-each"));
            }
            return None;
        };
        if per != Some(Per::Parcel) || !table.contains_key("amount") {
            self.wrong(each.span(), Message::new("agreement-each-needs-parcels"));
        }
        let at_most = value::get(table, "at_most").and_then(value::number);
        Some(Bonus { each: value::whole(each)?, at_most })
    }
}
