import type { LogEventView, SourceChangeView } from '../../application/tracing/views.js';
import type { Addresses } from './addresses.js';
import { instant, named, type ProvAttributes, type ProvStatements } from './prov-statements.js';

type Kind = Parameters<Addresses['of']>[0];

/** A version of a thing, with the event that made it and why. */
export interface RecordedVersion {
  readonly id: string;
  readonly sequence: number;
  readonly revision: number;
  readonly reason: string | null;
  readonly log: LogEventView;
}

/** Names of PROV-JSON for what the log records: its events are activities, what they made are entities. */
export class LogProvenance {
  constructor(
    private readonly statements: ProvStatements,
    private readonly at: Addresses,
  ) {}

  /** A thing in all its versions, each a revision of the one before. */
  thing<V extends RecordedVersion>(kind: Kind, versions: readonly V[], tell: (version: V) => ProvAttributes): void {
    let before: string | null = null;
    for (const version of versions) {
      const entity = this.at.of(kind, version.id, version.sequence);
      this.statements.describe('entity', this.at.ever(kind, version.id), { 'prov:type': typeOf(kind) });
      this.statements.describe('entity', entity, { ...told(kind, version), ...tell(version) });
      this.made(entity, version, before);
      this.statements.relate('specializationOf', {
        ...{ 'prov:specificEntity': entity, 'prov:generalEntity': this.at.ever(kind, version.id) },
      });
      before = entity;
    }
  }

  /** Something that an event made. */
  generated(entity: string, { sequence, recordedAt }: LogEventView): void {
    const activity = this.at.event(sequence);
    this.statements.relate('wasGeneratedBy', {
      ...{ 'prov:entity': entity, 'prov:activity': activity, 'prov:time': recordedAt },
    });
  }

  /** Something that ended with an event: a source retracted, a text erased. */
  invalidated(entity: string, type: string, change: SourceChangeView): void {
    const { sequence, recordedAt, recorder, reason, cause } = change;
    const activity = this.at.event(sequence);
    const isNew = this.statements.describe('activity', activity, {
      ...timesOf(recordedAt),
      ...{ 'prov:type': named(`demarche:${type}`), 'demarche:sequence': sequence, 'demarche:reason': reason },
    });
    if (isNew) this.associated(activity, recorder);
    this.statements.relate('wasInvalidatedBy', {
      ...{ 'prov:entity': entity, 'prov:activity': activity, 'prov:time': recordedAt },
      ...{ 'demarche:reason': reason, 'demarche:cause': cause },
    });
  }

  private made(entity: string, { log, reason }: RecordedVersion, before: string | null): void {
    const activity = this.at.event(log.sequence);
    this.event(log, reason);
    this.generated(entity, log);
    this.statements.relate('wasAttributedTo', { 'prov:entity': entity, 'prov:agent': this.recorder(log.recorder) });
    if (before === null) return;
    this.statements.relate('wasDerivedFrom', {
      ...{ 'prov:generatedEntity': entity, 'prov:usedEntity': before, 'prov:activity': activity },
      'prov:type': named('prov:Revision'),
    });
  }

  private event(log: LogEventView, reason: string | null): void {
    const { sequence, recordedAt, type, schemaVersion, id, command, correlation, causation, recorder } = log;
    const activity = this.at.event(sequence);
    const isNew = this.statements.describe('activity', activity, {
      ...timesOf(recordedAt),
      ...{ 'prov:type': named(`demarche:${type}`), 'demarche:sequence': sequence, 'demarche:reason': reason },
      ...{ 'demarche:schemaVersion': schemaVersion, 'demarche:event': id, 'demarche:command': command },
      ...{ 'demarche:correlation': correlation, 'demarche:causation': causation },
    });
    if (isNew) this.associated(activity, recorder);
  }

  private associated(activity: string, recorder: string): void {
    this.statements.relate('wasAssociatedWith', {
      'prov:activity': activity,
      'prov:agent': this.recorder(recorder),
    });
  }

  private recorder(name: string): string {
    const agent = this.at.recorder(name);
    const type = named('demarche:Recorder');
    this.statements.describe('agent', agent, {
      ...{ 'prov:type': type, 'prov:label': name, 'demarche:assurance': 'asserted' },
    });
    return agent;
  }
}

function timesOf(recordedAt: string): ProvAttributes {
  return { 'prov:startTime': recordedAt, 'prov:endTime': recordedAt };
}

function told(kind: Kind, { sequence, revision, log }: RecordedVersion): ProvAttributes {
  return {
    'prov:type': typeOf(kind),
    'demarche:sequence': sequence,
    'demarche:revision': revision,
    'demarche:recordedAt': instant(log.recordedAt),
  };
}

function typeOf(kind: Kind): ReturnType<typeof named> {
  return named(`demarche:${kind.charAt(0).toUpperCase()}${kind.slice(1)}`);
}
