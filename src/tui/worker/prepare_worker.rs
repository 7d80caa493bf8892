//! The thread that prepares pictures. It takes seconds for a large one, so neither saving nor looking waits for it.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use super::mailbox::{Job, Policy, Work};
use crate::drafts::copies::{self, Done, Place};
use crate::tui::effect::{Message, PrepareRequest};

/// Lets copies be written until the program ends: leaving does not wait for a picture, and cuts no writing short.
#[derive(Debug, Clone, Default)]
pub(super) struct Gate(Arc<Mutex<bool>>);

impl Gate {
    /// From now on nothing is begun. Waits for what is being written.
    pub fn close(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = true;
    }

    /// Does the writing unless the gate is closed, and holds it open meanwhile.
    fn pass<T>(&self, write: impl FnOnce(bool) -> T) -> T {
        let closed = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        write(!*closed)
    }
}

/// Prepares pictures.
pub(super) struct PrepareWorker {
    pub home: Option<PathBuf>,
    pub gate: Gate,
}

impl Work for PrepareWorker {
    type Request = PrepareRequest;
    type Reply = Message;
    const POLICY: Policy = Policy::Fifo;

    fn work(&mut self, job: &Job<PrepareRequest>) -> Vec<Message> {
        let PrepareRequest { folder, requests } = &job.request;
        let place = Place { folder, home: self.home.as_deref() };
        let done: Vec<Done> = requests
            .iter()
            .map(|request| copies::make(request, place))
            .map(|ready| self.gate.pass(|open| copies::store(ready, place, open)))
            .collect();
        vec![Message::Prepared(done)]
    }

    fn failed(_: &Job<PrepareRequest>) -> Message {
        // Nothing is known of any file; the draft stays as it is.
        Message::Prepared(Vec::new())
    }
}
