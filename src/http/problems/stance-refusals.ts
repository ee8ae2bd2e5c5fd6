/** What any question about stances may refuse with, because of its basis. */
export const stanceRefusals = ['bad-time', 'beyond-head', 'unknown-speaker', 'unknown-source', 'behind'] as const;
