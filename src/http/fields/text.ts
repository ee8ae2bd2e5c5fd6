import { hasLoneSurrogates } from '../../domain/citations/source-text.js';
import { field, type FieldNotes } from './field.js';

interface TextLimits {
  /** In UTF-16 code units, as JSON Schema and JavaScript count most texts. */
  readonly max: number;
  /** Whether it may be empty or consist of spaces. */
  readonly blank?: true;
}

/** Words: well-formed Unicode, and something to read unless it may be blank. */
export function Text({ max, blank }: TextLimits, notes: FieldNotes): PropertyDecorator {
  const words = blank ? 'text' : 'text that is not blank,';
  return field(
    {
      name: 'text',
      expected: `${words} of at most ${max} characters, well-formed Unicode`,
      holds: { type: 'string', maxLength: max, ...(!blank && { minLength: 1 }) },
      accepts: (value) =>
        typeof value === 'string' &&
        value.length <= max &&
        (blank === true || /\S/.test(value)) &&
        !hasLoneSurrogates(value),
    },
    notes,
  );
}
