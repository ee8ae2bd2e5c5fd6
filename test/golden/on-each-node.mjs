// Runs the golden tests, or with --all every test, on several versions of Node, to see that each gives the same bytes:
// node test/golden/on-each-node.mjs [--all] [20 22 24]. Each version comes from npm and works in a scratch copy of what
// git sees, kept for the next run in the temporary directory, since on Node 20 SQLite may have to be compiled.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath, URL } from 'node:url';

const { platform, arch } = process;
const root = fileURLToPath(new URL('../../', import.meta.url));
const given = process.argv.slice(2);
const versions = given.filter((argument) => /^\d+$/.test(argument));
const tests = given.includes('--all') ? [] : ['test/golden'];

/** Runs to its end; what it said is shown when it failed. */
function run(program, args, options = {}) {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 2 ** 28, ...options });
  if (status !== 0) process.stderr.write(`${stdout ?? ''}${stderr ?? ''}\n`);
  return { passed: status === 0, said: stdout ?? '' };
}

/** The package with this platform's binary of Node, and its headers. */
function installNode(version, home) {
  const name = `${platform === 'darwin' && arch === 'arm64' ? 'node-bin' : 'node'}-${platform}-${arch}`;
  const folder = join(home, 'node_modules', name);
  if (!existsSync(folder)) run('npm', ['install', '--no-save', '--prefix', home, `${name}@${version}`]);
  return folder;
}

/** The project as it lies there, changes and new files too; what was installed stays. */
function copyProject(copy) {
  mkdirSync(copy, { recursive: true });
  for (const name of readdirSync(copy)) if (name !== 'node_modules') rmSync(join(copy, name), { recursive: true });
  const list = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
  const files = run('git', list, { cwd: root }).said.split('\0').filter(Boolean);
  for (const file of files.filter((name) => existsSync(join(root, name)))) cpSync(join(root, file), join(copy, file));
}

/** With the headers beside this Node for what is compiled. */
function install(copy, node, env) {
  const stamp = join(copy, 'node_modules', '.installed-from');
  const lock = readFileSync(join(copy, 'package-lock.json'), 'utf8');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  if (run('npm', ['ci', `--nodedir=${node}`], { cwd: copy, env }).passed) writeFileSync(stamp, lock);
}

/** On Node 20 there is no SQLite where it could not be compiled; then the domain is tested alone. */
function hasDriver(copy, version) {
  return Number(version) >= 22 || existsSync(join(copy, 'node_modules', 'better-sqlite3'));
}

function testOn(version) {
  const home = join(tmpdir(), 'demarche-on-each-node', version);
  mkdirSync(home, { recursive: true });
  const node = installNode(version, home);
  const env = { ...process.env, PATH: `${join(node, 'bin')}${delimiter}${process.env.PATH}` };
  const name = run('node', ['--version'], { env }).said.trim();
  const copy = join(home, 'demarche');
  copyProject(copy);
  install(copy, node, env);
  const whole = hasDriver(copy, version);
  const { passed, said } = run('npm', ['test', '--', ...(whole ? tests : ['test/golden/stances'])], { cwd: copy, env });
  console.log(`Node ${name}: ${said.trim().split('\n').at(-1)}${whole ? '' : ', without SQLite: the domain alone'}`);
  return passed;
}

const results = (versions.length > 0 ? versions : ['20', '22', '24']).map(testOn);
process.exitCode = results.every(Boolean) ? 0 : 1;
