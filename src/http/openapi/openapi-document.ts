import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { ActContentBody } from '../bodies/act-body.js';
import { CitationBody } from '../bodies/citation-body.js';
import { IssueContentBody } from '../bodies/issue-body.js';
import { PartyContentBody } from '../bodies/party-body.js';
import { SourceContentBody } from '../bodies/source-body.js';
import { SpeakerContentBody } from '../bodies/speaker-body.js';
import { alignmentSchemas } from './alignment-schemas.js';
import { exportSchemas } from './export-schemas.js';
import { feedSchemas } from './feed-schemas.js';
import { logSchemas } from './log-schemas.js';
import { problemSchemas } from './problem-schemas.js';
import { recordedSchemas } from './recorded-schemas.js';
import { analysisSchemas } from './analysis-schemas.js';
import { replaySchemas } from './replay-schemas.js';
import { stanceSchemas } from './stance-schemas.js';
import { traceSchemas } from './trace-schemas.js';

const description =
  'The history of what parties to a dispute said they want. Every act is an immutable, source-cited event; ' +
  'the stance of any party on any issue can be asked at any time T (`validAt`), as known at any time K ' +
  '(`atSequence`, `knownAt`).';

/** What stands in answers besides what bodies take. */
const contents = [
  PartyContentBody,
  SpeakerContentBody,
  IssueContentBody,
  SourceContentBody,
  ActContentBody,
  CitationBody,
];

/** The doors as OpenAPI 3.1 tells them, from the same declarations that check requests. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const frame = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Démarche')
    .setDescription(description)
    .setVersion('1')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .build();
  const stances = { ...stanceSchemas, ...analysisSchemas, ...alignmentSchemas, ...replaySchemas, ...feedSchemas };
  const traces = { ...traceSchemas, ...exportSchemas, ...logSchemas };
  const schemas = { ...recordedSchemas, ...stances, ...traces, ...problemSchemas };
  const components = { ...frame.components, schemas };
  return SwaggerModule.createDocument(app, { ...frame, components }, { extraModels: contents });
}
