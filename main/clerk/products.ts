import type { ClerkInput, CounterProduct } from '../../shared/contract/clerk.ts';
import type { Product } from '../../shared/contract/content/showcase.ts';
import { failed, type Result, succeeded } from '../../shared/lib/result.ts';
import type { ContentShelf } from '../content/shelf.ts';
import type { ReadableDB, WritableDB } from '../db/handles.ts';
import type { Audit } from '../staff/audit.ts';

export interface ProductsDeps {
  db: WritableDB;
  audit: Audit;
  /** Device clock. */
  now: () => number;
  content: Pick<ContentShelf, 'products' | 'hideProducts'>;
}

/** Ids of products that this office hides. */
export function hiddenProducts(db: ReadableDB): ReadonlySet<string> {
  return new Set(db.prepare('SELECT product_id FROM hidden_product').pluck().all() as string[]);
}

export function listProducts({ db, content }: Pick<ProductsDeps, 'db' | 'content'>): CounterProduct[] {
  return content.products().map((product) => counterProductOf(db, product));
}

/** Takes a product off the screens of this kiosk, or puts it back. A newer pack changes nothing of that. */
export function hideProduct(
  { db, audit, now, content }: ProductsDeps,
  { id, isHidden, reason }: ClerkInput<'clerk.hide-product'>,
  { who }: { who: string },
): Result<CounterProduct, 'clerk.not-found'> {
  const product = content.products().find((one) => one.id === id);
  if (product === undefined) return failed({ code: 'clerk.not-found' });
  const before = counterProductOf(db, product);
  if ((before.hidden !== null) === isHidden) return succeeded(before);
  audit.write({ who, act: isHidden ? 'product.hide' : 'product.show', about: id, reason }, () => {
    if (isHidden) {
      db.prepare('INSERT INTO hidden_product (product_id, at, staff_number, reason) VALUES (?, ?, ?, ?)').run(
        id,
        now(),
        who,
        reason,
      );
    } else db.prepare('DELETE FROM hidden_product WHERE product_id = ?').run(id);
  });
  content.hideProducts(hiddenProducts(db));
  return succeeded(counterProductOf(db, product));
}

function counterProductOf(db: ReadableDB, { id, name, maker }: Product): CounterProduct {
  const hidden = db
    .prepare<[string], { at: number; by: string }>(
      'SELECT at, staff_number AS by FROM hidden_product WHERE product_id = ?',
    )
    .get(id);
  return { id, name, makerName: maker.name, hidden: hidden ?? null };
}
