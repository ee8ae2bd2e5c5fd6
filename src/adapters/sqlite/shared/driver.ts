import Driver from 'better-sqlite3';

/** An open connection. */
export type Database = Driver.Database;

export type Statement = Driver.Statement;

export const Database = Driver;
