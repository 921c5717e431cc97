//! The files of the Dutch pack. A test compares this list with the folder.

macro_rules! files {
    ($($name:literal),+ $(,)?) => {
        /// Name and text of each file.
        pub(crate) const FILES: &[(&str, &str)] = &[$(($name, include_str!(concat!("../../packs/nl/", $name)))),+];
    };
}

files! {
    "pack.toml",
}
