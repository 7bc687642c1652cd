//! Why a customer gets a person although they did not ask for one, where the admin wants that: a rule, frustration, the
//! same question again.

use handover::{Reason, Timestamp};
use unicode_segmentation::UnicodeSegmentation;

use super::questioned::Questioned;
use crate::{
    domain::{HandoverRule, HandoverSettings, RuleTime, User},
    knowledge,
};

/// What calls for a person.
#[derive(Clone, Debug)]
pub(super) struct Trigger {
    pub reason: Reason,
    /// The rule that does.
    pub rule: Option<HandoverRule>,
}

/// Looked at before anything is answered: no model is asked, and nobody reads a beginning that is taken back.
pub(super) fn trigger(asked: &Questioned, now: Timestamp) -> Option<Trigger> {
    let handover = &asked.assistant.settings.unanswered.handover;
    if !asked.hands_over() {
        return None;
    }
    if let Some(rule) = handover.rules.iter().find(|rule| fits(rule, asked, now)) {
        return Some(Trigger { reason: Reason::Rule, rule: Some(rule.clone()) });
    }
    let answered = asked.history.iter().filter(|turn| turn.answer.is_some());
    let earlier: Vec<&str> = answered.map(|turn| turn.question.as_str()).collect();
    let reason = if handover.on_frustration && knowledge::is_frustrated(&asked.text) {
        Reason::Frustrated
    } else if handover.on_repeat && knowledge::asks_again(&earlier, &asked.text) {
        Reason::RepeatedQuestion
    } else {
        return None;
    };
    Some(Trigger { reason, rule: None })
}

fn fits(rule: &HandoverRule, asked: &Questioned, now: Timestamp) -> bool {
    (rule.words.is_empty() || rule.words.iter().any(|phrase| says(&asked.text, phrase)))
        && rule.pattern.as_deref().is_none_or(|pattern| matches(&asked.text, pattern))
        && (rule.tags.is_empty() || has_tag(asked.customer.as_ref(), &rule.tags))
        && rule.page.as_deref().is_none_or(|part| is_on_page(asked.customer.as_ref(), part))
        && rule.during.is_none_or(|time| is_time(time, &asked.assistant.settings.unanswered.handover, now))
}

/// Whether the phrase is in it, word for word.
fn says(text: &str, phrase: &str) -> bool {
    let (text, phrase) = (words(text), words(phrase));
    !phrase.is_empty() && text.windows(phrase.len()).any(|window| window == phrase)
}

fn words(text: &str) -> Vec<String> {
    text.unicode_words().map(str::to_lowercase).collect()
}

/// What is no expression was refused when it was saved.
fn matches(text: &str, pattern: &str) -> bool {
    HandoverRule::expression(pattern).is_ok_and(|expression| expression.is_match(text))
}

fn has_tag(customer: Option<&User>, tags: &[String]) -> bool {
    let is = |one: &String| tags.iter().any(|tag| tag.to_lowercase() == one.to_lowercase());
    customer.is_some_and(|customer| customer.tags.iter().any(is))
}

fn is_on_page(customer: Option<&User>, part: &str) -> bool {
    let page = customer.and_then(|customer| customer.custom.get("page")).and_then(serde_json::Value::as_str);
    page.is_some_and(|page| page.contains(part))
}

fn is_time(time: RuleTime, settings: &HandoverSettings, now: Timestamp) -> bool {
    let open = settings.hours.timetable().map_or(true, |timetable| timetable.is_open(now));
    match time {
        RuleTime::BusinessHours => open,
        RuleTime::OutsideBusinessHours => !open,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_fit_whole_and_in_any_case() {
        assert!(says("I want my REFUND now!", "refund"));
        assert!(says("cancel  my\norder", "Cancel my order"));
        assert!(!says("refundable", "refund"));
        assert!(says("我要退款。", "退款"));
        assert!(!says("anything", " "));
    }

    #[test]
    fn patterns_fit_anywhere_in_any_case() {
        assert!(matches("Order AB-1234 is broken", r"\bab-\d{4}\b"));
        assert!(!matches("Order AB-12", r"\bab-\d{4}\b"));
        assert!(!matches("(", "("), "what is none fits nothing");
    }
}
