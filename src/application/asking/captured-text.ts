import { Refusal } from '../../domain/shared/refusal.js';
import { TextDamaged, type Texts } from '../../ports/texts.js';

/** Which source's text, by its hash. */
interface Captured {
  readonly source: string;
  readonly sha256: string;
}

/**
 * The text of a source as it was captured; null where it was erased. A text is put before its source is recorded:
 * where there is none, or another, somebody was at the store.
 * @throws Refusal `log-altered`; LogAway
 */
export async function capturedText(texts: Texts, { source, sha256 }: Captured): Promise<string | null> {
  const altered = (what: string): Refusal =>
    new Refusal('log-altered', `The text of source \`${source}\`, SHA-256 ${sha256}, ${what}, and nobody erased it.`);
  try {
    const stored = await texts.get(sha256, true);
    if (stored.state === 'absent') throw altered('is not there any more');
    return stored.state === 'present' ? stored.text : null;
  } catch (error) {
    throw error instanceof TextDamaged ? altered('was changed where it is kept') : error;
  }
}
