//! The document as one page: no script, nothing loaded, readable with a screen reader, on paper, in the dark.

mod escape;
mod style;
mod timeline;

use afweging::GateOutcome;

use escape::{attribute, text};

use crate::report::{Block, Inline, Item, Report, Section, Span, Table, log_anchor};
use crate::words::Words;

/// A document as a page.
pub(crate) fn render(report: &Report) -> String {
    let words = report.words;
    let mut page = Page { out: String::new(), words };
    let title = text(&report.title);
    page.line("<!DOCTYPE html>");
    page.line(&format!("<html lang=\"{}\">", words.tag()));
    page.line("<head>");
    page.line("<meta charset=\"utf-8\">");
    page.line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    page.line("<meta name=\"robots\" content=\"noindex\">");
    page.line("<meta name=\"color-scheme\" content=\"light dark\">");
    page.line(&format!("<title>{title}</title>"));
    page.line(&format!("<style>\n{}</style>", style::CSS));
    page.line("</head>");
    page.line("<body>");
    let skip = words.say("Naar de inhoud", "Skip to the content");
    page.line(&format!("<a class=\"skip\" href=\"#inhoud\">{skip}</a>"));
    page.line("<header>");
    page.line(&format!("<h1>{title}</h1>"));
    page.terms(&report.about);
    page.line("</header>");
    page.contents(report);
    page.line("<main id=\"inhoud\">");
    for section in &report.sections {
        page.section(section, 2);
    }
    page.line("</main>");
    page.line("</body>");
    page.line("</html>");
    page.out
}

/// A page that is being written.
struct Page {
    out: String,
    words: Words,
}

impl Page {
    fn line(&mut self, line: &str) {
        self.out.push_str(line);
        self.out.push('\n');
    }

    fn contents(&mut self, report: &Report) {
        let title = self.words.say("Inhoud", "Contents");
        self.line(&format!("<nav aria-label=\"{title}\">"));
        self.line("<ul>");
        for section in &report.sections {
            self.line(&format!(
                "<li><a href=\"#{}\">{}</a></li>",
                attribute(&section.id),
                text(&section.title)
            ));
        }
        self.line("</ul>");
        self.line("</nav>");
    }

    fn section(&mut self, section: &Section, level: usize) {
        let level = level.min(6);
        let id = attribute(&section.id);
        let class = section.outcome.map(|outcome| format!(" class=\"toets {}\"", class(outcome)));
        self.line(&format!("<section aria-labelledby=\"{id}\"{}>", class.unwrap_or_default()));
        let outcome = section.outcome.map(|outcome| format!(": {}", self.outcome(outcome)));
        let title = text(&section.title);
        self.line(&format!("<h{level} id=\"{id}\">{title}{}</h{level}>", outcome.unwrap_or_default()));
        for block in &section.blocks {
            self.block(block, &section.id);
        }
        for part in &section.sections {
            self.section(part, level.saturating_add(1));
        }
        self.line("</section>");
    }

    fn block(&mut self, block: &Block, section: &str) {
        match block {
            Block::Paragraph(inline) => {
                let said = self.inline(inline);
                self.line(&format!("<p>{said}</p>"));
            }
            Block::Warning(inline) => {
                let said = self.inline(inline);
                let mark = self.words.say("Let op:", "Note:");
                self.line(&format!("<p class=\"let-op\"><strong>{mark}</strong> {said}</p>"));
            }
            Block::List(items) => {
                self.line("<ul>");
                items.iter().for_each(|item| self.item(item, section));
                self.line("</ul>");
            }
            Block::Terms(terms) => self.terms(terms),
            Block::Table(table) => self.table(table),
            Block::Timeline(timeline) => {
                let svg = timeline::draw(timeline, self.words, section);
                self.line("<figure>");
                self.line(&svg);
                let legend = self.words.say(
                    "Een stip met een getal: zoveel regels. Stippellijn: zoals bedoeld. Gevuld: uitgevoerd. Omlijnd in de rij „Opletten”: niemand lette op.",
                    "A dot with a number: so many entries. Dashed: as meant. Filled: carried out. Framed in the row “Keeping watch”: nobody kept watch.",
                );
                self.line(&format!("<figcaption>{legend}"));
                self.line(&format!(
                    "<details><summary>{}</summary>",
                    self.words.say("De tijdlijn in woorden", "The timeline in words")
                ));
                self.line("<ul>");
                for said in &timeline.description {
                    self.line(&format!("<li>{}</li>", text(said)));
                }
                self.line("</ul>");
                self.line("</details>");
                self.line("</figcaption>");
                self.line("</figure>");
            }
        }
    }

    fn item(&mut self, item: &Item, section: &str) {
        let said = self.inline(&item.text);
        if item.below.is_empty() {
            self.line(&format!("<li>{said}</li>"));
            return;
        }
        self.line(&format!("<li><p>{said}</p>"));
        item.below.iter().for_each(|block| self.block(block, section));
        self.line("</li>");
    }

    /// Terms of one name stand under that name together.
    fn terms(&mut self, terms: &[(String, Inline)]) {
        if terms.is_empty() {
            return;
        }
        self.line("<dl>");
        let mut before: Option<&str> = None;
        for (term, said) in terms {
            if before != Some(term) {
                self.line(&format!("<dt>{}</dt>", text(term)));
            }
            before = Some(term);
            let said = self.inline(said);
            self.line(&format!("<dd>{said}</dd>"));
        }
        self.line("</dl>");
    }

    /// A wide table scrolls within its own frame, which the keyboard can reach; the page itself never does.
    fn table(&mut self, table: &Table) {
        let caption = text(&table.caption);
        self.line(&format!(
            "<div class=\"tabel\" role=\"region\" aria-label=\"{}\" tabindex=\"0\">",
            attribute(&table.caption)
        ));
        self.line("<table>");
        self.line(&format!("<caption>{caption}</caption>"));
        self.line("<thead><tr>");
        for column in &table.columns {
            self.line(&format!("<th scope=\"col\">{}</th>", text(column)));
        }
        self.line("</tr></thead>");
        self.line("<tbody>");
        for (anchor, cells) in &table.rows {
            let id = anchor.as_ref().map(|anchor| format!(" id=\"{}\"", attribute(anchor)));
            self.line(&format!("<tr{}>", id.unwrap_or_default()));
            for (place, cell) in cells.iter().enumerate() {
                let said = self.inline(cell);
                if place == 0 {
                    self.line(&format!("<th scope=\"row\">{said}</th>"));
                } else {
                    self.line(&format!("<td{}>{said}</td>", self.cell_class(cell)));
                }
            }
            self.line("</tr>");
        }
        self.line("</tbody>");
        self.line("</table>");
        self.line("</div>");
    }

    fn cell_class(&self, cell: &Inline) -> String {
        match cell.0.as_slice() {
            [Span::Outcome(outcome)] => format!(" class=\"vak {}\"", class(*outcome)),
            _ => String::new(),
        }
    }

    fn outcome(&self, outcome: GateOutcome) -> String {
        let (mark, word) = (Words::mark(outcome), self.words.outcome(outcome));
        format!(
            "<span class=\"uitkomst {}\"><span aria-hidden=\"true\">{mark}</span>&#160;{word}</span>",
            class(outcome)
        )
    }

    fn inline(&self, inline: &Inline) -> String {
        let mut out = String::new();
        for span in &inline.0 {
            match span {
                Span::Text(said) => out.push_str(&text(said)),
                Span::Strong(said) => out.push_str(&format!("<strong>{}</strong>", text(said))),
                Span::Quote(said) => out.push_str(&format!("<q>{}</q>", text(said))),
                Span::Code(said) => out.push_str(&format!("<code>{}</code>", text(said))),
                Span::Outcome(outcome) => out.push_str(&self.outcome(*outcome)),
                Span::Entry(seq) => {
                    out.push_str(&format!("<a href=\"#{}\">{seq}</a>", attribute(&log_anchor(*seq))));
                }
                Span::Link { to, text: said } => {
                    out.push_str(&format!("<a href=\"#{}\">{}</a>", attribute(to), text(said)));
                }
            }
        }
        out
    }
}

fn class(outcome: GateOutcome) -> &'static str {
    match outcome {
        GateOutcome::Passed => "voldaan",
        GateOutcome::Failed => "niet-voldaan",
        GateOutcome::Unknown => "onbekend",
        GateOutcome::Cured => "hersteld",
        GateOutcome::OutsidePack => "buiten-pakket",
    }
}
