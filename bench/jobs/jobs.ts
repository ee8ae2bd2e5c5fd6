/** What runs in a process of its own; each gives what can be written as JSON. */
const jobs = {
  'single-appends': async () => (await import('./single-appends.js')).singleAppends,
  'projected-appends': async () => (await import('./projected-appends.js')).projectedAppends,
  'single-inserts': async () => (await import('./single-inserts.js')).singleInserts,
  'fold-objects': async () => (await import('./fold-objects.js')).foldObjects,
  'hash-events': async () => (await import('./hash-events.js')).hashEvents,
  'verify-events': async () => (await import('./verify-events.js')).verifyEvents,
  'rebuild-views': async () => (await import('./rebuild-views.js')).rebuildAllViews,
  'rebuild-cells': async () => (await import('./rebuild-cells.js')).rebuildCells,
  'point-queries': async () => (await import('./point-queries.js')).pointQueries,
  matrices: async () => (await import('./matrices.js')).matrices,
  'play-replays': async () => (await import('./play-replays.js')).playReplays,
  'differ-cells': async () => (await import('./differ-cells.js')).differCells,
  'raw-server': async () => (await import('./raw-server.js')).rawServer,
  'save-answers': async () => (await import('./save-answers.js')).saveAnswers,
  'ask-stances': async () => (await import('./ask-stances.js')).askStances,
  'record-acts': async () => (await import('./record-acts.js')).recordActs,
  'ask-every-cell': async () => (await import('./ask-every-cell.js')).askEveryCell,
} as const;

export type JobName = keyof typeof jobs;
export type Job<N extends JobName> = Awaited<ReturnType<(typeof jobs)[N]>>;

export function isJobName(name: string): name is JobName {
  return Object.hasOwn(jobs, name);
}

/** Runs the job and writes its result to stdout, which nothing else does. */
export async function performJob(name: JobName, input: string): Promise<void> {
  const job = (await jobs[name]()) as (input: unknown) => unknown;
  const result = await job(JSON.parse(input));
  if (result !== undefined) process.stdout.write(JSON.stringify(result));
}
