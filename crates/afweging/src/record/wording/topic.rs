//! How somebody's words are led in, per topic. `{by}` is whose words they are, `{who}` whom they are about.

use crate::code::Language;
use crate::record::word::Topic;

/// The words before a quote.
pub(super) fn lead(topic: Topic, language: Language) -> &'static str {
    let (nl, en) = match topic {
        Topic::DecisionWhy => ("De reden, volgens {by}:", "The reason, according to {by}:"),
        Topic::GrantedPart => ("Dit gaat wel door:", "This is granted:"),
        Topic::RefusedPart => ("Dit gaat niet door:", "This is refused:"),
        Topic::HeldOver => ("Hierover komt later een besluit:", "This will be decided later:"),
        Topic::Danger => ("Het gevaar, volgens {by}:", "The danger, according to {by}:"),
        Topic::CannotWait => {
            ("Waarom het niet kon wachten, volgens {by}:", "Why it could not wait, according to {by}:")
        }
        Topic::HeardAfterwards => ("De reden, volgens {by}:", "The reason, according to {by}:"),
        Topic::EndWhy => ("Waarom het stopte, volgens {by}:", "Why it ended, according to {by}:"),
        Topic::WhatHappened => ("Wat er gebeurde, volgens {by}:", "What happened, according to {by}:"),
        Topic::Account => ("In eigen woorden:", "In their own words:"),
        Topic::AccountSeen => ("Wat er gezien is, volgens {by}:", "What was seen, according to {by}:"),
        Topic::AccountThrough => ("Namens deze persoon verteld:", "Told in this person's name:"),
        Topic::Correction => {
            ("{by} vindt dit verkeerd opgeschreven:", "{by} contested how this was written down:")
        }
        Topic::DeclineReason => ("De reden:", "The reason:"),
        Topic::NotHeardReason => ("De uitleg, volgens {by}:", "The explanation, according to {by}:"),
        Topic::Changed => ("Wat dit veranderde, volgens {by}:", "What this changed, according to {by}:"),
        Topic::ChangedNothing => {
            ("Waarom dit niets veranderde, volgens {by}:", "Why this changed nothing, according to {by}:")
        }
        Topic::Claim | Topic::Title => ("", ""),
        Topic::FindingWhy => ("{by} zegt:", "{by} said:"),
        Topic::WithdrawalWhy => ("Dit is teruggenomen. De reden:", "This was taken back. The reason:"),
        Topic::Strength => ("Goed, volgens {by}:", "Good, according to {by}:"),
        Topic::Concern => ("Een zorg, volgens {by}:", "A worry, according to {by}:"),
        Topic::Severity => ("Hoe ernstig het is, volgens {by}:", "How serious it is, according to {by}:"),
        Topic::NeededNow => ("Wat nu nodig is, volgens {by}:", "What is needed now, according to {by}:"),
        Topic::Causes => ("Hoe het zo kwam, volgens {by}:", "How it came about, according to {by}:"),
        Topic::Maintaining => {
            ("Waardoor het zo blijft, volgens {by}:", "What keeps it going, according to {by}:")
        }
        Topic::Norm => ("De grens die {by} gebruikt:", "The norm that {by} used:"),
        Topic::Threshold => (
            "Vanaf hier moet er iets gebeuren, volgens {by}:",
            "From here on one must act, according to {by}:",
        ),
        Topic::ViewWhy => ("De reden:", "The reason:"),
        Topic::DialogueWhy => ("Wat zij samen opschreven:", "What they wrote down together:"),
        Topic::Goal => ("Het doel, volgens {by}:", "The aim, according to {by}:"),
        Topic::BestInterests => (
            "Waarom dit goed is voor het kind, volgens {by}:",
            "Why this is in the child's interest, according to {by}:",
        ),
        Topic::Alternative => ("{by} noemde dit:", "{by} named this:"),
        Topic::AnswerWhy => ("{by} zegt:", "{by} said:"),
        Topic::Meanwhile => {
            ("Wat er intussen gebeurt, volgens {by}:", "What happens meanwhile, according to {by}:")
        }
        Topic::WrongIfTaken => {
            ("Als we dit ten onrechte wel doen, volgens {by}:", "If this is wrongly done, according to {by}:")
        }
        Topic::WrongIfNotTaken => (
            "Als we dit ten onrechte niet doen, volgens {by}:",
            "If this is wrongly not done, according to {by}:",
        ),
        Topic::Burden => {
            ("Wat dit vraagt van {who}, volgens {by}:", "What this asks of {who}, according to {by}:")
        }
        Topic::Repair => {
            ("Hoe we herstellen wat misgaat, volgens {by}:", "How harm is repaired, according to {by}:")
        }
        Topic::IfTaken => {
            ("De verwachting als we dit doen, volgens {by}:", "What {by} expected if this is done:")
        }
        Topic::IfNotTaken => {
            ("De verwachting als we dit niet doen, volgens {by}:", "What {by} expected if this is not done:")
        }
        Topic::MindChange => (
            "Hierdoor gaan we er anders over denken, volgens {by}:",
            "This would change our mind, according to {by}:",
        ),
        Topic::StopWhen => (
            "Wanneer het goed genoeg is en stopt, volgens {by}:",
            "When it is good enough and stops, according to {by}:",
        ),
        Topic::PlanB => {
            ("Het plan als dit niet lukt, volgens {by}:", "The plan if this fails, according to {by}:")
        }
        Topic::ReviewWhy => ("Wat zij zagen:", "What they saw:"),
        Topic::Happened => ("Wat er gebeurde:", "What happened:"),
        Topic::Adapt => ("Wat er daarna verandert:", "What changes after that:"),
        Topic::Lesson => ("Wat zij ervan leren:", "What they learn from it:"),
        Topic::PlanBTakenUp => ("Het andere plan gaat nu in:", "The other plan is taken up now:"),
        Topic::PlanBNotTakenUp => {
            ("Waarom het andere plan niet ingaat:", "Why the other plan is not taken up:")
        }
        Topic::MindChangeSeen => (
            "Of er iets kwam waardoor zij er anders over denken:",
            "Whether anything came in that changes their mind:",
        ),
        Topic::MindChanged => (
            "Dit kwam later, en hierdoor kunnen we er anders over denken, volgens {by}:",
            "This came later and may change our mind, according to {by}:",
        ),
        Topic::DissentWhy => ("De reden:", "The reason:"),
        Topic::ObjectionWhy => ("In eigen woorden:", "In their own words:"),
        Topic::ConsentWhy => ("De reden:", "The reason:"),
        Topic::Obligation => ("De opdracht:", "The order:"),
        Topic::PassedOverWhy => (
            "Een fout die mocht blijven staan, volgens {by}:",
            "A defect that was passed over, according to {by}:",
        ),
        Topic::AroundTheClock => (
            "Wie dag en nacht voor het kind zorgt, volgens {by}:",
            "Who looks after the child day and night, according to {by}:",
        ),
    };
    match language {
        Language::Nl => nl,
        Language::En => en,
    }
}
