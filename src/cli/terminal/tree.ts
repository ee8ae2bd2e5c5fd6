import { wrap } from './wrap.js';

/** Something said, and what is said to it. */
export interface Branch {
  readonly text: string;
  readonly branches?: readonly Branch[];
}

/** Branches as a tree, each text broken so that no line is wider than so many columns. */
export function tree(branches: readonly Branch[], width: number): readonly string[] {
  return branches.flatMap((branch, index) => drawn(branch, width, index === branches.length - 1));
}

function drawn({ text, branches = [] }: Branch, width: number, isLast: boolean): readonly string[] {
  const under = isLast ? '   ' : '│  ';
  const wrapped = wrap(text, width - under.length - (branches.length > 0 ? 3 : 0));
  const first = `${isLast ? '╰─ ' : '├─ '}${wrapped[0] ?? ''}`;
  const continued = wrapped.slice(1).map((line) => `${under}${branches.length > 0 ? '│  ' : ''}${line}`);
  return [first, ...continued, ...tree(branches, width - under.length).map((line) => under + line)];
}
