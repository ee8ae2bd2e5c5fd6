/** What a check needs is not there: that is not a check that failed, and less one that passed. */
export class Missing extends Error {}
