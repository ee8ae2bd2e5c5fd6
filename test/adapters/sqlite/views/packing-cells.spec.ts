import { Database } from '../../../../src/adapters/sqlite/shared/driver.js';
import { CellWriter } from '../../../../src/adapters/sqlite/views/cell-writer.js';
import { readCell } from '../../../../src/adapters/sqlite/views/stored-cell.js';
import { ViewsConnection } from '../../../../src/adapters/sqlite/views/views-connection.js';
import { viewsKind } from '../../../../src/adapters/sqlite/views/views-schema.js';
import { Cell } from '../../../../src/domain/stances/cell.js';
import { act, at, day } from '../../../domain/stances/build.js';

const may = at('2025-05-01');
const key = { party: 3, issue: 4 };

function emptyViews(): ViewsConnection {
  const views = new ViewsConnection();
  const database = new Database(':memory:');
  database.exec(viewsKind.schema);
  views.use(database);
  return views;
}

function rowsOf(cell: Cell) {
  return Array.from({ length: cell.length }, (_, row) => cell.rowAt(row));
}

/** Opens so many rows, and closes every third again. */
function follow(target: CellWriter | Cell, from: number, count: number): void {
  for (let number = from; number < from + count; number++) {
    const row = act(number, may + ((number * 7) % 500) * day);
    if (target instanceof Cell) target.open(row);
    else target.open({ change: 'row-opened', ...key, row });
    if (number % 3 > 0) continue;
    if (target instanceof Cell) target.close(number, number + 1);
    else target.close({ change: 'row-closed', ...key, act: number, at: number + 1 });
  }
}

function changesIn(views: ViewsConnection): number {
  return views.one<{ changes: number }>('SELECT count(*) AS changes FROM cell_changes')?.changes ?? 0;
}

describe('cells in the views', () => {
  it('are the same whether their rows were built into blocks, came one by one, or both', () => {
    const expected = Cell.of([]);
    follow(expected, 1, 2000);
    for (const built of [0, 1, 900, 2000]) {
      const views = emptyViews();
      const writer = new CellWriter(views);
      writer.build();
      follow(writer, 1, built);
      writer.finish();
      follow(writer, built + 1, 2000 - built);
      expect(rowsOf(readCell(views, key))).toEqual(rowsOf(expected));
    }
  });

  it('are packed now and then, so that what changed since stays little', () => {
    const views = emptyViews();
    let most = 0;
    const writer = new CellWriter(views);
    for (let number = 1; number <= 3000; number++) {
      follow(writer, number, 1);
      most = Math.max(most, changesIn(views));
    }
    expect(most).toBeGreaterThan(400);
    expect(most).toBeLessThanOrEqual(1000);
  });

  it('are packed by a writer that began where another ended', () => {
    const views = emptyViews();
    for (let number = 1; number <= 600; number++) follow(new CellWriter(views), number, 1);
    expect(changesIn(views)).toBeLessThan(512);
  });
});
