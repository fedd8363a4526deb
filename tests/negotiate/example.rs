//! The example month, laid on a table.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use wagepact::agreement::proposal::Proposal;
use wagepact::agreement::stack::stack;
use wagepact::agreement::{Agreement, library};
use wagepact::cost::people::{Group, people};
use wagepact::cost::split::{Share, split};
use wagepact::cost::{Annual, Baseline, By, Cost, CoveredLog, Question, cost};
use wagepact::deliveries;
use wagepact::deliveries::{ReadOptions, Request, Tally};
use wagepact::negotiate::Session;
use wagepact::report::Language;
use wagepact::tables::table::TableOptions;
use wagepact::workforce::{Attendance, Protected, Roster, Workforce};

/// The inputs of the example.
pub(crate) struct Month {
    pub(crate) agreement: Agreement,
    pub(crate) tally: Tally,
    pub(crate) workforce: Workforce,
}

fn file(name: &str) -> PathBuf {
    Path::new("examples/anji-month").join(name)
}

impl Month {
    /// With the rates of the companies; with all that the example knows where `whole`.
    pub(crate) fn read(agreements: &[&str], whole: bool) -> Self {
        let loaded = agreements.iter().map(|name| library::load(name).unwrap()).collect();
        let read = deliveries::read(Request {
            paths: &[file("deliveries.csv")],
            options: ReadOptions::default(),
            rejects: None,
            threads: None,
            block: None,
            progress: &|_| {},
        });
        let mut workforce = Workforce::default();
        workforce.rates.read(&file("rates.csv"), TableOptions::default(), None).unwrap();
        if whole {
            workforce.roster = Some(Arc::new(Roster::read(&file("roster.csv"), TableOptions::default()).unwrap()));
            workforce.protected =
                Arc::new(Protected::read(&file("protected.csv"), TableOptions::default(), None).unwrap());
            workforce.attendance =
                Some(Arc::new(Attendance::read(&file("attendance.csv"), TableOptions::default(), None).unwrap()));
        }
        Self { agreement: stack(loaded).unwrap(), tally: read.unwrap().tally, workforce }
    }

    pub(crate) fn session(&self, language: Language) -> Session {
        self.session_of(Annual::default(), language)
    }

    pub(crate) fn session_of(&self, annual: Annual, language: Language) -> Session {
        self.with_proposals(annual, language, &[])
    }

    pub(crate) fn with_proposals(
        &self,
        annual: Annual,
        language: Language,
        proposals: &[(String, Proposal)],
    ) -> Session {
        let Self { agreement, tally, workforce } = self;
        Session::open(agreement.clone(), tally, workforce.clone(), annual, language, proposals).unwrap()
    }

    /// What `compare --show clauses --by total` and `--show people` answer, on the whole log.
    pub(crate) fn details(&self, proposal: &Proposal) -> (Vec<Share>, Vec<Group>) {
        let Self { agreement, tally, workforce } = self;
        let tally = &CoveredLog::new(tally.clone(), agreement, workforce);
        let question = Question { agreement, tally, workforce, annual: &Annual::default(), by: By::Total };
        let baseline = Baseline::new(&question).unwrap();
        let (_, after) = cost(&baseline, &question, proposal).unwrap();
        (split(&baseline, &question, proposal).unwrap().0, people(&question, &baseline.runs, &after).0)
    }

    /// What `wagepact cost` answers, on the whole log.
    pub(crate) fn cost(&self, proposal: &Proposal) -> Cost {
        let Self { agreement, tally, workforce } = self;
        let tally = &CoveredLog::new(tally.clone(), agreement, workforce);
        let question = Question { agreement, tally, workforce, annual: &Annual::default(), by: By::Company };
        cost(&Baseline::new(&question).unwrap(), &question, proposal).unwrap().0
    }
}
