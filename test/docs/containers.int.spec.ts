import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

interface Service {
  readonly image?: string;
  readonly build?: string;
  readonly profiles?: readonly string[];
  readonly ports?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}
interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}
interface Workflow {
  readonly jobs: { readonly eventstoredb: { readonly services: { readonly eventstore: Service } } };
}

const yaml = (file: string): unknown => parse(readFileSync(file, 'utf8'), { merge: true });

describe('docker-compose.yml', () => {
  const { services, volumes } = yaml('docker-compose.yml') as Compose;
  const every = Object.entries(services);
  const of = (name: string): Service => services[name] ?? {};

  it('pins every image to one release, and is checked by CI with the very server', () => {
    const images = every.flatMap(([, { image, build }]) => (image !== undefined && build === undefined ? [image] : []));
    expect(images.length).toBeGreaterThan(5);
    for (const image of images) expect(image).toMatch(/:\d+\.\d+\.\d+(-alpine)?$/);
    const workflow = yaml('.github/workflows/ci.yml') as Workflow;
    expect(of('eventstore').image).toBe(workflow.jobs.eventstoredb.services.eventstore.image);
  });

  it('opens no port to any machine but this one', () => {
    const ports = every.flatMap(([, service]) => service.ports ?? []);
    expect(ports).toHaveLength(3);
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:\d+:\d+$/);
  });

  it('starts one server and one node, or in its cluster three of each behind a proxy', () => {
    const names = (profile: string | undefined): readonly string[] =>
      every.flatMap(([name, { profiles }]) => (profiles?.[0] === profile ? [name] : []));
    expect(names(undefined)).toEqual(['eventstore', 'demarche']);
    const three = (name: string): readonly string[] => [1, 2, 3].map((number) => `${name}-${String(number)}`);
    expect(names('cluster')).toEqual(['certificates', ...three('eventstore'), ...three('demarche'), 'proxy']);
  });

  it('gives every server and node a volume of its own, and no two the same', () => {
    const data = every
      .flatMap(([, service]) => service.volumes ?? [])
      .filter((volume) => /:\/(data|var\/)/.test(volume));
    expect(data).toHaveLength(8);
    expect(new Set(data.map((volume) => volume.split(':')[0])).size).toBe(8);
    for (const volume of data) expect(volumes).toHaveProperty(volume.split(':')[0] ?? '');
  });

  it('uses no projections, and sends nobody its telemetry', () => {
    const servers = every.filter(([name]) => name.startsWith('eventstore'));
    for (const [, { environment }] of servers) {
      expect(environment).toMatchObject({ KURRENTDB_RUN_PROJECTIONS: 'None', KURRENTDB_TELEMETRY_OPTOUT: 'true' });
    }
    expect(servers).toHaveLength(4);
  });

  it('lets nodes begin when their servers are healthy', () => {
    expect(Object.values(of('demarche').depends_on ?? {})).toEqual([{ condition: 'service_healthy' }]);
    expect(Object.keys(of('demarche-2').depends_on ?? {})).toEqual(['eventstore-1', 'eventstore-2', 'eventstore-3']);
  });
});
