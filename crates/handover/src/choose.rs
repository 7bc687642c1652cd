//! Which agent of the pool gets the next conversation.

use crate::{AssignTo, Choice, Member, Policy, Timestamp};

/// Online before offline, then those who speak the language and know the matter, then by the policy's choice, then
/// the lowest id, so that the answer is always the same one. `None`: nobody can be assigned.
#[must_use]
pub fn choose(pool: &[Member], policy: &Policy) -> Option<Member> {
    pool.iter()
        .filter(|member| is_eligible(member, policy.assign_to))
        .min_by_key(|member| (!member.online, !member.fits, turn_to_work(member, policy.choice), member.id))
        .copied()
}

/// The smaller, the sooner it is their turn.
fn turn_to_work(member: &Member, choice: Choice) -> (bool, u32, Timestamp) {
    match choice {
        Choice::LeastBusy => (false, member.load, member.idle_since),
        Choice::RoundRobin => (false, 0, member.idle_since),
        Choice::LastAgent => (!member.knows_customer, member.load, member.idle_since),
    }
}

fn is_eligible(member: &Member, assign_to: AssignTo) -> bool {
    let present = match assign_to {
        AssignTo::OnlineOnly => member.online,
        AssignTo::OnlineAndOffline => true,
    };
    present && !member.passed && member.load < member.capacity
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::AgentId;

    fn member(id: i64, online: bool, load: u32, idle_since: i64) -> Member {
        let idle_since = Timestamp(idle_since);
        Member {
            id: AgentId(id),
            online,
            load,
            capacity: 2,
            idle_since,
            passed: false,
            fits: true,
            knows_customer: false,
        }
    }

    fn chosen(pool: &[Member], assign_to: AssignTo) -> Option<i64> {
        choose(pool, &Policy { assign_to, ..Policy::PLAIN }).map(|member| member.id.0)
    }

    fn by(choice: Choice, pool: &[Member]) -> Option<i64> {
        choose(pool, &Policy { choice, ..Policy::PLAIN }).map(|member| member.id.0)
    }

    #[test]
    fn the_least_busy_is_chosen_first() {
        assert_eq!(chosen(&[member(1, true, 1, 0), member(2, true, 0, 9)], AssignTo::OnlineOnly), Some(2));
    }

    #[test]
    fn among_equally_busy_the_one_idle_longest_is_chosen() {
        assert_eq!(chosen(&[member(1, true, 1, 9), member(2, true, 1, 3)], AssignTo::OnlineOnly), Some(2));
    }

    #[test]
    fn round_robin_looks_at_turns_and_not_at_work() {
        assert_eq!(by(Choice::RoundRobin, &[member(1, true, 0, 9), member(2, true, 1, 3)]), Some(2));
    }

    #[test]
    fn whom_the_customer_knows_comes_first_if_they_are_free() {
        let known = Member { knows_customer: true, ..member(2, true, 1, 9) };
        assert_eq!(by(Choice::LastAgent, &[member(1, true, 0, 0), known]), Some(2));
        assert_eq!(by(Choice::LeastBusy, &[member(1, true, 0, 0), known]), Some(1));
        assert_eq!(by(Choice::LastAgent, &[member(1, true, 0, 0), Member { load: 2, ..known }]), Some(1));
    }

    #[test]
    fn who_speaks_the_language_comes_first_but_nobody_waits_for_them() {
        let stranger = Member { fits: false, ..member(1, true, 0, 0) };
        assert_eq!(chosen(&[stranger, member(2, true, 1, 9)], AssignTo::OnlineOnly), Some(2));
        assert_eq!(chosen(&[stranger, member(2, false, 0, 9)], AssignTo::OnlineAndOffline), Some(1));
    }

    #[test]
    fn who_let_it_go_does_not_get_it_again() {
        assert_eq!(chosen(&[Member { passed: true, ..member(1, true, 0, 0) }], AssignTo::OnlineOnly), None);
    }

    #[test]
    fn an_offline_agent_is_never_chosen_under_online_only() {
        assert_eq!(chosen(&[member(1, false, 0, 0)], AssignTo::OnlineOnly), None);
    }

    #[test]
    fn an_offline_agent_is_chosen_only_when_nobody_is_online() {
        let pool = [member(1, false, 0, 0), member(2, true, 1, 9)];
        assert_eq!(chosen(&pool, AssignTo::OnlineAndOffline), Some(2));
        assert_eq!(chosen(&pool[..1], AssignTo::OnlineAndOffline), Some(1));
    }

    #[test]
    fn nobody_is_chosen_above_capacity() {
        assert_eq!(chosen(&[member(1, true, 2, 0)], AssignTo::OnlineAndOffline), None);
    }
}
