/** What our own words in exports are expanded to. */
export const vocabulary = 'urn:demarche:terms:';

/**
 * Names a log's things in exports: by the log, since they are the same on every node and in every copy of it. What
 * comes after is the path at which any server of that log answers. (arcp: draft-soilandreyes-arcp.)
 */
export function rootOf(logId: string): string {
  return `arcp://uuid,${logId}`;
}
