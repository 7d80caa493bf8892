//! The tables made from the four small catalogues.

use super::approval::PriorApproval;
use super::certificate::CertificateKind;
use super::nature::Nature;
use super::service::{ServiceContent, ServiceWords};
use crate::text::Text;

include!(concat!(env!("OUT_DIR"), "/lists.rs"));
