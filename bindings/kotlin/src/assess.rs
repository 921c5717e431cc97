//! `assess`: a dossier, a pack and a date in, canonical JSON out.

use chrono::NaiveDate;

use crate::dossier::DossierHandle;
use crate::failure::Failure;
use crate::pack::PackHandle;

/// The assessment as canonical JSON; one call for the whole of it, since each call costs tens of microseconds.
#[uniffi::export]
fn assess_to_json(dossier: &DossierHandle, pack: &PackHandle, at: NaiveDate) -> Result<String, Failure> {
    Ok(afweging::assess(&dossier.snapshot(), &pack.core, at).to_json())
}
