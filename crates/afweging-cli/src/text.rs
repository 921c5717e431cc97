//! The document as text for a terminal. It reads from top to bottom; colour only repeats what words and marks say.

mod line;
mod screen;
mod table;

use line::Styled;
pub(crate) use line::plain;
pub(crate) use screen::Screen;

use crate::report::{Block, Inline, Item, Report, Section, Span, Table, Timeline, cited, log_anchor};
use crate::words::Words;

/// A document as text.
pub(crate) fn render(report: &Report, screen: Screen) -> String {
    let mut page = Page { out: String::new(), screen, words: report.words };
    page.heading(1, &Styled::bold(&report.title));
    for (term, said) in &report.about {
        let line = Styled::plain(&format!("{term}: ")).and(&page.styled(said));
        page.lines(&line, 0, 2);
    }
    for section in &report.sections {
        if section.id == "logboek" {
            page.section(&only_cited(report, section), 2);
        } else {
            page.section(section, 2);
        }
    }
    page.out
}

/// The log without the entries that nothing above names: a terminal has no links to follow.
fn only_cited(report: &Report, section: &Section) -> Section {
    let named: Vec<String> = cited(&report.sections).into_iter().map(log_anchor).collect();
    let words = report.words;
    let blocks = section.blocks.iter().map(|block| match block {
        Block::Table(table) => {
            let rows: Vec<_> = table
                .rows
                .iter()
                .filter(|(anchor, _)| anchor.as_ref().is_some_and(|anchor| named.contains(anchor)))
                .cloned()
                .collect();
            let caption = format!(
                "{} ({} {} {})",
                words.say("De regels die hierboven genoemd zijn", "The entries that are named above"),
                rows.len(),
                words.say("van de", "of"),
                table.rows.len(),
            );
            Block::Table(Table { caption, columns: table.columns.clone(), rows })
        }
        Block::Paragraph(inline) => Block::Paragraph(inline.clone()),
        Block::Warning(inline) => Block::Warning(inline.clone()),
        Block::Terms(terms) => Block::Terms(terms.clone()),
        Block::List(_) | Block::Timeline(_) => Block::Paragraph(Inline::default()),
    });
    Section {
        id: section.id.clone(),
        title: section.title.clone(),
        outcome: section.outcome,
        blocks: blocks.collect(),
        sections: Vec::new(),
    }
}

/// A page that is being written.
struct Page {
    out: String,
    screen: Screen,
    words: Words,
}

impl Page {
    fn section(&mut self, section: &Section, level: usize) {
        let mut title = Styled::bold(&section.title);
        if let Some(outcome) = section.outcome {
            title = title.and(&Styled::plain(": ")).and(&Styled::outcome(self.words, outcome));
        }
        self.heading(level, &title);
        let indent = indent_of(level);
        for block in &section.blocks {
            self.block(block, indent);
        }
        for part in &section.sections {
            self.section(part, level.saturating_add(1));
        }
    }

    fn heading(&mut self, level: usize, title: &Styled) {
        if level < 5 && !self.out.is_empty() {
            self.out.push('\n');
        }
        let indent = match level {
            0..=4 => 0,
            _ => 2,
        };
        self.lines(title, indent, 2);
        let under = match level {
            1 => '═',
            2 => '─',
            3 => '-',
            _ => return,
        };
        let width = title.width().min(self.screen.width);
        self.out.extend(std::iter::repeat_n(under, width));
        self.out.push('\n');
    }

    fn block(&mut self, block: &Block, indent: usize) {
        match block {
            Block::Paragraph(inline) => {
                let line = self.styled(inline);
                self.lines(&line, indent, 0);
            }
            Block::Warning(inline) => {
                let mark = Styled::bold(self.words.say("Let op: ", "Note: "));
                let line = mark.and(&self.styled(inline));
                self.lines(&line, indent, 2);
            }
            Block::List(items) => items.iter().for_each(|item| self.item(item, indent)),
            Block::Terms(terms) => {
                for (term, said) in terms {
                    let line = Styled::dim(&format!("{term}: ")).and(&self.styled(said));
                    self.lines(&line, indent, 2);
                }
            }
            Block::Table(table) => self.table(table, indent),
            Block::Timeline(timeline) => self.timeline(timeline, indent),
        }
    }

    fn item(&mut self, item: &Item, indent: usize) {
        let line = Styled::plain("• ").and(&self.styled(&item.text));
        self.lines(&line, indent, 2);
        for block in &item.below {
            self.block(block, indent.saturating_add(2));
        }
    }

    fn table(&mut self, table: &Table, indent: usize) {
        let caption = Styled::dim(&table.caption);
        self.lines(&caption, indent, 0);
        let rows: Vec<Vec<Styled>> = table
            .rows
            .iter()
            .map(|(_, cells)| cells.iter().map(|cell| self.styled(cell)).collect())
            .collect();
        let room = self.screen.width.saturating_sub(indent);
        for line in table::lay_out(&table.columns, &rows, room) {
            self.out.extend(std::iter::repeat_n(' ', indent));
            line.write(&mut self.out, self.screen.colour);
            self.out.push('\n');
        }
    }

    /// What the picture shows, in words.
    fn timeline(&mut self, timeline: &Timeline, indent: usize) {
        for said in &timeline.description {
            self.lines(&Styled::plain(&format!("• {said}")), indent, 2);
        }
    }

    /// Running text, wrapped; lines after the first hang in by `hang`.
    fn lines(&mut self, text: &Styled, indent: usize, hang: usize) {
        let after = indent.saturating_add(hang);
        for (place, line) in text.wrap(self.screen.width.saturating_sub(indent), hang).iter().enumerate() {
            let before = if place == 0 { indent } else { after };
            self.out.extend(std::iter::repeat_n(' ', before));
            line.write(&mut self.out, self.screen.colour);
            self.out.push('\n');
        }
    }

    fn styled(&self, inline: &Inline) -> Styled {
        let words = self.words;
        let mut styled = Styled::default();
        for span in &inline.0 {
            styled = styled.and(&match span {
                Span::Text(text) | Span::Link { text, .. } => Styled::plain(text),
                Span::Strong(text) => Styled::bold(text),
                Span::Quote(text) => Styled::plain(&format!("{}{text}”", words.say("„", "“"))),
                Span::Code(text) => Styled::dim(&format!("[{text}]")),
                Span::Outcome(outcome) => Styled::outcome(words, *outcome),
                Span::Entry(seq) => Styled::plain(&seq.to_string()),
            });
        }
        styled
    }
}

fn indent_of(level: usize) -> usize {
    match level {
        0..=3 => 0,
        4 => 2,
        _ => 4,
    }
}
