/**
 * A source as a visitor can use it: the site and the year, `antaranews.com, 2023`, from the address and the note in
 * brackets. A source without an address is told as it stands.
 */
export function sourceName(source: string): string {
  const site = /(?:https?:\/\/)?(?:www\.)?((?:[a-z0-9-]+\.)+[a-z]{2,})(?![a-z])/i.exec(source)?.[1];
  const year = /\([^()]*\b((?:19|20)\d{2})\)/.exec(source)?.[1];
  return [site ?? source, site ? year : undefined].filter((part) => part !== undefined).join(', ');
}
