import type { TracedContributionView, TracedVersionView } from '../../application/tracing/views.js';
import type { Addresses } from './addresses.js';
import type { LogProvenance } from './log-provenance.js';
import { instant, named, type ProvAttributes, type ProvStatements, real } from './prov-statements.js';
import { type QuoteOrigin, quoteOrigins } from './quote-origins.js';

interface Computed {
  readonly at: Addresses;
  readonly stance: string;
  readonly projection: string;
}

/** Acts in all their versions, whose they are, on which quotes they rest, and with how much of a share they count. */
export class ContributionProvenance {
  private readonly at: Addresses;

  constructor(
    private readonly statements: ProvStatements,
    private readonly log: LogProvenance,
    private readonly computed: Computed,
  ) {
    this.at = computed.at;
  }

  tell(contribution: TracedContributionView): void {
    const { act, versions, withdrawals } = contribution;
    this.log.thing('act', versions, toldVersion);
    const counting = versions.findLast(({ seen }) => seen);
    if (!counting) throw new Error(`act ${act} contributes, though none of its versions is seen`);
    const entity = this.at.of('act', act, counting.sequence);
    this.count(entity, contribution);
    this.attribute(counting);
    for (const origin of quoteOrigins(contribution)) this.quote(entity, act, origin);
    for (const withdrawal of withdrawals) this.withdraw(act, withdrawal);
  }

  /** What the act adds to the stance, with every number of it. */
  private count(entity: string, contribution: TracedContributionView): void {
    const { stance, projection } = this.computed;
    this.statements.relate('used', { 'prov:activity': projection, 'prov:entity': entity });
    this.statements.relate('wasDerivedFrom', {
      ...{ 'prov:generatedEntity': stance, 'prov:usedEntity': entity, 'prov:activity': projection },
      'prov:type': named('demarche:Contribution'),
      ...toldNumbers(contribution),
    });
  }

  private attribute({ id, party, speaker, mandate }: TracedVersionView): void {
    const [whole, whose] = [this.at.ever('act', id), this.at.ever('party', party)];
    this.statements.describe('agent', whose, { 'prov:type': named('demarche:Party') });
    this.statements.relate('wasAttributedTo', { 'prov:entity': whole, 'prov:agent': whose });
    if (speaker === null) return;
    const who = this.at.ever('speaker', speaker);
    this.statements.relate('wasAttributedTo', {
      ...{ 'prov:entity': whole, 'prov:agent': who, 'demarche:role': mandate?.role },
    });
    if (!this.statements.describe('agent', who, { 'prov:type': named('prov:Person') })) return;
    this.statements.relate('actedOnBehalfOf', { 'prov:delegate': who, 'prov:responsible': whose });
  }

  private quote(entity: string, act: string, { citation, version, index }: QuoteOrigin): void {
    const quote = this.at.quote(act, version.sequence, index);
    const { exact, start, end, counts, passage, source } = citation;
    this.statements.describe('entity', quote, {
      ...{ 'prov:type': named('demarche:Quote'), 'prov:value': exact, 'demarche:start': start, 'demarche:end': end },
      ...{ 'demarche:counts': counts, 'demarche:passage': passage.state },
      'demarche:matches': passage.state === 'present' ? passage.matches : null,
    });
    this.log.generated(quote, version.log);
    this.statements.relate('wasDerivedFrom', {
      ...{ 'prov:generatedEntity': quote, 'prov:usedEntity': this.at.text(source) },
      'prov:type': named('prov:Quotation'),
    });
    this.statements.relate('wasDerivedFrom', { 'prov:generatedEntity': entity, 'prov:usedEntity': quote });
  }

  private withdraw(
    withdrawn: string,
    { act, certainty, standing }: TracedContributionView['withdrawals'][number],
  ): void {
    const withdrawal = this.at.ever('act', act);
    this.statements.describe('entity', withdrawal, { 'prov:type': named('demarche:Act') });
    this.statements.relate('wasInfluencedBy', {
      ...{ 'prov:influencee': this.computed.stance, 'prov:influencer': withdrawal },
      ...{ 'prov:type': named('demarche:Withdrawal'), 'demarche:withdraws': named(this.at.ever('act', withdrawn)) },
      ...{ 'demarche:certainty': real(certainty), 'demarche:standing': real(standing) },
    });
  }
}

function toldVersion(version: TracedVersionView): ProvAttributes {
  const { summary, kind, occurred, until, attribution, certainty, state, seen } = version;
  return {
    ...{ 'prov:label': summary, 'demarche:kind': kind, 'demarche:occurred': occurred, 'demarche:until': until },
    ...{ 'demarche:attribution': attribution, 'demarche:certainty': real(certainty), 'demarche:state': state },
    'demarche:seen': seen,
  };
}

function toldNumbers({ effective, factors, ...contribution }: TracedContributionView): ProvAttributes {
  const { value, weight, standing, share, term, product } = contribution;
  return {
    ...{ 'demarche:effective': instant(effective), 'demarche:value': real(value), 'demarche:weight': real(weight) },
    ...{ 'demarche:standing': real(standing), 'demarche:share': real(share) },
    ...{ 'demarche:term': real(term), 'demarche:product': real(product) },
    ...{ 'demarche:factorForce': real(factors.force), 'demarche:factorAttribution': real(factors.attribution) },
    ...{ 'demarche:factorReliability': real(factors.reliability), 'demarche:factorCertainty': real(factors.certainty) },
    'demarche:factorDecay': real(factors.decay),
  };
}
