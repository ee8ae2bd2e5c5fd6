import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { temporaryFolders } from '../adapters/sqlite/shared/temporary-folder.js';
import { answersOf } from '../support/faults/answers.js';
import { eventually } from '../support/faults/eventually.js';
import { type NodePlace, placeIn, settingsOf } from '../support/faults/node-place.js';
import { NodeProcess } from '../support/faults/node-process.js';
import { actId, recordAct, recordActs, recordCatalogue } from '../support/faults/recordings.js';
import { wholeLogFile } from '../support/faults/whole-log-file.js';

const folder = temporaryFolders();
const root = fileURLToPath(new URL('../../', import.meta.url));

/** Runs `demarche record` on the sample, on the place itself and not through a server. */
async function recordSample(place: NodePlace): Promise<{ readonly code: number | null; readonly told: string }> {
  const env = { ...process.env, ...settingsOf(place), DEMARCHE_URL: '', NO_COLOR: '1' };
  const command = ['dist/cli.js', 'record', '--json', 'samples/ceasefire-2025'];
  const child = spawn(process.execPath, command, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const [told, complaints, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code, told: told + complaints };
}

describe('the command line beside a running server', () => {
  it('records into the same log: both see everything, and doing it again changes nothing', async () => {
    const place = placeIn(folder());
    const node = await NodeProcess.start(place);
    const recording = recordSample(place);
    const parties = Array.from({ length: 200 }, (_, index) => ({ id: `p${index}`, name: 'A party', kind: 'faction' }));
    const replies = await Promise.all(parties.map((party) => node.post('/v1/parties', party)));
    expect(replies.map(({ status }) => status)).toEqual(parties.map(() => 201));
    expect(await recording).toMatchObject({ code: 0 });
    const { length } = await wholeLogFile(place.log);
    await eventually(async () => expect((await node.readiness()).json).toMatchObject({ sequence: length, behind: 0 }));
    expect((await node.get('/v1/acts?limit=1000')).json['items']).toHaveLength(164);
    expect(await recordSample(place)).toMatchObject({ code: 0, told: expect.not.stringContaining('"recorded"') });
    expect(await wholeLogFile(place.log)).toHaveLength(length);
    await node.stop();
  }, 120_000);
});

describe('two servers on one directory', () => {
  it('answer alike, and the second goes on with the views when the first is killed', async () => {
    const place = placeIn(folder());
    const owner = await NodeProcess.start(place);
    await recordCatalogue(owner);
    const follower = await NodeProcess.start(place);
    await Promise.all([recordActs(owner, 1, 50), recordActs(follower, 51, 50)]);
    await eventually(async () => expect((await owner.readiness()).json).toMatchObject({ sequence: 106, behind: 0 }));
    await eventually(async () => expect((await follower.readiness()).json).toMatchObject({ sequence: 106, behind: 0 }));
    expect(await answersOf(follower)).toEqual(await answersOf(owner));

    const underWay = Array.from({ length: 20 }, (_, index) => recordAct(follower, 101 + index));
    await owner.kill();
    expect((await Promise.all(underWay)).map(({ status }) => status)).toEqual(underWay.map(() => 201));
    await recordActs(follower, 121, 30);
    expect(await follower.readiness()).toMatchObject({
      status: 200,
      json: { status: 'ready', sequence: 156, behind: 0 },
    });

    const third = await NodeProcess.start(place);
    expect(await answersOf(third)).toEqual(await answersOf(follower));
    expect((await third.get(`/v1/acts/${actId(150)}`)).status).toBe(200);
    expect(await wholeLogFile(place.log)).toHaveLength(156);
    await Promise.all([third.stop(), follower.stop()]);
  }, 120_000);
});
