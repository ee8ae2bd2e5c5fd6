/** What the demo is about. */
export const cell = { party: 'united-states', issue: 'approach-to-moscow' } as const;
export const cellPath = `/v1/stances/${cell.party}/${cell.issue}`;

/** The evening of the day on which aid was paused: everything dated that day counts. */
export const asked = { validAt: '2025-03-04', spoken: '4 March 2025' } as const;

/** A memory shorter than the issue's own, in days. */
export const shortMemory = 30;
