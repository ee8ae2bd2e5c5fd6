/** What a replay goes along: as it happened, as we learned it, or as it was published. */
export const replayClocks = ['valid', 'known', 'published'] as const;
export type ReplayBy = (typeof replayClocks)[number];
