//! Files as people bring them, read by the real process, and files that mean harm.

use std::path::Path;

use baton::knowledge::{Format, Pair, Read, ReaderProcess, Unreadable, read};

use crate::reader::reader;

fn read_file(name: &str) -> Result<Read, Unreadable> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rooms/files").join(name);
    let bytes = std::fs::read(file).expect("a file of the tests");
    read(Format::of_file(name, &bytes)?, &bytes, &reader())
}

fn text(name: &str) -> String {
    match read_file(name).expect("readable") {
        Read::Text { markdown, .. } => markdown,
        Read::Pairs(pairs) => panic!("{name} is text, not {pairs:?}"),
    }
}

fn pairs(name: &str) -> Vec<Pair> {
    match read_file(name).expect("readable") {
        Read::Pairs(pairs) => pairs,
        Read::Text { markdown, .. } => panic!("{name} has pairs, not {markdown}"),
    }
}

#[test]
fn a_pdf_is_read_in_paragraphs_without_what_stands_on_every_page() {
    let text = text("handbook.pdf");
    assert!(
        text.starts_with("## 1 Returns\n\nYou may return what you bought within sixty days of its arrival. It"),
        "{text}"
    );
    assert!(text.contains("\n\n### 1.1 Exchanges\n\n") && text.contains("\n\n## Is shipping free?\n\nYes,"), "{text}");
    assert!(text.contains("- the tent\n- the receipt\n- the box"), "{text}");
    assert!(!text.contains("Handbook") && !text.contains("Page"), "{text}");
    assert_eq!(self::text("small.pdf"), "Tents are returned within 60 days.");
}

#[test]
fn a_pdf_that_cannot_be_read_says_what_to_do() {
    assert_eq!(read_file("scan.pdf"), Err(Unreadable::PdfPictures));
    assert_eq!(read_file("locked.pdf"), Err(Unreadable::Locked));
    assert_eq!(text("owner_only.pdf"), "Tents are returned within 60 days.");
    assert_eq!(read(Format::Pdf, b"%PDF-1.4 and nothing", &reader()), Err(Unreadable::Pdf));
}

#[test]
fn a_pdf_that_unpacks_to_gigabytes_is_stopped() {
    assert!(matches!(read_file("bomb.pdf"), Err(Unreadable::TooHeavy | Unreadable::Pdf)));
}

#[test]
fn a_document_is_read_with_its_headings_lists_and_tables() {
    let Read::Text { markdown, title } = read_file("care.docx").expect("readable") else { panic!("text") };
    assert_eq!(title.as_deref(), Some("Tent care"));
    assert_eq!(
        markdown,
        "# Tent care\n\n# Washing\n\nWash by hand only & never above 30 °C.\n\n## Steps\n\n1. Brush off dirt.\n2. Rinse.\n\
         3. Dry it in the shade.\n- soap\n- water\n\n| Size | Price |\n| --- | --- |\n| Small \\| S | 200 € |"
    );
}

#[test]
fn spreadsheets_of_pairs_are_pairs_in_any_format() {
    let faq = pairs("faq.xlsx");
    assert_eq!(faq[0].question, "How long can I return a tent?");
    assert_eq!(faq[0].phrasings, ["Return period?", "Until when can I return?"]);
    assert_eq!(faq[1].answer, "From 50 euros on.");
    assert_eq!(pairs("faq.xls")[1].question, "Kostet es?");
    assert_eq!(pairs("faq.ods")[0].answer, "60 dagen.");
}

#[test]
fn a_spreadsheet_of_both_is_text_without_its_hidden_sheets() {
    let text = text("mixed.xlsx");
    assert!(text.contains("# FAQ\n\n## How long can I return a tent?\n\nWithin 60 days."), "{text}");
    assert!(
        text.ends_with("# Prices\n\n- Name: Tent; Price: 199.5; Since: 2024-05-01\n- Name: Stove; Price: 50"),
        "{text}"
    );
}

#[test]
fn a_spreadsheet_that_lies_about_its_size_does_no_harm() {
    assert_eq!(pairs("lying_dimension.xlsx").len(), 1);
    assert!(matches!(read_file("lying_strings.xlsx"), Err(Unreadable::Sheet | Unreadable::TooHeavy)));
    assert!(matches!(read_file("wide.xlsx"), Err(Unreadable::SheetTooBig { .. })));
    assert!(matches!(
        read_file("repeat.ods"),
        Err(Unreadable::SheetTooBig { .. } | Unreadable::Sheet | Unreadable::TooHeavy)
    ));
}

#[test]
fn a_spreadsheet_that_leads_in_circles_is_stopped() {
    let mut bytes = std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rooms/files/faq.xls")).unwrap();
    let number = |bytes: &[u8], at: usize| u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap());
    // The table of sectors says that the directory's sector is followed by itself.
    let (directory, table) = (number(&bytes, 48), number(&bytes, 76));
    let entry = (table as usize + 1) * 512 + directory as usize * 4;
    bytes[entry..entry + 4].copy_from_slice(&directory.to_le_bytes());
    assert_eq!(read(Format::Sheet, &bytes, &reader()), Err(Unreadable::TooHeavy));
}

#[test]
fn entities_of_a_file_are_not_unfolded() {
    assert_eq!(read_file("laughs.xlsx"), Err(Unreadable::Sheet));
}

#[test]
fn a_page_is_read_with_its_title() {
    let page = b"<title>Returns | Shop</title><h1>Returns</h1><p>60 days.</p><script>x</script>";
    let expected = Read::Text { markdown: "# Returns\n\n60 days.".into(), title: Some("Returns".into()) };
    assert_eq!(read(Format::Html, page, &reader()), Ok(expected));
    assert_eq!(read(Format::Html, b"<script>x</script>", &reader()), Err(Unreadable::Empty));
    assert_eq!(read(Format::Html, "<div>".repeat(500).as_bytes(), &reader()), Err(Unreadable::Html));
}

#[test]
fn a_page_that_takes_forever_is_stopped() {
    let attributes: String = (0..200_000).map(|number| format!(" a{number}")).collect();
    let hasty = ReaderProcess { patience: std::time::Duration::from_millis(300), ..reader() };
    assert_eq!(read(Format::Html, format!("<p{attributes}>").as_bytes(), &hasty), Err(Unreadable::TooHeavy));
}
