//! The rows of what is worked out while no key is pressed: what each change costs, and the mean pay of each tenth.

use crate::negotiate::bars::{BarRow, Stretch};
use crate::negotiate::cells::PLAIN;
use crate::negotiate::detail::{Detail, Tenth};
use crate::negotiate::labels::{part, plain, signed, title};
use crate::negotiate::room::Room;
use crate::negotiate::session::Session;
use crate::report::Catalogue;
use crate::units::{Decimal, Yuan};

/// What stands where something is still being worked out.
const OPEN: &str = "…";

/// The terms that have moved in one of the proposals shown.
pub(crate) fn moved(session: &Session, sides: &[usize]) -> Vec<usize> {
    let laid = sides.iter().flat_map(|side| &session.table().draft(*side).laid);
    let mut terms: Vec<usize> = laid.map(|laid| laid.term).collect();
    terms.sort_unstable();
    terms.dedup();
    terms
}

/// What each change costs in a year.
pub(crate) fn clauses(session: &Session, words: &Catalogue, room: Room) -> Vec<BarRow> {
    let table = session.table();
    let sides = room.sides(table.side);
    let refused = sides.iter().find_map(|side| session.detail(*side)?.refusal());
    let name = refused.map_or_else(|| plain(words, "negotiate-clauses"), |message| words.say(message));
    let empty = || Stretch { amounts: Err(String::new()), change: String::new() };
    let mut rows = vec![BarRow::heading(name, sides.iter().map(|_| (String::new(), String::new())).collect())];
    for term in moved(session, &sides) {
        let of = &table.terms()[term];
        let stretch = |side: &usize| {
            let Some(place) = table.draft(*side).laid.iter().position(|laid| laid.term == term) else { return empty() };
            let share = session.detail(*side).and_then(Detail::shares).and_then(|shares| shares.get(place));
            share.map_or_else(open, |share| of_share(share.total_change.0))
        };
        let name = part(of, words).unwrap_or_else(|| title(of, words));
        rows.push(BarRow { name, sides: sides.iter().map(stretch).collect(), style: PLAIN });
    }
    rows
}

fn open() -> Stretch {
    Stretch { amounts: Err(String::new()), change: OPEN.to_string() }
}

/// A share as a bar that comes to nothing, or that goes from it.
fn of_share(share: Decimal) -> Stretch {
    let yuan = u128::try_from(share.abs()).unwrap_or(0);
    let amounts = if share < Decimal::ZERO { (yuan, 0) } else { (0, yuan) };
    Stretch { amounts: Ok(amounts), change: signed(share) }
}

/// The mean pay of a month of each tenth of the couriers.
pub(crate) fn tenths(session: &Session, words: &Catalogue, room: Room) -> Vec<BarRow> {
    let sides = room.sides(session.table().side);
    let heading = || (plain(words, "negotiate-tenths-pay"), plain(words, "negotiate-change"));
    let heading = sides.iter().map(|_| heading()).collect();
    let mut rows = vec![BarRow::heading(plain(words, "negotiate-tenths"), heading)];
    let known: Vec<_> =
        sides.iter().map(|side| session.detail(*side).and_then(|detail| detail.tenths.as_deref())).collect();
    let names = known.iter().flatten().next().map_or(&[][..], |tenths| tenths);
    // Of few couriers there are no figures, as the mean would tell what one of them is paid.
    if !names.is_empty() && names.iter().all(|tenth| tenth.pay.is_none()) {
        return Vec::new();
    }
    for (index, tenth) in names.iter().enumerate() {
        let stretch = |tenths: Option<&[Tenth]>| {
            let Some(tenths) = tenths else { return open() };
            tenths[index].pay.map_or_else(open, |(before, after)| of_pay(before, after))
        };
        rows.push(BarRow {
            name: words.word(tenth.name),
            sides: known.iter().copied().map(stretch).collect(),
            style: PLAIN,
        });
    }
    rows
}

fn of_pay(before: Yuan, after: Yuan) -> Stretch {
    let fen = |pay: Yuan| u128::try_from(pay.0).unwrap_or(0);
    Stretch { amounts: Ok((fen(before), fen(after))), change: signed(after.0 - before.0) }
}
