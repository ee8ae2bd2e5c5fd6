import type { TracedSourceView } from '../../application/tracing/views.js';
import type { Addresses } from './addresses.js';
import type { LogProvenance } from './log-provenance.js';
import { named, type ProvAttributes, type ProvStatements, uri } from './prov-statements.js';
import { wordIn } from './word-in.js';

/** Captured documents and their texts: what a quote was taken from, and what became of it. */
export class SourceProvenance {
  constructor(
    private readonly statements: ProvStatements,
    private readonly log: LogProvenance,
    private readonly at: Addresses,
  ) {}

  tell({ id, versions, retraction, erasure, ...source }: TracedSourceView): void {
    this.log.thing('source', versions, toldVersion);
    const [whole, text] = [this.at.ever('source', id), this.at.text(id)];
    this.statements.describe('entity', text, {
      ...{ 'prov:type': named('demarche:Text'), 'demarche:sha256': wordIn(source, 'sha256') },
      'demarche:state': erasure ? 'erased' : null,
    });
    this.statements.relate('specializationOf', { 'prov:specificEntity': text, 'prov:generalEntity': whole });
    const captured = versions[0];
    if (captured) this.log.generated(text, captured.log);
    if (retraction) this.log.invalidated(whole, 'SourceRetracted', retraction);
    if (erasure) this.log.invalidated(text, 'SourceTextErased', erasure);
    this.derive(id, wordIn(source, 'derivedFrom'));
  }

  /** A translation or digest of another source. */
  private derive(id: string, from: string | null): void {
    if (from === null) return;
    const [derived, original] = [this.at.ever('source', id), this.at.ever('source', from)];
    this.statements.describe('entity', original, { 'prov:type': named('demarche:Source') });
    this.statements.relate('wasDerivedFrom', { 'prov:generatedEntity': derived, 'prov:usedEntity': original });
  }
}

function toldVersion(version: TracedSourceView['versions'][number]): ProvAttributes {
  const word = (name: string): string | null => wordIn(version, name);
  return {
    ...{ 'prov:label': word('title'), 'demarche:publisher': word('publisher'), 'demarche:url': uri(word('url')) },
    ...{ 'demarche:published': word('published'), 'demarche:language': word('language') },
    ...{ 'demarche:kind': word('kind'), 'demarche:reliability': word('reliability'), 'demarche:state': word('state') },
  };
}
