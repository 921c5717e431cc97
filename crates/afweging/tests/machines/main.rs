//! The state machines: their transition tables, that every state is reachable, and the rules that tables cannot show.

mod fact;
mod history;
mod perspective;
mod samples;
mod step;
mod support;
mod table;
mod tables;
mod weighing;
