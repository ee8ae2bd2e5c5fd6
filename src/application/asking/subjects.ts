import { Injectable } from '@nestjs/common';
import { type Subject, subjectOf } from '../../domain/sentences/subject.js';
import { LiveCatalogue } from '../projecting/live-catalogue.js';
import type { CellId } from './questions.js';

/** What sentences call a party and an issue, by their names at K. */
@Injectable()
export class Subjects {
  constructor(private readonly catalogue: LiveCatalogue) {}

  of(id: CellId, sequence: number): Subject {
    const party = this.catalogue.at('party', id.party, sequence)?.state ?? null;
    const issue = this.catalogue.at('issue', id.issue, sequence)?.state ?? null;
    return subjectOf(id, { party, issue });
  }
}
