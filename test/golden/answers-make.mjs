// Writes down what the golden history answers. Run it again, after `npm run build`, when answers have new fields or
// there are new questions; it refuses to change anything that was ever answered. node test/golden/answers-make.mjs
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, URL } from 'node:url';
import { questions } from './answers-questions.mjs';
import { startOn } from './history-node.mjs';

const golden = fileURLToPath(new URL('.', import.meta.url));
const answersFile = join(golden, 'answers-v1.jsonl');
const now = '2025-07-01T12:00:00.000Z';

/** Whether it says all that was said before, whatever it says besides. */
function saysAll(earlier, answer) {
  if (typeof earlier !== 'object' || earlier === null) return Object.is(earlier, answer);
  if (Array.isArray(earlier) && earlier.length !== answer?.length) return false;
  return Object.entries(earlier).every(([name, value]) => saysAll(value, answer?.[name]));
}

function earlierAnswers() {
  if (!existsSync(answersFile)) return [];
  const [, ...lines] = readFileSync(answersFile, 'utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line));
}

async function askAll(node) {
  const answers = new Map();
  const ask = async (path) => {
    const text = await node.send({ method: 'GET', path });
    const answer = /^[[{]/.test(text) ? JSON.parse(text) : text;
    answers.set(path, answer);
    return answer;
  };
  for (const path of questions) {
    const { next } = await ask(path);
    if (next) await ask(`${path}&cursor=${next}`);
  }
  return answers;
}

const folder = mkdtempSync(join(tmpdir(), 'demarche-golden-'));
for (const name of ['history-v1.db', 'history-v1-texts.db']) copyFileSync(join(golden, name), join(folder, name));
const node = await startOn(join(folder, 'history-v1.db'), { now: () => Date.parse(now) });
const answers = await askAll(node);
await node.close();
rmSync(folder, { recursive: true });

for (const [path, answer] of earlierAnswers())
  if (!saysAll(answer, answers.get(path))) throw new Error(`the answer to ${path} is no longer what it was`);
const lines = [{ history: 'history-v1.db', now }, ...answers].map((line) => `${JSON.stringify(line)}\n`);
writeFileSync(answersFile, lines.join(''));
console.log(`${answers.size} answers`);
