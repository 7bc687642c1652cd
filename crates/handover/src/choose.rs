//! Which agent of the pool gets the next conversation.

use crate::{AssignTo, Member};

/// Online before offline, then the least busy, then the one who has waited longest for work, then
/// the lowest id, so that the answer is always the same one. `None`: nobody can be assigned.
#[must_use]
pub fn choose(pool: &[Member], assign_to: AssignTo) -> Option<Member> {
    pool.iter()
        .filter(|member| is_eligible(member, assign_to))
        .min_by_key(|member| (!member.online, member.load, member.idle_since, member.id))
        .copied()
}

fn is_eligible(member: &Member, assign_to: AssignTo) -> bool {
    let present = match assign_to {
        AssignTo::OnlineOnly => member.online,
        AssignTo::OnlineAndOffline => true,
    };
    present && member.load < member.capacity
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{AgentId, Timestamp};

    fn member(id: i64, online: bool, load: u32, idle_since: i64) -> Member {
        Member { id: AgentId(id), online, load, capacity: 2, idle_since: Timestamp(idle_since) }
    }

    fn chosen(pool: &[Member], assign_to: AssignTo) -> Option<i64> {
        choose(pool, assign_to).map(|member| member.id.0)
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
