/**
 * What a person typed, as it may be kept: no control characters (a wedge scanner and a paste bring them), no halves of
 * characters, and none of the marks that turn the direction of the text after them, because on an officer's screen they
 * could make one thing read as another. Emoji and right-to-left letters stay. Cleaning twice changes nothing.
 */
export function cleanText(typed: string): string {
  return typed
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n)\p{Cc}/gu, ' ')
    .replace(/[\p{Cs}\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .trim();
}
