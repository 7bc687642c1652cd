// Why an agent is away, to be picked. Colleagues see it; customers do not.
export const REASONS = ["At lunch", "On a break", "In a meeting", "Done for today"];

export const REASON_MAX = 80;
