import type { IssueContent } from '../../domain/issues/issue-content.js';
import type { SourceContent } from '../../domain/sources/source-content.js';

/** Catalogue entries as read, as far as reports show them. */
export type IssueEntry = IssueContent & { readonly id: string };
export type SourceEntry = SourceContent & { readonly id: string };
