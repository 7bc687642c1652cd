//! Messages and what is understood of them: the tables in `cases/` are the specification.

use super::{Turn, complete, picked, split};

fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table.lines().map(|line| line.split('|').map(str::trim).collect())
}

fn none_is_wrong(wrong: &[String]) {
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

fn asked(question: &str) -> Turn {
    Turn { question: question.into(), answer: None }
}

/// `before | message | completed`; `-` stands alone, `+` follows the question before.
#[test]
fn a_message_is_completed_only_if_it_needs_what_went_before() {
    let mut wrong = Vec::new();
    for row in rows(include_str!("cases/follow_up.txt")) {
        let [before, message, expected] = row[..] else { panic!("not three parts: {row:?}") };
        let completed = complete(&[asked(before)], message);
        let is_right = match expected {
            "-" => completed.is_none(),
            "+" => completed.as_deref().is_some_and(|text| text.starts_with(before) && text.len() > before.len()),
            text => completed.as_deref() == Some(text),
        };
        if !is_right {
            wrong.push(format!("{before} | {message} | {expected}: {completed:?}"));
        }
    }
    none_is_wrong(&wrong);
}

/// `message | question | question …`
#[test]
fn a_message_is_taken_apart_into_its_questions() {
    let mut wrong = Vec::new();
    for row in rows(include_str!("cases/several.txt")) {
        let questions = split(row[0]);
        if questions != row[1..] {
            wrong.push(format!("{}: {questions:?}", row[0]));
        }
    }
    none_is_wrong(&wrong);
}

/// `choice | choice | reply | place, from 1`
#[test]
fn a_reply_picks_one_of_the_choices() {
    let mut wrong = Vec::new();
    for row in rows(include_str!("cases/picked.txt")) {
        let [one, other, reply, expected] = row[..] else { panic!("not four parts: {row:?}") };
        let place = picked(&[one.into(), other.into()], reply);
        if place != expected.parse::<usize>().ok().map(|place| place - 1) {
            wrong.push(format!("{reply}: {place:?}"));
        }
    }
    none_is_wrong(&wrong);
}

#[test]
fn nothing_is_completed_without_a_question_before() {
    assert_eq!(complete(&[], "and for kids?"), None);
    assert_eq!(complete(&[asked("hello"), asked("thanks")], "and for kids?"), None);
    assert_eq!(complete(&[asked(" ")], "why?"), None);
}

#[test]
fn the_topic_goes_on_over_several_turns() {
    let turns = [asked("How much is shipping to Norway?"), asked("and to Sweden?"), asked("thanks"), asked("why?")];
    assert_eq!(
        complete(&turns, "how long does it take?").as_deref(),
        Some("How much is shipping to Sweden? how long does it take?")
    );
}

#[test]
fn a_reply_to_a_question_back_is_completed() {
    let answered = |answer: &str| Turn { answer: Some(answer.into()), ..asked("How much is shipping?") };
    let completed = Some("How much is shipping? Norway".to_owned());
    assert_eq!(complete(&[answered("To which country?")], "Norway"), completed);
    assert_eq!(complete(&[answered("It is 5 euros to Norway and 9 elsewhere.")], "Norway"), completed);
    assert_eq!(complete(&[answered("It is 5 euros.")], "Norway"), None);
}
