import { field, type FieldNotes } from './field.js';

const lengthMax = 4000;

/** The address of a page; it is shown and never fetched. */
export function Link(notes: FieldNotes): PropertyDecorator {
  return field(
    {
      name: 'link',
      expected: `an http or https URL of at most ${lengthMax} characters`,
      holds: { type: 'string', format: 'uri', maxLength: lengthMax },
      accepts: (value) => typeof value === 'string' && value.length <= lengthMax && isWebAddress(value),
    },
    notes,
  );
}

// URL itself would pass over spaces and line ends, which then are kept and shown.
function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s\p{Surrogate}\p{Control}]+$/iu.test(text) && URL.canParse(text);
}
