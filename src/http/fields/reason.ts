import { causes } from '../../domain/shared/erratum.js';
import { OneOf } from './one-of.js';
import { Text } from './text.js';

/** Why something recorded is changed, in words. */
export function Reason(): PropertyDecorator {
  const says = 'Why it is changed, in words; kept in the event and shown in the history.';
  return Text({ max: 2000 }, { says, example: 'The agency corrected its report.' });
}

/** Why something recorded is changed, as it can be counted. */
export function CauseOfChange(): PropertyDecorator {
  return OneOf(causes, { says: 'The kind of reason, so that it can be counted.', optional: true });
}
