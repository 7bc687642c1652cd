//! Word documents as Markdown: headings by style, lists, tables. Deleted, moved-away and hidden text is left out.

mod body;
mod numbering;
mod paragraph;
mod styles;

use body::Body;
use numbering::Numbering;
use styles::Styles;

use super::archive::Archive;
use super::decode::decode;
use super::unreadable::Unreadable;

/// The text with its title.
///
/// # Errors
/// When it is no document, or one beyond the limits of `archive` and `xml`.
pub fn read(bytes: &[u8]) -> Result<(String, Option<String>), Unreadable> {
    let mut archive = Archive::open(bytes, &Unreadable::Docx)?;
    let mut part = |name: &str| -> Result<Option<String>, Unreadable> {
        archive.part(name)?.map(|bytes| decode(&bytes).map_err(|_| Unreadable::Docx)).transpose()
    };
    let document = part("word/document.xml")?.ok_or(Unreadable::Docx)?;
    let styles = Styles::parse(&part("word/styles.xml")?.unwrap_or_default()).map_err(|_| Unreadable::Docx)?;
    let numbering = Numbering::parse(&part("word/numbering.xml")?.unwrap_or_default()).map_err(|_| Unreadable::Docx)?;
    let written = Body::new(&styles, &numbering).write(&document).map_err(|_| Unreadable::Docx)?;
    if written.markdown.is_empty() { Err(Unreadable::Empty) } else { Ok((written.markdown, written.title)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::read::archive::tests::packed;

    const STYLES: &str = r#"<w:styles xmlns:w="w">
        <w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
        <w:style w:styleId="Eigene"><w:name w:val="Eigene"/><w:basedOn w:val="berschrift1"/></w:style>
        <w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>
        <w:style w:styleId="Unter"><w:name w:val="Sub"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
        <w:style w:styleId="Liste"><w:name w:val="List"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>
        </w:styles>"#;
    const NUMBERING: &str = r#"<w:numbering xmlns:w="w">
        <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
        <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
        </w:numbering>"#;

    fn document(body: &str) -> Result<(String, Option<String>), Unreadable> {
        let document = format!("<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>");
        read(&packed(&[
            ("word/document.xml", document.as_bytes()),
            ("word/styles.xml", STYLES.as_bytes()),
            ("word/numbering.xml", NUMBERING.as_bytes()),
        ]))
    }

    fn styled(style: &str, text: &str) -> String {
        format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
    }

    fn item(number: u8, level: u8, text: &str) -> String {
        format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{number}\"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
        )
    }

    fn markdown(body: &str) -> String {
        document(body).expect("readable").0
    }

    #[test]
    fn headings_are_known_by_style_in_any_language() {
        let body =
            [styled("Titel", "Guide"), styled("Eigene", "Returns"), styled("Unter", "Cost"), styled("None", "Free.")];
        let (markdown, title) = document(&body.concat()).expect("readable");
        assert_eq!(markdown, "# Guide\n\n# Returns\n\n## Cost\n\nFree.");
        assert_eq!(title.as_deref(), Some("Guide"));
    }

    #[test]
    fn lists_keep_their_marks_and_numbers() {
        let body = [item(1, 0, "Pack"), item(1, 1, "tent"), item(1, 0, "Send"), styled("Liste", "free")];
        assert_eq!(markdown(&body.concat()), "1. Pack\n  - tent\n2. Send\n- free");
    }

    #[test]
    fn tables_become_tables_and_nested_ones_text() {
        let cell = |text: &str| format!("<w:tc>{}</w:tc>", styled("None", text));
        let nested = format!("<w:tc><w:tbl><w:tr>{}{}</w:tr></w:tbl><w:p/></w:tc>", cell("a"), cell("b"));
        let body =
            format!("<w:tbl><w:tr>{}{}</w:tr><w:tr>{}{nested}</w:tr></w:tbl>", cell("Size"), cell("Price"), cell("L"));
        assert_eq!(markdown(&body), "| Size | Price |\n| --- | --- |\n| L | a; b |");
    }

    #[test]
    fn a_table_of_one_cell_is_a_frame_around_text() {
        assert_eq!(markdown(&format!("<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>", styled("x", "Note."))), "Note.");
    }

    #[test]
    fn runs_links_tabs_and_breaks_are_one_text() {
        let body = "<w:p><w:r><w:t>Write </w:t></w:r><w:hyperlink><w:r><w:t>to us</w:t></w:r></w:hyperlink>\
            <w:r><w:tab/><w:t>now</w:t><w:br/><w:t>or 5</w:t><w:noBreakHyphen/><w:t>6 &lt; 7</w:t></w:r></w:p>";
        assert_eq!(markdown(body), "Write to us now\nor 5-6 < 7");
    }

    #[test]
    fn what_a_reader_does_not_see_is_left_out() {
        let body = "<w:p><w:r><w:t>Seen.</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden.</w:t></w:r>\
            <w:del><w:r><w:delText>Gone.</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>Moved.</w:t></w:r></w:moveFrom>\
            <w:r><w:rPr><w:vanish w:val=\"false\"/></w:rPr><w:t> Shown.</w:t></w:r></w:p>";
        assert_eq!(markdown(body), "Seen. Shown.");
    }

    #[test]
    fn a_text_box_is_read_once_and_does_not_break_its_paragraph() {
        let inner = styled("x", "In the box.");
        let body = format!(
            "<w:p><w:r><w:t>Around </w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>{inner}</w:txbxContent></mc:Choice>\
            <mc:Fallback><w:txbxContent>{inner}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>it.</w:t></w:r></w:p>"
        );
        assert_eq!(markdown(&body), "In the box.\n\nAround it.");
    }

    #[test]
    fn what_cannot_be_read_is_said_so() {
        assert_eq!(read(b"words"), Err(Unreadable::Docx));
        assert_eq!(read(&packed(&[("xl/workbook.xml", b"<a/>")])), Err(Unreadable::Docx));
        assert_eq!(document("<w:p/>"), Err(Unreadable::Empty));
        assert_eq!(document(&"<w:p>".repeat(300)), Err(Unreadable::Docx));
        let laughs = b"<!DOCTYPE a [<!ENTITY b \"ha\">]><w:document>&b;</w:document>";
        assert_eq!(read(&packed(&[("word/document.xml", laughs)])), Err(Unreadable::Docx));
    }
}
