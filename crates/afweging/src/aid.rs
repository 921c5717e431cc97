//! Reading texts for the aids: which texts give reasons, whether they speak in general where this case is meant, and whether
//! they stand word for word elsewhere.
//!
//! Nothing here understands a text. Words are compared with lists that stand in [`words`] as data, and rows of words with rows
//! of words: the same text gives the same answer, on every machine, and anybody can look up why.

mod fold;
mod general;
mod reuse;
mod texts;
mod words;

pub(crate) use general::{general_words, never_good_enough};
pub use reuse::ReasonIndex;
pub(crate) use reuse::plan_words;
pub(crate) use texts::{Pseudonyms, Text, field_name, plan_of, texts_of};
