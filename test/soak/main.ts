import { help, optionsOf, type SoakOptions } from './options.js';
import { isSound, reportOf } from './report.js';
import { siteOf } from './site.js';
import { soak } from './soak.js';

const usage = 2;

async function run(options: SoakOptions): Promise<number> {
  const site = await siteOf(options);
  try {
    const soaked = await soak(site, options);
    process.stdout.write(`${reportOf(soaked)}\n`);
    return isSound(soaked) ? 0 : 1;
  } catch (error) {
    process.stderr.write(`NOT SOUND: ${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  } finally {
    await site.close();
  }
}

function asked(args: readonly string[]): SoakOptions | null {
  try {
    const options = optionsOf(args);
    if (options === null) process.stdout.write(help);
    return options;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${help}`);
    process.exitCode = usage;
    return null;
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const options = asked(process.argv.slice(2));
// What clients keep open for their next request does not keep the program.
if (options !== null) process.exit(await run(options));
