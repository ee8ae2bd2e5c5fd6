import { Declarations } from '../../../src/cli/recording/declarations.js';
import { type Plan, planDocument } from '../../../src/cli/recording/plan-document.js';
import { isMisfit, type Planned, type Write } from '../../../src/cli/recording/planned.js';
import { documentOf } from './document.js';

export const source =
  '{id: herald, title: T, publisher: P, published: 2025-01-02, language: en, reliability: B, text: said so}';
export const act =
  'kind: statement, occurred: 2025-01-01, summary: S, attribution: official, citations: [{exact: said}]';

export async function planned(text: string, declarations = new Declarations()): Promise<Plan> {
  const plan = await planDocument(documentOf(text), declarations);
  if ('problem' in plan) throw new Error(plan.problem.detail);
  return plan;
}

export function writes(all: readonly Planned[]): readonly Write[] {
  return all.map((each) => {
    if (isMisfit(each)) throw new Error(each.problem.detail);
    return each;
  });
}

export function details(all: readonly Planned[]): readonly string[] {
  return all.flatMap((each) => (isMisfit(each) ? each.problem.errors.map(({ detail }) => detail) : ['fits']));
}

export async function actsOf(...acts: readonly string[]): Promise<readonly Planned[]> {
  return (await planned(`source: ${source}\nacts: [${acts.map((each) => `{${each}, ${act}}`).join(', ')}]`)).acts;
}
