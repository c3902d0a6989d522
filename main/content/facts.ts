import { Bilingual, Provenance } from '../../shared/contract/content/provenance.ts';

/** A fact somewhere in a section, with the way to it, such as `profiles.HK.wages.0`. */
export interface FoundFact {
  where: string;
  provenance: Provenance;
}

/** Every object that carries a `provenance`, at any depth. */
export function factsIn(value: unknown, where: string): FoundFact[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = Provenance.safeParse(Reflect.get(value, 'provenance'));
  const below = childrenOf(value, where).flatMap(([way, child]) => factsIn(child, way));
  return own.success ? [{ where, provenance: own.data }, ...below] : below;
}

/** Every text in two languages, at any depth. */
export function textsIn(value: unknown, where: string): { where: string; text: Bilingual }[] {
  if (typeof value !== 'object' || value === null) return [];
  const keys = Object.keys(value);
  if (keys.length === 2 && keys.includes('id') && keys.includes('en')) {
    const text = Bilingual.safeParse(value);
    if (text.success) return [{ where, text: text.data }];
  }
  return childrenOf(value, where).flatMap(([way, child]) => textsIn(child, way));
}

/**
 * The same value without the facts that ran out before `today` (`2026-11-22`): they fall out of lists. A fact
 * in a field of its own stays; its section decides what becomes of it.
 */
export function withoutExpired<T>(value: T, today: string): T {
  return pruned(value, today) as T;
}

function pruned(value: unknown, today: string): unknown {
  if (Array.isArray(value)) {
    return value.filter((item) => !isExpired(item, today)).map((item) => pruned(item, today));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, pruned(child, today)]));
}

/** Whether a value is a fact that ran out before `today`. */
export function isExpired(value: unknown, today: string): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const own = Provenance.safeParse(Reflect.get(value, 'provenance'));
  return own.success && own.data.valid_until < today;
}

function childrenOf(value: object, where: string): [string, unknown][] {
  return Object.entries(value).map(([key, child]) => [`${where}.${nameOf(child) ?? key}`, child]);
}

/** What a person would call this item of a list. */
function nameOf(child: unknown): string | null {
  if (typeof child !== 'object' || child === null) return null;
  for (const field of ['key', 'code', 'letter', 'scheme']) {
    const name: unknown = Reflect.get(child, field);
    if (typeof name === 'string') return name;
  }
  return null;
}
