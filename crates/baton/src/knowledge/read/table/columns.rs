//! Which columns of a grid are questions, answers and other phrasings: by their names in the languages shipped, or by
//! what is in them.

use super::Grid;

/// Titles and notes may stand above the head.
const HEAD_WITHIN_ROWS: usize = 5;
/// Longer cells are no names of columns.
const NAME_WORDS_MAX: usize = 4;
/// Without names, columns are questions and answers when so many of the questions end as such, or ...
const ASKING_SHARE_MIN: f64 = 0.5;
/// ... answers have so many words on average.
const ANSWER_WORDS_MIN: f64 = 4.0;

const QUESTIONS: [&str; 20] = [
    "question",
    "questions",
    "q",
    "faq",
    "frage",
    "fragen",
    "pregunta",
    "preguntas",
    "domanda",
    "domande",
    "pergunta",
    "perguntas",
    "questão",
    "vraag",
    "vragen",
    "вопрос",
    "вопросы",
    "prompt",
    "query",
    "utterance",
];
const ANSWERS: [&str; 22] = [
    "answer",
    "answers",
    "a",
    "antwort",
    "antworten",
    "réponse",
    "réponses",
    "reponse",
    "reponses",
    "respuesta",
    "respuestas",
    "risposta",
    "risposte",
    "resposta",
    "respostas",
    "antwoord",
    "antwoorden",
    "ответ",
    "ответы",
    "reply",
    "response",
    "solution",
];
const PHRASINGS: [&str; 25] = [
    "alternative",
    "alternatives",
    "alternativen",
    "alternativa",
    "alternativas",
    "alternative(s)",
    "phrasing",
    "phrasings",
    "paraphrase",
    "paraphrases",
    "variant",
    "variants",
    "variante",
    "varianten",
    "variantes",
    "variants",
    "varianti",
    "variation",
    "variations",
    "synonyms",
    "formulierungen",
    "formulations",
    "alternatieven",
    "варианты",
    "формулировки",
];
/// Words that make a column speak about questions instead of having them.
const ABOUT: [&str; 12] =
    ["id", "no", "nr", "number", "nummer", "type", "typ", "category", "kategorie", "date", "count", "by"];

#[derive(Debug, PartialEq, Eq)]
pub struct Columns {
    pub question: usize,
    pub answer: usize,
    pub phrasings: Vec<usize>,
    /// The first below the head.
    pub first_row: usize,
}

impl Columns {
    /// The columns of a list of pairs, if the grid is one.
    pub fn find(grid: &Grid) -> Option<Self> {
        let heads = grid.rows.iter().take(HEAD_WITHIN_ROWS).enumerate();
        heads.filter_map(|(at, row)| Self::named(&row.cells, at + 1)).next().or_else(|| Self::unnamed(grid))
    }

    fn named(cells: &[String], first_row: usize) -> Option<Self> {
        let names: Vec<Vec<String>> = cells.iter().map(|cell| words(cell)).collect();
        let has = |name: &[String], words: &[&str]| name.iter().any(|word| words.contains(&word.as_str()));
        let is_phrasing = |name: &[String]| has(name, &PHRASINGS);
        let column =
            |of: &[&str]| names.iter().position(|name| has(name, of) && !has(name, &ABOUT) && !is_phrasing(name));
        let (question, answer) = (column(&QUESTIONS)?, column(&ANSWERS)?);
        let phrasings = (0..names.len()).filter(|&at| is_phrasing(&names[at])).collect();
        (question != answer).then_some(Self { question, answer, phrasings, first_row })
    }

    fn unnamed(grid: &Grid) -> Option<Self> {
        let whole = || grid.rows.iter().map(|row| (row.cell(0), row.cell(1)));
        let is_two = grid.rows.iter().all(|row| row.cells.iter().skip(2).all(String::is_empty));
        if !is_two || !whole().all(|(question, answer)| is_text(question) && is_text(answer)) {
            return None;
        }
        let rows = grid.rows.len() as f64;
        let asking = whole().filter(|(question, _)| question.ends_with(['?', '？', '؟'])).count();
        let words: usize = whole().map(|(_, answer)| answer.split_whitespace().count()).sum();
        let is_list = asking as f64 >= ASKING_SHARE_MIN * rows || words as f64 >= ANSWER_WORDS_MIN * rows;
        is_list.then_some(Self { question: 0, answer: 1, phrasings: Vec::new(), first_row: 0 })
    }
}

fn words(cell: &str) -> Vec<String> {
    let words: Vec<String> = cell
        .to_lowercase()
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    if words.len() <= NAME_WORDS_MAX { words } else { Vec::new() }
}

fn is_text(cell: &str) -> bool {
    cell.chars().any(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::read::table::Row;

    fn found(head: &[&str]) -> Option<(usize, usize, usize)> {
        let mut grid = Grid::default();
        grid.add(Row { number: 1, cells: head.iter().map(|cell| (*cell).to_owned()).collect() }).expect("small");
        Columns::find(&grid).map(|columns| (columns.question, columns.answer, columns.phrasings.len()))
    }

    #[test]
    fn columns_are_known_by_name_in_seven_languages() {
        let heads = ["Question,Answer", "Frage,Antwort", "Question,Réponse", "Pregunta,Respuesta", "Domanda,Risposta"];
        for head in
            heads.iter().chain(&["Pergunta,Resposta", "Vraag,Antwoord", "Вопрос,Ответ", "QUESTION (EN),answer text"])
        {
            assert_eq!(found(&head.split(',').collect::<Vec<_>>()), Some((0, 1, 0)), "{head}");
        }
    }

    #[test]
    fn a_column_about_questions_is_not_taken_for_them() {
        assert_eq!(found(&["Question ID", "Alternative questions", "Answer", "Question"]), Some((3, 2, 1)));
        assert_eq!(found(&["Question", "Category"]), None);
    }
}
