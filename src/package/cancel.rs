//! The body of `cancel_icp_filing` (`wechat-api.md` section 2): what ends, and why. It takes no pictures.

use serde::Serialize;

use super::PackageError;
use crate::filing::deregistration::Scope;
use crate::filing::{Deregistration, FieldId};

/// The request of a deregistration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Cancel {
    cancel_type: u32,
    reason_type: u32,
}

/// The request body of a deregistration.
///
/// # Errors
/// When scope or reason is missing, which the rules should have found.
pub fn body(filing: &Deregistration) -> Result<Cancel, PackageError> {
    let missing = |field| move || PackageError::Unfit { field };
    let scope = Scope::of(filing.draft()).ok_or_else(missing(FieldId::DeregistrationScope))?;
    let reason = filing.draft().code(FieldId::DeregistrationReason).ok_or_else(missing(FieldId::DeregistrationReason))?;
    Ok(Cancel { cancel_type: scope.cancel_type(), reason_type: reason })
}
