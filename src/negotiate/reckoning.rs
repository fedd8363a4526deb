//! The figures of the table worked out in a thread of their own, so that no key waits for them.

use std::sync::Arc;
use std::thread;
use std::time::Duration;

use crossbeam_channel::{Receiver, RecvTimeoutError, Sender, bounded};

use crate::negotiate::costs_panel::Plan;
use crate::negotiate::reckoner::{Found, Piece, Task};
use crate::negotiate::room::Room;
use crate::negotiate::session::Session;

/// The thread. It is asked for one piece at a time, so that a state which the keys have left meanwhile is never begun.
#[derive(Debug)]
pub struct Reckoning {
    asked: Sender<Task>,
    answers: Receiver<(Task, Found)>,
    is_busy: bool,
}

impl Reckoning {
    /// Begins with nothing to do.
    #[must_use]
    pub fn of(session: &Session) -> Self {
        let (asked, tasks) = bounded::<Task>(1);
        let (found, answers) = bounded(1);
        let reckoner = Arc::clone(&session.reckoner);
        thread::spawn(move || {
            for task in tasks {
                let worked_out = reckoner.work(&task);
                // Nobody waits any more where the table was left.
                let _ = found.send((task, worked_out));
            }
        });
        Self { asked, answers, is_busy: false }
    }

    /// Whether something is being worked out.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        self.is_busy
    }

    /// Asks for what a window of that size needs most, unless something is being worked out.
    pub fn ask(&mut self, session: &Session, size: (u16, u16)) {
        if !self.is_busy
            && let Some(task) = wanted(session, size)
        {
            self.is_busy = self.asked.send(task).is_ok();
        }
    }

    /// Waits so long for what was asked for, and hands it to the table; whether there is something new to be seen.
    ///
    /// # Panics
    /// When the thread did.
    pub fn take(&mut self, session: &mut Session, patience: Duration) -> bool {
        if !self.is_busy {
            return false;
        }
        match self.answers.recv_timeout(patience) {
            Ok((task, found)) => {
                self.is_busy = false;
                session.take(&task, found)
            }
            Err(RecvTimeoutError::Timeout) => false,
            Err(RecvTimeoutError::Disconnected) => panic!("what the table comes to cannot be worked out"),
        }
    }
}

/// Works out here and now one more piece of what a window of that size shows; whether there was one.
pub fn work_on(session: &mut Session, size: (u16, u16)) -> bool {
    let task = wanted(session, size);
    if let Some(task) = &task {
        session.work(task);
    }
    task.is_some()
}

/// What a window of that size needs next: what the proposals come to before anything that is shown beside it.
fn wanted(session: &Session, size: (u16, u16)) -> Option<Task> {
    let active = session.table().side;
    if let Some(side) = [active, 1 - active].into_iter().find(|side| session.is_open(*side)) {
        return Some(session.task(Piece::Outcome, side));
    }
    let room = Room::of(size)?;
    let plan = Plan::of(session, room);
    let task = |side: usize| {
        session.outcome(side).ok()?;
        let detail = session.detail(side);
        let lacks_tenths = plan.tenths && detail.is_none_or(|detail| detail.tenths.is_none());
        let lacks_clauses = plan.clauses && detail.is_none_or(|detail| detail.clauses.is_none());
        let piece = if lacks_tenths { Some(Piece::Tenths) } else { lacks_clauses.then_some(Piece::Clauses) };
        piece.map(|piece| session.task(piece, side))
    };
    room.sides(active).into_iter().find_map(task)
}
