import type { ActView, ShiftView } from '../../application/asking/views.js';
import type { Band } from '../../domain/issues/issue-content.js';
import { bandPaint } from '../asking/band-paint.js';
import type { Library } from '../asking/library.js';
import { quoteOf } from '../asking/shown-quote.js';
import { plain } from '../terminal/plain.js';
import { shortTime } from '../terminal/short-time.js';
import { signed } from '../terminal/signed.js';
import { table } from '../terminal/table.js';
import type { Terminal } from '../terminal/terminal.js';
import { wrap } from '../terminal/wrap.js';
import { cell } from './question.js';

export interface Setting {
  readonly bands: readonly Band[];
  readonly library: Library;
  readonly out: Terminal;
}

const widthMax = 100;
const preparingMax = 3;
const indent = ' '.repeat(6);

/** A table of the shifts, then each of them with the acts that caused it and what is quoted for them. */
export async function shiftStories(shifts: readonly ShiftView[], setting: Setting): Promise<readonly string[]> {
  const stories = await Promise.all(shifts.map((shift, index) => story(shift, index + 1, setting)));
  return [...overview(shifts, setting), ...stories.flatMap((lines) => ['', ...lines])];
}

function overview(shifts: readonly ShiftView[], { bands, out }: Setting): readonly string[] {
  const paint = bandPaint(bands, out.colors);
  const rows = shifts.map(({ at, from, to, before, after, trigger, acts }, index) => [
    `  ${index + 1}`,
    shortTime(at),
    { text: from, paint: paint(from) },
    { text: `→ ${to}`, paint: paint(to) },
    signed(before),
    signed(after),
    String(trigger.length),
    String(acts.length),
  ]);
  const right = { align: 'right' } as const;
  const left = ['  #', 'counts from', 'from', 'to'].map((title) => ({ title }));
  const numbers = ['before', 'after', 'acts', 'since the last'].map((title) => ({ title, ...right }));
  const lines = table([...left, ...numbers], rows, { title: out.colors.dim, width: out.width });
  return [out.colors.bold('Shifts'), ...lines];
}

async function story(shift: ShiftView, ordinal: number, { bands, library, out }: Setting): Promise<readonly string[]> {
  const paint = bandPaint(bands, out.colors);
  const head = `  ${ordinal}. ${shortTime(shift.at)}: ${shift.from} → ${paint(shift.to)(shift.to)}, through`;
  const acts = await Promise.all(shift.acts.map((id) => library.act(id)));
  const triggers = acts.filter(({ id }) => shift.trigger.includes(id));
  const before = preparing(shift, acts);
  const told = await Promise.all([...triggers, ...before].map((act) => actLines(act, shift, { library, out })));
  const prepared = before.length === 0 ? [] : [out.colors.dim(`${indent}and before that, among others`)];
  return [
    out.colors.bold(head),
    ...told.slice(0, triggers.length).flat(),
    ...prepared,
    ...told.slice(triggers.length).flat(),
  ];
}

/** The last acts before the shift's own step that leaned at least as far as it went. */
function preparing({ trigger, before, after }: ShiftView, acts: readonly ActView[]): readonly ActView[] {
  const direction = Math.sign(after - before);
  const leaned = acts.filter(
    (act) => !trigger.includes(act.id) && (valueOf(act) ?? -direction) * direction >= after * direction,
  );
  return leaned.slice(-preparingMax).reverse();
}

function valueOf({ leanings }: ActView): number | null {
  return leanings.find(({ issue }) => issue === cell.issue)?.value ?? null;
}

type Shown = Pick<Setting, 'library' | 'out'>;

async function actLines(act: ActView, shift: ShiftView, { library, out }: Shown): Promise<readonly string[]> {
  const quote = await quoteOf(act, library);
  const value = valueOf(act);
  const leaning = value === null ? '' : ` (${signed(value)})`;
  const width = Math.min(out.width, widthMax) - indent.length;
  const changed = shift.trigger.includes(act.id) && act.effective < shift.at ? ', taken back or in force again' : '';
  const summary = wrap(`${act.occurred} ${act.kind}${leaning}${changed}: ${plain(act.summary)}`, width - 2);
  const cited = quote === null ? [] : wrap(`${quote.text} · ${quote.source}`, width - 2);
  return [
    ...summary.map((line, index) => `${indent}${index === 0 ? '• ' : '  '}${line}`),
    ...cited.map((line) => out.colors.dim(`${indent}  ${line}`)),
  ];
}
