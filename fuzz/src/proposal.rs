//! A proposal file: it is refused with what is wrong in it, or its changes can be tried on an agreement and what they cost reckoned.

use wagepact::agreement::library;
use wagepact::agreement::proposal::Proposal;

use super::desk::{Desk, told};

pub fn holds(bytes: &[u8]) {
    let (desk, path) = Desk::with("proposal.toml", bytes);
    let proposal = match Proposal::load(&path) {
        Ok(proposal) => proposal,
        Err(problems) => return told(&problems),
    };
    let anji = library::load("anji-courier").unwrap();
    let proposed = proposal.naming(&anji).and_then(|proposal| anji.with_changes(&proposal.changes));
    if let Err(problems) = proposed {
        return told(&problems);
    }
    desk.write("log.csv", "date,courier,company,area,parcels\n2022-02-28,K1,East,A,3000\n2022-05-01,K2,West,B,7\n");
    let _ = desk.ask("wagepact cost @log.csv -a anji-courier --rate delivery=0.8 --proposal @proposal.toml --by area");
}
