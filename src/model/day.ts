/** The day of a moment, as `2026-03-31` in UTC. */
export const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);
