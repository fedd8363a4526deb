//! A file with its changes in it. Nothing of the text is taken out: what is added makes every change a choice.

use crate::sites::{Kind, Site};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// A file to be changed: its text, its places, and the number of the first change at each.
pub struct Source {
    pub file: String,
    pub text: String,
    pub sites: Vec<(Site, u32)>,
}

/// Where in the text that was written a change is, and where the place that it changes.
pub struct Written {
    pub number: u32,
    pub own: Range<usize>,
    pub around: Range<usize>,
}

/// A piece to be added to the text: each part with the change that it is of.
type Piece = Vec<(Option<u32>, String)>;

/// What is added before a byte, in this order.
#[derive(Default)]
struct Added {
    /// The ends of places, the innermost first.
    closing: Vec<(usize, Piece)>,
    /// What surrounds an operator.
    operator: Vec<(usize, Piece)>,
    /// The beginnings of places, the outermost first.
    opening: Vec<(usize, Piece)>,
}

impl Source {
    /// The text without the changes that do not build, and where each of the others is.
    pub fn rewritten(&self, dropped: &BTreeSet<u32>) -> (String, Vec<Written>) {
        let mut added: BTreeMap<usize, Added> = BTreeMap::new();
        for (place, (site, first)) in self.sites.iter().enumerate() {
            let kept: Vec<(u32, &str)> = (*first..)
                .zip(&site.changes)
                .filter(|(number, _)| !dropped.contains(number))
                .map(|(number, (rust, _))| (number, rust.as_str()))
                .collect();
            if !kept.is_empty() {
                self.add(place, site, &kept, &mut added);
            }
        }
        self.put_together(added)
    }

    fn add(&self, place: usize, site: &Site, kept: &[(u32, &str)], added: &mut BTreeMap<usize, Added>) {
        let plain = |text: &str| vec![(None, text.to_string())];
        let of = |at: &Range<usize>| &self.text[at.clone()];
        let first = kept[0].0;
        let (opening, operator, closing) = match &site.kind {
            Kind::Expression => {
                let choice = |(number, rust)| format!("if crate::mutants::on({number}) {{ {rust} }} else ");
                let choices = kept.iter().map(|kept| (Some(kept.0), choice(*kept)));
                let opening = plain("(").into_iter().chain(choices).chain(plain("{")).collect();
                (opening, None, plain("})"))
            }
            Kind::Body => {
                let leave = |(number, rust)| format!(" if crate::mutants::on({number}) {{ return {rust}; }}");
                (kept.iter().map(|kept| (Some(kept.0), leave(*kept))).collect(), None, Vec::new())
            }
            Kind::Arm => (vec![(Some(first), format!(" if !crate::mutants::on({first})"))], None, Vec::new()),
            Kind::Guard => {
                let choices = kept.iter().map(|(number, rust)| (Some(*number), format!("({number}, {rust}), ")));
                let closing = plain(", &[").into_iter().chain(choices).chain(plain("])")).collect();
                (plain("crate::mutants::pick("), None, closing)
            }
            Kind::Comparison(at) => {
                let is = plain(&format!(")) {{ (__l, __r) => crate::mutants::pick(__l {} __r, &[", of(at)));
                let choices =
                    kept.iter().map(|(number, rust)| (Some(*number), format!("({number}, __l {rust} __r), ")));
                let closing = is.into_iter().chain(choices).chain(plain("]) })")).collect();
                (plain("(match (&("), Some((at, "), &(")), closing)
            }
            Kind::Both(at) | Kind::Either(at) => {
                let name = if matches!(site.kind, Kind::Both(_)) { "both" } else { "either" };
                let opening = plain(&format!("({{ let __go = crate::mutants::{name}({first}, "));
                let closing = format!(" }} else {{ __go.1 }}; crate::mutants::was_{name}({first}, __is) }})");
                (opening, Some((at, "); let __is = if __go.0 {")), plain(&closing))
            }
        };
        if let Some((at, between)) = operator {
            added.entry(at.start).or_default().operator.push((place, plain(&format!("{between} /* "))));
            added.entry(at.end).or_default().operator.push((place, plain("*/ ")));
        }
        added.entry(site.at.start).or_default().opening.push((place, opening));
        added.entry(site.at.end).or_default().closing.insert(0, (place, closing));
    }

    fn put_together(&self, added: BTreeMap<usize, Added>) -> (String, Vec<Written>) {
        let mut text = String::new();
        let mut own: Vec<(usize, u32, Range<usize>)> = Vec::new();
        let mut around: BTreeMap<usize, Range<usize>> = BTreeMap::new();
        let mut from = 0;
        for (byte, added) in added {
            text.push_str(&self.text[from..byte]);
            from = byte;
            for (place, piece) in added.closing.into_iter().chain(added.operator).chain(added.opening) {
                let start = text.len();
                for (number, part) in piece {
                    let start = text.len();
                    text.push_str(&part);
                    own.extend(number.map(|number| (place, number, start..text.len())));
                }
                let end = text.len();
                around.entry(place).and_modify(|range| range.end = end).or_insert(start..end);
            }
        }
        text.push_str(&self.text[from..]);
        let mut written: Vec<Written> = own
            .into_iter()
            .map(|(place, number, own)| Written { number, own, around: around[&place].clone() })
            .collect();
        // A change of `&&` has no text of its own.
        for (place, around) in around {
            let (site, number) = &self.sites[place];
            if matches!(site.kind, Kind::Both(_) | Kind::Either(_)) {
                written.push(Written { number: *number, own: around.start..around.start, around });
            }
        }
        (text, written)
    }
}
