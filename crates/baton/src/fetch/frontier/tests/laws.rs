//! What holds for every site, however it is linked.

use proptest::prelude::*;

use super::{
    super::{
        super::{error::FetchError, robots::Robots},
        Course, PageState, Scope,
    },
    world::{Answer, World, html},
};

const PAGES: usize = 12;
const PATHS: [&str; PAGES] = ["/", "/a", "/b", "/c", "/d", "/e", "/f", "/g", "/h", "/i", "/j", "/k"];

fn answer() -> impl Strategy<Value = Answer> {
    let targets = proptest::collection::vec(0..PAGES, 0..6);
    let canonical = proptest::option::weighted(0.2, 0..PAGES);
    let page = (targets, canonical, 0..4).prop_map(|(targets, canonical, text)| {
        let links: String = targets.into_iter().map(|target| format!("<a href={}>", PATHS[target])).collect();
        let canonical = canonical.map(|target| format!("<link rel=canonical href={}>", PATHS[target]));
        html(&format!("{text}{links}{}", canonical.unwrap_or_default()))
    });
    prop_oneof![
        6 => page,
        1 => Just(Answer::Fails(FetchError::Server(500))),
        1 => Just(Answer::Fails(FetchError::Gone(404))),
        1 => Just(Answer::Unchanged),
        // Never in a circle: a fetcher would have said so.
        1 => Just(Answer::LeadsTo("https://acme.de/z")),
        1 => Just(Answer::LeadsTo("https://other.de/")),
    ]
}

fn world() -> impl Strategy<Value = World> {
    (proptest::collection::vec(answer(), PAGES), 1..15usize, 0..4u32).prop_map(|(answers, pages_max, depth_max)| {
        let mut world =
            World::new("/", Scope::Site).with("/z", html("<a href=/a>")).with("https://other.de/", html("<a href=/>"));
        world.site.pages_max = pages_max;
        world.site.depth_max = depth_max;
        PATHS.into_iter().zip(answers).fold(world, |world, (path, answer)| world.with(path, answer))
    })
}

proptest! {
    /// `World::add` fails when a page is queued twice.
    #[test]
    fn a_crawl_keeps_to_its_limits_and_ends(mut world in world()) {
        for _ in 0..3 {
            world.fetched.clear();
            let course = world.crawl();
            prop_assert!(world.rows.len() <= world.site.pages_max);
            prop_assert!(world.rows.values().all(|row| row.depth <= world.site.depth_max));
            prop_assert!(world.fetched.len() <= 3 * world.rows.len());
            prop_assert!(course == Course::GivenUp || world.rows.values().all(|row| row.state != PageState::Queued));
        }
    }

    #[test]
    fn two_requests_are_never_closer_than_the_site_wishes(mut world in world(), delay in 0..40i64) {
        world.robots = Robots::Open(super::super::super::robots::parse(format!("User-agent: *\nCrawl-delay: {delay}").as_bytes()));
        let began = world.now_ms;
        world.crawl();
        let pauses = i64::try_from(world.fetched.len()).unwrap() - 1;
        prop_assert!(world.now_ms - began >= pauses * delay.clamp(1, 30) * 1_000);
    }

    /// Only what has its text keeps what belongs to a text.
    #[test]
    fn a_row_without_a_text_has_no_hash_and_no_validators(mut world in world()) {
        world.crawl();
        for row in world.rows.values() {
            // A failed page may still say what it said before.
            let has_text = matches!(
                row.state,
                PageState::Read | PageState::Unchanged | PageState::Queued | PageState::Failed { .. }
            );
            prop_assert!(has_text || (row.content_hash.is_none() && row.validators.etag.is_none()));
        }
    }

    #[test]
    fn a_duplicate_is_one_of_a_page_that_was_known(mut world in world()) {
        world.crawl();
        for row in world.rows.values() {
            if let PageState::Duplicate { of } = &row.state {
                prop_assert!(world.rows.contains_key(of));
                prop_assert_ne!(of.as_str(), row.address.as_str());
            }
        }
    }
}
