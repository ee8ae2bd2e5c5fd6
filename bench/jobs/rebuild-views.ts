import { openPorts } from '../../src/app.module.js';
import { rebuildViews } from '../../src/rebuild-views.js';
import { note } from '../measure/note.js';
import { processorWatch } from '../measure/processor-watch.js';
import { configIn } from '../processes/config-in.js';
import type { Rebuilt } from './fold-objects.js';

const noteEvery = 100_000;

/** Builds all views from nothing, as `demarche rebuild` does: rows, full-text index, and at the end the indexes. */
export async function rebuildAllViews({ folder }: { readonly folder: string }): Promise<Rebuilt> {
  const config = configIn(folder);
  const ports = await openPorts(config);
  const processorSeconds = processorWatch();
  const rebuilt = await rebuildViews(ports, config, (done, total) => {
    if (done % noteEvery === 0) note(`rebuilding: ${String(done)} of ${String(total)} events`);
  });
  return { ...rebuilt, processorSeconds: processorSeconds() };
}
