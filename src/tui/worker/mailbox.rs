//! What every worker has: a queue of its own requests, a thread, and the loop on it.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::thread::{self, JoinHandle};

use crate::filing::event::Moment;
use crate::locale::Lang;
use crate::tui::effect::{Answer, Message, Ticket};
use crate::tui::event::{Event, EventSender};

/// What becomes of requests that wait while another one is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Policy {
    /// Each is answered, in order.
    Fifo,
    /// Only the latest is: the others are of no use any more.
    Latest,
}

/// A request on its way to a worker.
#[derive(Debug)]
pub(super) struct Job<Request> {
    /// Whom it is for; the answers bear it, too.
    pub ticket: Ticket,
    /// The language of what is said about it.
    pub lang: Lang,
    /// When it was made.
    pub now: Moment,
    /// What is to be done.
    pub request: Request,
}

/// Something that answers requests of one type.
pub(super) trait Work: Send + 'static {
    /// What it can be asked for.
    type Request: Send + 'static;
    /// What it answers.
    type Reply: Into<Message>;
    /// What becomes of requests that wait.
    const POLICY: Policy;

    /// Does what is asked; most requests have one answer.
    fn work(&mut self, job: &Job<Self::Request>) -> Vec<Self::Reply>;

    /// What is said where doing so has panicked.
    fn failed(job: &Job<Self::Request>) -> Self::Reply;
}

/// Where requests to a worker are put. Its thread begins with the first of them: a session needs few of the workers.
pub(super) struct Mailbox<W: Work> {
    /// The worker, until it has a thread.
    idle: Mutex<Option<(W, EventSender)>>,
    running: OnceLock<Running<W>>,
}

struct Running<W: Work> {
    jobs: Sender<Job<W::Request>>,
    thread: JoinHandle<W>,
}

/// A worker that takes no more requests.
pub(super) enum Closed<W> {
    /// It was never asked for anything.
    Idle(W),
    /// It does what it was asked for.
    Busy(JoinHandle<W>),
}

impl<W> Closed<W> {
    /// Waits until everything is done; nothing where the worker's thread has failed.
    pub fn join(self) -> Option<W> {
        match self {
            Self::Idle(worker) => Some(worker),
            Self::Busy(thread) => thread.join().ok(),
        }
    }
}

impl<W: Work> Mailbox<W> {
    /// A mailbox for a worker; what it answers goes to `events`.
    pub fn new(worker: W, events: EventSender) -> Self {
        Self { idle: Mutex::new(Some((worker, events))), running: OnceLock::new() }
    }

    /// Hands a request over.
    pub fn send(&self, job: Job<W::Request>) {
        if self.running.get().is_none()
            && let Some((worker, events)) = self.idle.lock().unwrap_or_else(PoisonError::into_inner).take()
        {
            let (jobs, waiting) = mpsc::channel();
            let thread = thread::spawn(move || serve(worker, &waiting, &events));
            let _ = self.running.set(Running { jobs, thread });
        }
        // A thread that is gone has reported why; there is nobody else to tell.
        let _ = self.running.get().map(|running| running.jobs.send(job));
    }

    /// Answers a request at once and here, as long as the worker has no thread; else hands it over.
    pub fn answer(&self, job: Job<W::Request>) {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        match idle.as_mut() {
            Some((worker, events)) => drop(answer(worker, &job, events)),
            None => {
                drop(idle);
                self.send(job);
            }
        }
    }

    /// Takes no more requests; nothing where there never was a worker.
    pub fn close(self) -> Option<Closed<W>> {
        let idle = self.idle.into_inner().unwrap_or_else(PoisonError::into_inner);
        let busy = self.running.into_inner().map(|running| Closed::Busy(running.thread));
        busy.or_else(|| idle.map(|(worker, _)| Closed::Idle(worker)))
    }
}

/// Answers until nobody asks any more or nobody listens; gives the worker back.
pub(super) fn serve<W: Work>(mut worker: W, jobs: &Receiver<Job<W::Request>>, events: &EventSender) -> W {
    while let Ok(first) = jobs.recv() {
        let job = match W::POLICY {
            Policy::Fifo => first,
            Policy::Latest => jobs.try_iter().last().unwrap_or(first),
        };
        if answer(&mut worker, &job, events).is_err() {
            break;
        }
    }
    worker
}

/// Does what is asked and sends the answers; an error where nobody listens.
fn answer<W: Work>(worker: &mut W, job: &Job<W::Request>, events: &EventSender) -> Result<(), ()> {
    let replies = catch_unwind(AssertUnwindSafe(|| worker.work(job))).unwrap_or_else(|_| vec![W::failed(job)]);
    for reply in replies {
        let answer = Answer { ticket: job.ticket.clone(), message: reply.into() };
        events.send(Event::Done(Box::new(answer))).map_err(drop)?;
    }
    Ok(())
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::tui::effect::Both;

    /// A job that nobody else is interested in.
    pub fn job<Request>(request: Request) -> Job<Request> {
        let now = chrono::DateTime::parse_from_rfc3339("2026-11-23T10:42:33+08:00").unwrap();
        Job { ticket: Ticket::default(), lang: Lang::Zh, now, request }
    }

    /// The answers of a worker to these requests, which all wait when it begins.
    pub fn answers<W: Work>(worker: W, requests: impl IntoIterator<Item = W::Request>) -> Vec<Message> {
        let (jobs, waiting) = mpsc::channel();
        requests.into_iter().for_each(|request| jobs.send(job(request)).unwrap());
        drop(jobs);
        let (events, answered) = mpsc::channel();
        serve(worker, &waiting, &events.into());
        answered.iter().map(|event| if let Event::Done(answer) = event { answer.message } else { panic!("{event:?}") }).collect()
    }

    fn said(text: impl ToString) -> Both {
        Both::of(|_| (text.to_string(), String::new()))
    }

    struct Echo<const LATEST: bool>;

    impl<const LATEST: bool> Work for Echo<LATEST> {
        type Request = u32;
        type Reply = Message;
        const POLICY: Policy = if LATEST { Policy::Latest } else { Policy::Fifo };

        fn work(&mut self, job: &Job<u32>) -> Vec<Message> {
            assert!(job.request != 13, "a bad number");
            if job.request == 7 { Vec::new() } else { vec![Message::Failed(said(job.request))] }
        }

        fn failed(job: &Job<u32>) -> Message {
            Message::Failed(said(format!("no {}", job.request)))
        }
    }

    fn texts(messages: Vec<Message>) -> Vec<String> {
        let text =
            |message| if let Message::Failed(said) = message { said.in_lang(Lang::Zh).message.clone() } else { String::new() };
        messages.into_iter().map(text).collect()
    }

    #[test]
    fn each_request_is_answered_in_order_or_only_the_latest() {
        assert_eq!(texts(answers(Echo::<false>, [1, 7, 2, 3])), ["1", "2", "3"]);
        assert_eq!(texts(answers(Echo::<true>, [1, 2, 3])), ["3"]);
        assert!(answers(Echo::<true>, [1, 2, 7]).is_empty());
    }

    #[test]
    fn a_worker_begins_with_its_first_request_and_ends_when_all_are_answered() {
        let (events, answered) = mpsc::channel();
        let mailbox = Mailbox::new(Echo::<false>, EventSender::from(events.clone()));
        assert!(matches!(mailbox.close(), Some(Closed::Idle(_))));
        let mailbox = Mailbox::new(Echo::<false>, EventSender::from(events));
        [1, 2].into_iter().for_each(|request| mailbox.send(job(request)));
        assert!(mailbox.close().and_then(Closed::join).is_some());
        assert_eq!(answered.iter().count(), 2);
    }

    #[test]
    fn a_panic_is_answered_and_the_next_request_as_well() {
        assert_eq!(texts(answers(Echo::<false>, [1, 13, 2])), ["1", "no 13", "2"]);
    }
}
