import type { TraceView } from '../../application/tracing/views.js';
import { Addresses } from './addresses.js';
import { ContributionProvenance } from './contribution-provenance.js';
import { LogProvenance } from './log-provenance.js';
import { instant, named, type ProvAttributes, ProvStatements, real } from './prov-statements.js';
import { SourceProvenance } from './source-provenance.js';
import { rootOf, vocabulary } from './vocabulary.js';

const software = 'demarche:demarche';

/** A trace as PROV-JSON: the stance was derived from acts, these from quotes, and these from the texts of sources. */
export function provOfTrace(trace: TraceView): object {
  const statements = new ProvStatements();
  const at = new Addresses(trace.basis, 'log:');
  const log = new LogProvenance(statements, at);
  const stance = at.stance(trace.party, trace.issue);
  const projection = at.trace(trace.party, trace.issue);
  project(trace, { statements, at, stance, projection });
  frame(trace, { statements, log, at, projection });
  const sources = new SourceProvenance(statements, log, at);
  for (const source of trace.sources) sources.tell(source);
  const contributions = new ContributionProvenance(statements, log, { at, stance, projection });
  for (const contribution of trace.contributions) contributions.tell(contribution);
  return statements.document({ log: rootOf(trace.logId), demarche: vocabulary });
}

interface Computed {
  readonly statements: ProvStatements;
  readonly at: Addresses;
  readonly stance: string;
  readonly projection: string;
}

/** The stance and how it was computed; when is not told, since it is the same whenever it is. */
function project(trace: TraceView, { statements, at, stance, projection }: Computed): void {
  statements.describe('entity', stance, {
    ...toldStance(trace),
    'demarche:party': named(at.ever('party', trace.party)),
  });
  statements.describe('activity', projection, toldBasis(trace));
  statements.describe('agent', software, { 'prov:type': named('prov:SoftwareAgent'), 'prov:label': 'Démarche' });
  statements.relate('wasGeneratedBy', { 'prov:entity': stance, 'prov:activity': projection });
  statements.relate('wasAssociatedWith', {
    ...{ 'prov:activity': projection, 'prov:agent': software, 'prov:plan': planned(trace, statements) },
  });
}

/** The issue with its bands and half-life, as it was framed at K. */
function frame({ framing }: TraceView, told: Omit<Computed, 'stance'> & { readonly log: LogProvenance }): void {
  if (!framing) return;
  const { statements, log, at, projection } = told;
  log.thing('issue', [framing], ({ title }) => ({ 'prov:label': typeof title === 'string' ? title : null }));
  statements.relate('used', {
    ...{ 'prov:activity': projection, 'prov:entity': at.of('issue', framing.id, framing.sequence) },
  });
}

/** How it is computed, as a plan: the model with its version. */
function planned({ basis: { model } }: TraceView, statements: ProvStatements): string {
  const plan = `demarche:model-${model.name}-${model.version}`;
  statements.describe('entity', plan, {
    ...{ 'prov:type': named('prov:Plan'), 'demarche:model': model.name, 'demarche:modelVersion': model.version },
  });
  return plan;
}

function toldStance({ party, issue, stance }: TraceView): ProvAttributes {
  const { status, mixed, score, band, strength, spread, contributionsTotal, restShare } = stance;
  return {
    ...{ 'prov:type': named('demarche:Stance'), 'prov:label': `${party} on ${issue}`, 'demarche:status': status },
    ...{ 'demarche:score': real(score), 'demarche:band': band, 'demarche:mixed': mixed },
    ...{ 'demarche:strength': real(strength), 'demarche:spread': real(spread) },
    ...{ 'demarche:contributionsTotal': contributionsTotal, 'demarche:restShare': real(restShare) },
  };
}

function toldBasis({ basis: { validAt, knownAt, model, codebook, lens } }: TraceView): ProvAttributes {
  return {
    ...{ 'prov:type': named('demarche:Projection'), 'demarche:validAt': instant(validAt) },
    ...{ 'demarche:atSequence': knownAt.sequence, 'demarche:settled': knownAt.settled },
    'demarche:recordedAt': knownAt.recordedAt === null ? null : instant(knownAt.recordedAt),
    ...{ 'demarche:halfLifeDays': real(model.halfLifeDays), 'demarche:codebook': codebook },
    'demarche:lens': JSON.stringify(lens),
  };
}
