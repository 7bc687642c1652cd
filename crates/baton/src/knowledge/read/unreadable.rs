//! Why nothing can be learned from a file, said to the person who brought it.

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    #[error("This looks like a binary file. Save it as plain text, Markdown or HTML and add it again.")]
    Binary,
    #[error("There is no text in it. Check that the file is not empty and that its text is not only in pictures.")]
    Empty,
    #[error(
        "Files of this kind cannot be read. Save it as .pdf, .docx, .xlsx, .csv, .html, .md or .txt, or pairs as .json."
    )]
    Unsupported,
    #[error("This is an older Word file. Open it in Word, save it as .docx and add that.")]
    OldWord,
    #[error(
        "The name says {expected}, but the content is something else. Open it in the program that made it, save it again and add that."
    )]
    NotWhatItSays { expected: &'static str },
    #[error("The file is too big: at most {max_mb} MB of this kind can be read. Split it into several files.")]
    TooBig { max_mb: usize },
    #[error("The HTML could not be read. Open the page in a browser, copy its text and add it as text.")]
    Html,
    #[error("The PDF could not be read. Export it again as PDF, or as text, and add that.")]
    Pdf,
    #[error(
        "The PDF has only pictures, no text. Run text recognition (OCR) over it, or export it again from where it was written."
    )]
    PdfPictures,
    #[error("The file is protected with a password. Remove the password and add it again.")]
    Locked,
    #[error("Reading the file took too much time or memory. Split it into smaller files, or save it as text.")]
    TooHeavy,
    #[error("The document could not be read. Open it in Word or LibreOffice, save it again as .docx and add that.")]
    Docx,
    #[error(
        "The table could not be read. Open it in your spreadsheet program, save it again as .xlsx or .csv and add that."
    )]
    Sheet,
    #[error(
        "The table is too big: at most {rows} rows, {columns} columns and {cells} cells can be read. Split it into several files."
    )]
    SheetTooBig { rows: usize, columns: usize, cells: usize },
    #[error("The file unpacks to far more than files of its kind do, so it was not read. Save it again and add that.")]
    Bomb,
    #[error("The file could not be read just now, because no process could be started for it. Try again in a minute.")]
    NoProcess,
    #[error(
        "This is not a list of questions and answers. It must look like [{{\"question\": \"…\", \"answer\": \"…\"}}]. ({0})"
    )]
    NotPairs(String),
    #[error("The list has {found} questions; at most {max} fit. Split it into several files.")]
    TooManyPairs { found: usize, max: usize },
    #[error("Question {number} needs a question and an answer. Fill in both, or remove it.")]
    HalfPair { number: usize },
    #[error("Row {row} needs a question and an answer. Fill in both, or remove the row.")]
    HalfRow { row: usize },
    #[error(
        "Question {number} is too long: at most {question_max} characters, and {answer_max} in its answer. Shorten it, or add it as a text."
    )]
    LongPair { number: usize, question_max: usize, answer_max: usize },
    #[error("Question {number} has too many other phrasings: at most {max}. Remove some.")]
    TooManyPhrasings { number: usize, max: usize },
}
