//! The tables made from the four small catalogues.

use super::Name;
use super::approval::PriorApproval;
use super::certificate::CertificateKind;
use super::nature::Nature;
use super::service::ServiceContent;

include!(concat!(env!("OUT_DIR"), "/lists.rs"));
