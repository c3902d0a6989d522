import type Database from 'better-sqlite3';

/** A connection that may only read: queries take this, so a query cannot write. */
export type ReadableDB = Database.Database & { readonly __access: 'read' | 'write' };

/** The one connection that may write. */
export type WritableDB = Database.Database & { readonly __access: 'write' };
