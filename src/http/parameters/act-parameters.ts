import { actKinds } from '../../domain/acts/act-kind.js';
import { knowledgeParameters } from './knowledge-parameters.js';
import { pageParameters } from './page-parameters.js';
import { parameters } from './parameter.js';

const text = { type: 'string' };

/** Which acts a list shows. */
export const actListParameters = parameters(
  [
    { name: 'party', says: 'Acts of this party.', schema: text, example: 'united-states' },
    { name: 'issue', says: 'Acts that lean on this issue.', schema: text },
    { name: 'kind', says: 'Acts of this kind.', schema: { type: 'string', enum: [...actKinds] } },
    { name: 'speaker', says: 'What this speaker said.', schema: text },
    { name: 'source', says: 'Acts that cite this source.', schema: text },
    { name: 'from', says: 'Acts that occurred wholly from the start of this on.', schema: text },
    { name: 'to', says: 'Acts that occurred wholly until the end of this.', schema: text },
    {
      name: 'open',
      says:
        '`true` lists open matters: threats, proposals, demands and commitments in force at `validAt`, each with ' +
        'whether it is `overdue`.',
      schema: { type: 'string', enum: ['true', 'false'] },
    },
    {
      name: 'validAt',
      says: 'Only with `open=true`: in force at the end of this time; the end of today, UTC, when left out.',
      schema: text,
      example: '2025-04-22',
    },
  ],
  pageParameters,
  knowledgeParameters,
);

/** How an act is recorded. */
export const recordingParameters = parameters([
  {
    name: 'dryRun',
    says: '`true` only checks: 200, with the quotes’ places and similar acts; nothing is recorded.',
    schema: { type: 'string', enum: ['true', 'false'] },
  },
  {
    name: 'similar',
    says: '`refuse` makes it a `likely-duplicate` when there are similar acts; else they are told.',
    schema: { type: 'string', enum: ['refuse', 'tell'] },
  },
]);
