import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { sourceShape } from './catalogue-shapes.js';
import { commandOf, sourceIdOf } from './derived-ids.js';
import { misfit } from './misfit.js';
import type { Planned } from './planned.js';
import { isMapping, type Json } from './record-document.js';
import { type Complaint, invalid, slug } from './shape.js';

export interface PlannedSource {
  /** What citations of the document cite unless they say otherwise. */
  readonly id: string | null;
  /** Null where nothing is to be captured. */
  readonly planned: Planned | null;
}

/** A source is captured, or, where its id stands alone, was captured before. */
export async function planSource(source: unknown, directory: string): Promise<PlannedSource> {
  if (source === undefined || source === null) return { id: null, planned: null };
  if (typeof source === 'string') return earlierSource(source);
  const complaints = [...sourceShape(source, ''), ...textComplaints(source)];
  if (complaints.length > 0 || !isMapping(source)) return refused(source, complaints);
  const read = await textOf(source, directory);
  if (typeof read !== 'string') return refused(source, read);
  const { textFile, ...content } = source;
  const id = idOf(source);
  const request = { method: 'POST', path: '/v1/sources', body: { ...content, id, text: read } } as const;
  const moved = textFile === undefined ? {} : { moved: { text: ['source', 'textFile'] } };
  return { id, planned: { ...asked(id), id, ...request, command: commandOf(request), ...moved } };
}

function earlierSource(id: string): PlannedSource {
  const complaints = slug(id, '');
  return { id, planned: complaints.length > 0 ? misfit(asked(id), complaints) : null };
}

function refused(source: unknown, complaints: readonly Complaint[]): PlannedSource {
  const id = isMapping(source) ? idOf(source) : 'source';
  return { id, planned: misfit(asked(id), complaints) };
}

function asked(id: string): { readonly thing: 'source'; readonly name: string; readonly at: readonly string[] } {
  return { thing: 'source', name: id, at: ['source'] };
}

function idOf({ id, url, title, published }: Json): string {
  return typeof id === 'string' ? id : sourceIdOf([url, title, published]);
}

function textComplaints(source: unknown): readonly Complaint[] {
  if (!isMapping(source)) return [];
  const given = ['text', 'textFile'].filter((key) => source[key] !== undefined && source[key] !== null);
  if (given.length === 1) return [];
  return invalid(given.length === 0 ? '' : '/textFile', 'A source has either `text` or `textFile`.');
}

async function textOf({ text, textFile }: Json, directory: string): Promise<string | readonly Complaint[]> {
  if (typeof text === 'string') return text;
  try {
    const bytes = await readFile(resolve(directory, String(textFile)));
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return invalid('/textFile', `The text cannot be read: ${why}`);
  }
}
