import { Database } from '../../../../src/adapters/sqlite/shared/driver.js';
import { SqliteActs } from '../../../../src/adapters/sqlite/views/sqlite-acts.js';
import { ViewsConnection } from '../../../../src/adapters/sqlite/views/views-connection.js';
import { lateIndexes, sourceIndex, viewsKind } from '../../../../src/adapters/sqlite/views/views-schema.js';
import { Codec } from '../../../../src/domain/shared/codec.js';
import type { ActFilter } from '../../../../src/ports/acts.js';
import { claim } from '../../../support/contents.js';

const acts = 2600;
const { type, schemaVersion, data } = new Codec().encode({
  type: 'StatementMade',
  data: { ...claim({}), citations: [] },
});
const everything: ActFilter = {
  party: null,
  issue: null,
  kind: null,
  speaker: null,
  source: null,
  from: null,
  to: null,
  openAt: null,
  words: [],
};

/** Every second act is on issue 7, every hundredth on issue 8; every third cites source 5. */
function filledViews(): ViewsConnection {
  const views = new ViewsConnection();
  const database = new Database(':memory:');
  database.exec(viewsKind.schema + lateIndexes + sourceIndex);
  views.use(database);
  for (let number = 1; number <= acts; number++) {
    const envelope = [0, 0, 'a', 'c', type, schemaVersion, data] as const;
    const traits = [number % 4, 0, 0, (number * 7) % acts, (number * 7) % acts, '2025'] as const;
    views.run(
      `INSERT INTO acts VALUES (?, ?, ?, ?, NULL, ${'?, '.repeat(11)}?, NULL, 0)`,
      ...[number, number, String(number), ...envelope, ...traits],
    );
    if (number % 2 === 0) views.run('INSERT INTO act_issues VALUES (?, 7, ?, ?)', number, number % 4, number);
    if (number % 100 === 0) views.run('INSERT INTO act_issues VALUES (?, 8, ?, ?)', number, number % 4, number);
    if (number % 3 === 0) views.run('INSERT INTO act_sources VALUES (?, 5, 0)', number);
  }
  return views;
}

const listed = new SqliteActs(filledViews());

/** Page after page of forty. */
function listedBy(filter: Partial<ActFilter>, sequence = acts): readonly number[] {
  const found: number[] = [];
  let page = listed.list({ sequence, filter: { ...everything, ...filter }, after: null, limit: 40 });
  while (page.length > 0) {
    found.push(...page.map(({ place }) => place.number));
    const after = page.at(-1)?.place ?? null;
    page = listed.list({ sequence, filter: { ...everything, ...filter }, after, limit: 40 });
  }
  return found;
}

function newestFirst(isListed: (number: number) => boolean): readonly number[] {
  const numbers = Array.from({ length: acts }, (_, index) => index + 1).filter(isListed);
  return numbers.sort((a, b) => ((b * 7) % acts) - ((a * 7) % acts) || b - a);
}

describe('a list of acts', () => {
  it('has those of an issue, whether they are many or few', () => {
    expect(listedBy({ issue: 7 })).toEqual(newestFirst((number) => number % 2 === 0));
    expect(listedBy({ issue: 8 })).toEqual(newestFirst((number) => number % 100 === 0));
    expect(listedBy({ issue: 9 })).toEqual([]);
  });

  it('has those of an issue, a source and a party together, as known earlier', () => {
    const expected = newestFirst(
      (number) => number % 2 === 0 && number % 3 === 0 && number % 4 === 2 && number <= 2000,
    );
    expect(listedBy({ issue: 7, source: 5, party: 2 }, 2000)).toEqual(expected);
  });
});
