//! Which support conversations somebody wants to see.

use crate::domain::AssistantId;

/// What is absent does not narrow the list.
#[derive(Clone, Copy, Debug, Default)]
pub struct ListFilter {
    pub phase: Option<&'static str>,
    pub assistant: Option<AssistantId>,
    /// Who has it, or had it last.
    pub agent: Option<i64>,
    pub customer: Option<i64>,
    pub label: Option<i64>,
}

/// Conditions on the dialog `d`, for the parameters that hold the filter's fields in their order.
macro_rules! narrowed {
    ($phase:literal, $assistant:literal, $agent:literal, $customer:literal, $label:literal) => {
        concat!(
            " AND (",
            $phase,
            " IS NULL OR d.phase = ",
            $phase,
            ")",
            " AND (",
            $assistant,
            " IS NULL OR d.assistant = ",
            $assistant,
            ")",
            " AND (",
            $agent,
            " IS NULL OR EXISTS
                (SELECT 1 FROM handovers a WHERE a.agent = ",
            $agent,
            " AND a.dialog = d.id))",
            " AND (",
            $customer,
            " IS NULL OR d.customer = ",
            $customer,
            ")",
            " AND (",
            $label,
            " IS NULL OR EXISTS
                (SELECT 1 FROM dialog_labels l WHERE l.label = ",
            $label,
            " AND l.dialog = d.id)) "
        )
    };
}
