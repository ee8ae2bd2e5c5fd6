// Prints how long files and functions are beside what we aim at, and fails over a line that is too long. ESLint holds
// the ceilings on files and functions; it no longer measures lines, and prettier leaves strings and comments alone.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const lineLengthMax = 120;
const aims = {
  'lines per file': { median: 30, p90: 80, max: 200 },
  'lines per function': { median: 6, p90: 20, max: 40 },
};

function filesIn(folder) {
  const names = readdirSync(folder, { recursive: true }).filter((name) => /\.[jt]s$/.test(name));
  return names.map((name) => {
    const path = join(folder, name);
    const text = readFileSync(path, 'utf8');
    return { path, text, lines: text.trimEnd().split('\n') };
  });
}

function functionLengthsOf({ path, text }) {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const lineAt = (position) => file.getLineAndCharacterOfPosition(position).line;
  const lengths = [];
  const visit = (node) => {
    if (ts.isFunctionLike(node) && node.body) lengths.push(lineAt(node.end) - lineAt(node.getStart()) + 1);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return lengths;
}

function describe(lengths) {
  const sorted = lengths.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return { count: sorted.length, median: at(0.5), p90: at(0.9), max: at(1) };
}

function row(name, lengths) {
  const found = describe(lengths);
  const cell = (key) => `${found[key]} (${aims[name][key]})`.padStart(12);
  return `${name.padEnd(20)}${String(found.count).padStart(7)}${cell('median')}${cell('p90')}${cell('max')}`;
}

function tooLong({ path, lines }) {
  const places = lines.map(({ length }, index) => ({ length, place: `${path}:${index + 1}` }));
  return places.filter(({ length }) => length > lineLengthMax);
}

const program = filesIn('src').filter(({ path }) => !path.endsWith('.spec.ts'));
console.log(
  `${'src (aim)'.padEnd(20)}${'count'.padStart(7)}${['median', 'p90', 'max'].map((t) => t.padStart(12)).join('')}`,
);
console.log(
  row(
    'lines per file',
    program.map(({ lines }) => lines.length),
  ),
);
console.log(row('lines per function', program.flatMap(functionLengthsOf)));

for (const { place, length } of ['src', 'test'].flatMap(filesIn).flatMap(tooLong)) {
  console.error(`${place}: ${length} characters, at most ${lineLengthMax}`);
  process.exitCode = 1;
}
