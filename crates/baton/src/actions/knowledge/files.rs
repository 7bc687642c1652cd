//! Files come in: read at once, or in the background where that takes long.

use super::{
    super::{access::Caller, apps::existing, indexing},
    SourceWish, add_all, checked, checked_title, fingerprint, note_added, refuse_known, tell, unreadable,
};
use crate::{
    app::{App, Shared},
    domain::{Source, SourceFormat, SourceKind},
    error::Error,
    knowledge::{self, Format, Pair, Read},
    store::{NewSource, SourceText},
};

/// The sources of a file: one, or one for each of its question-and-answer pairs. What takes long to read is read in
/// the background.
///
/// # Errors
/// When it is of a kind that cannot be read, or is no text.
pub async fn add_file(app: &Shared, caller: Caller, of: i64, name: &str, bytes: Vec<u8>) -> Result<Vec<Source>, Error> {
    caller.configures(of)?;
    existing(app, of).await?;
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name).to_owned();
    let format = Format::of_file(&name, &bytes).map_err(unreadable)?;
    format.check_size(bytes.len()).map_err(unreadable)?;
    let format = match format {
        Format::Pdf => SourceFormat::Pdf,
        Format::Docx => SourceFormat::Docx,
        Format::Text | Format::Markdown | Format::Html | Format::Sheet | Format::Csv | Format::PairsJson => {
            let read = read_now(app, format, bytes).await?;
            return add_read(app, (caller, of), &name, (format, read)).await;
        }
    };
    let fingerprint = fingerprint("", &[&bytes]);
    refuse_known(app, of, &fingerprint, None).await?;
    let title = checked_title(&name)?;
    let shared = app.clone();
    let add = app.store.write(move |tx| {
        Box::pin(async move {
            let at = shared.now();
            let text = SourceText {
                title: &title,
                kind: SourceKind::Text,
                body: "",
                question: None,
                phrasings: &[],
                language: None,
                fingerprint: Some(&fingerprint),
            };
            let id = shared.ids.next(at);
            tx.add_source(&NewSource { id, app: of, format: Some(format), address: None, site: None, text, at })
                .await?;
            tx.keep_file(id, &title, &bytes).await?;
            indexing::schedule(tx, of, id, at).await?;
            let added = vec![tell(&shared, tx, of, id).await?];
            note_added(tx, (caller, of, at), &added).await?;
            Ok::<_, Error>(added)
        })
    });
    add.await
}

async fn read_now(app: &App, format: Format, bytes: Vec<u8>) -> Result<Read, Error> {
    let reader = app.reader.clone();
    let read = tokio::task::spawn_blocking(move || knowledge::read(format, &bytes, &reader));
    read.await.map_err(Error::internal)?.map_err(unreadable)
}

async fn add_read(
    app: &Shared,
    by: (Caller, i64),
    name: &str,
    (format, read): (Format, Read),
) -> Result<Vec<Source>, Error> {
    let (kind, came_as) = match format {
        Format::Text => (SourceKind::Text, None),
        Format::Sheet | Format::Csv => (SourceKind::Markdown, Some(SourceFormat::Sheet)),
        Format::Markdown | Format::Html | Format::Pdf | Format::Docx | Format::PairsJson => {
            (SourceKind::Markdown, None)
        }
    };
    let wishes: Vec<SourceWish> = match read {
        Read::Text { markdown, title: _ } => vec![SourceWish::Text { title: name.into(), kind, text: markdown }],
        Read::Pairs(pairs) => pairs.into_iter().map(pair_wish).collect(),
    };
    let ready = wishes.into_iter().map(|wish| Ok((checked(app, wish)?, came_as))).collect::<Result<Vec<_>, Error>>()?;
    add_all(app, by, ready).await
}

fn pair_wish(pair: Pair) -> SourceWish {
    SourceWish::Pair { title: None, question: pair.question, phrasings: pair.phrasings, answer: pair.answer }
}
