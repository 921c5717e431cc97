//! The checkout that a task works on: its root, its target folder, and commands that start in it.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::process::capture;

pub struct Checkout {
    pub root: PathBuf,
    /// Where cargo builds: `target`, or what the environment says instead.
    pub target: PathBuf,
}

impl Checkout {
    pub fn open() -> Result<Self, String> {
        // Asked at run time: a path compiled in would be wrong for a second worktree that shares the target folder.
        let manifest =
            std::env::var_os("CARGO_MANIFEST_DIR").ok_or("start it as `cargo xtask`, inside the checkout")?;
        let root = Path::new(&manifest).parent().ok_or("no folder above xtask")?.to_path_buf();
        let mut checkout = Self { target: root.join("target"), root };
        let metadata = checkout.metadata(&["--no-deps"])?;
        if let Some(target) = metadata.get("target_directory").and_then(Value::as_str) {
            checkout.target = PathBuf::from(target);
        }
        Ok(checkout)
    }

    /// What cargo knows about the workspace and, without `--no-deps`, about every dependency on every platform.
    pub fn metadata(&self, extra: &[&str]) -> Result<Value, String> {
        let mut command = self.cargo(["metadata", "--format-version", "1", "--locked"]);
        command.args(extra);
        let text = capture(command)?;
        serde_json::from_str(&text).map_err(|error| format!("cargo metadata: {error}"))
    }

    /// A command that runs in the root, asks nobody anything, and writes a log without colours.
    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command
            .current_dir(&self.root)
            .stdin(std::process::Stdio::null())
            .env("CARGO_TERM_COLOR", "never")
            .env("CARGO_TERM_PROGRESS_WHEN", "never")
            .env("NO_COLOR", "1")
            .env("PY_COLORS", "0")
            .env("PIP_NO_INPUT", "1")
            .env("PIP_DISABLE_PIP_VERSION_CHECK", "1");
        // Set by `cargo run` for this process; they make a child cargo believe that it builds xtask.
        for (name, _) in std::env::vars_os() {
            let shown = name.to_string_lossy();
            if shown.starts_with("CARGO_PKG_") || shown.starts_with("CARGO_MANIFEST_") {
                command.env_remove(&name);
            }
        }
        command
    }

    pub fn cargo<const N: usize>(&self, arguments: [&str; N]) -> Command {
        let mut command = self.command("cargo");
        command.args(arguments);
        command
    }
}
