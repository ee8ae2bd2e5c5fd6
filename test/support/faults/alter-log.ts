import { Database } from '../../../src/adapters/sqlite/shared/driver.js';

/** Changes a log file behind everybody's back, as somebody with the file and SQLite can: its triggers are in no way. */
export function alterLog(file: string, sql: string): void {
  const connection = new Database(file);
  const triggers = connection
    .prepare<[], { name: string; sql: string }>(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`)
    .all();
  connection.exec(triggers.map(({ name }) => `DROP TRIGGER ${name};`).join(''));
  connection.exec(sql);
  connection.exec(triggers.map((trigger) => `${trigger.sql};`).join(''));
  connection.close();
}
