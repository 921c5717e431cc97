//! The law pack, parsed once and shared.

use std::sync::Arc;

use crate::failure::Failure;

/// A parsed pack.
#[derive(uniffi::Object)]
pub(crate) struct PackHandle {
    pub(crate) core: afweging::Pack,
}

#[uniffi::export]
impl PackHandle {
    /// The Dutch pack that comes with this version.
    #[uniffi::constructor]
    fn nl() -> Result<Arc<Self>, Failure> {
        Ok(Arc::new(Self { core: afweging::Pack::nl()? }))
    }

    /// The name of the pack.
    fn id(&self) -> String {
        self.core.id().to_owned()
    }

    /// SHA-256 over its content.
    fn hash(&self) -> String {
        self.core.hash().to_owned()
    }
}
