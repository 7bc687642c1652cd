//! Server-sent events, as far as chat endpoints use them: the `data` of each event, whatever the line
//! ends are and wherever the network cuts.
//! <https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation>

#[derive(Default)]
pub(super) struct Events {
    line: Vec<u8>,
    /// The lines of `data` of the event that has not ended yet.
    data: Vec<Vec<u8>>,
    after_return: bool,
}

impl Events {
    /// The events that these bytes complete.
    pub(super) fn feed(&mut self, bytes: &[u8]) -> Vec<String> {
        let mut complete = Vec::new();
        let mut rest = bytes;
        if self.after_return && !rest.is_empty() {
            rest = rest.strip_prefix(b"\n").unwrap_or(rest);
            self.after_return = false;
        }
        while let Some(end) = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')) {
            self.line.extend_from_slice(&rest[..end]);
            complete.extend(self.end_line());
            let ending = if rest[end..].starts_with(b"\r\n") { 2 } else { 1 };
            self.after_return = rest[end..] == *b"\r";
            rest = &rest[end + ending..];
        }
        self.line.extend_from_slice(rest);
        complete
    }

    /// The event that was not ended by an empty line, as the last one of a careless server.
    pub(super) fn end(&mut self) -> Option<String> {
        self.end_line().or_else(|| self.end_event())
    }

    fn end_line(&mut self) -> Option<String> {
        let line = std::mem::take(&mut self.line);
        if line.is_empty() {
            return self.end_event();
        }
        if let Some(data) = line.strip_prefix(b"data:") {
            self.data.push(data.strip_prefix(b" ").unwrap_or(data).to_vec());
        }
        None
    }

    fn end_event(&mut self) -> Option<String> {
        let data = std::mem::take(&mut self.data);
        (!data.is_empty()).then(|| String::from_utf8_lossy(&data.join(&b'\n')).into_owned())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const STREAM: &str =
        ": hello\r\ndata: {\"a\":\r\ndata:1}\r\n\r\nevent: x\rdata: zwölf €\r\rid: 7\n\ndata: [DONE]\n\ndata:  last";

    fn events(parts: &[&[u8]]) -> Vec<String> {
        let mut events = Events::default();
        let mut complete: Vec<String> = parts.iter().flat_map(|part| events.feed(part)).collect();
        complete.extend(events.end());
        complete
    }

    #[test]
    fn every_line_end_comments_and_other_fields_are_understood() {
        assert_eq!(events(&[STREAM.as_bytes()]), ["{\"a\":\n1}", "zwölf €", "[DONE]", " last"]);
    }

    proptest! {
        #[test]
        fn where_the_network_cuts_makes_no_difference(cuts in proptest::collection::vec(0..STREAM.len(), 0..9)) {
            let mut cuts = cuts;
            cuts.extend([0, STREAM.len()]);
            cuts.sort_unstable();
            let parts: Vec<&[u8]> = cuts.windows(2).map(|cut| &STREAM.as_bytes()[cut[0]..cut[1]]).collect();
            prop_assert_eq!(events(&parts), events(&[STREAM.as_bytes()]));
        }

        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            events(&[&bytes]);
        }
    }
}
