//! Running other programs.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

/// Runs a command, echoes what it prints as it prints it, and gives the lines back.
///
/// Both streams go through one pipe, so that `Running tests/x.rs` stays above the result that it belongs to.
pub fn run(mut command: Command) -> Result<Vec<String>, String> {
    let shown = shown(&command);
    println!("$ {shown}");
    let (reader, writer) = std::io::pipe().map_err(|error| format!("no pipe: {error}"))?;
    let second = writer.try_clone().map_err(|error| format!("no pipe: {error}"))?;
    command.stdout(writer).stderr(second);
    let mut child = command.spawn().map_err(|error| format!("`{shown}`: {error}"))?;
    // It holds the writing ends; while it lives the reader below would never see the end.
    drop(command);

    let mut lines = Vec::new();
    let mut bytes = Vec::new();
    let mut reader = BufReader::new(reader);
    while reader.read_until(b'\n', &mut bytes).map_err(|error| format!("`{shown}`: {error}"))? > 0 {
        let line = String::from_utf8_lossy(&bytes).trim_end().to_owned();
        println!("{line}");
        lines.push(line);
        bytes.clear();
    }
    let status = child.wait().map_err(|error| format!("`{shown}`: {error}"))?;
    if status.success() { Ok(lines) } else { Err(format!("`{shown}` failed: {status}")) }
}

/// Runs a command in silence and gives back what it printed; its own words are the error when it fails.
pub fn capture(mut command: Command) -> Result<String, String> {
    let shown = shown(&command);
    let output = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .output()
        .map_err(|error| format!("`{shown}`: {error}"))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        Err(format!("`{shown}` failed: {}", String::from_utf8_lossy(&output.stderr).trim()))
    }
}

/// Is the program there? If not: one line that says how to get it.
pub fn find_tool(program: &str, install: &str) -> Result<(), String> {
    let mut command = Command::new(program);
    command.arg("--version").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        _ => Err(format!("`{program}` is not installed; install it: {install}")),
    }
}

fn shown(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy().into_owned()];
    words.extend(command.get_args().map(|word| word.to_string_lossy().into_owned()));
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gives_back_the_lines_of_both_streams_in_order() {
        let mut command = Command::new("sh");
        command.args(["-c", "echo one; echo two >&2; echo three"]);
        assert_eq!(run(command).unwrap(), ["one", "two", "three"]);
    }

    #[test]
    fn a_failure_names_the_command() {
        let mut command = Command::new("sh");
        command.args(["-c", "exit 3"]);
        assert!(run(command).unwrap_err().starts_with("`sh -c exit 3` failed"));
    }

    #[test]
    fn a_missing_tool_is_one_line_that_says_what_to_install() {
        let why = find_tool("afweging-no-such-tool", "apt-get install it").unwrap_err();
        assert_eq!(why, "`afweging-no-such-tool` is not installed; install it: apt-get install it");
    }
}
