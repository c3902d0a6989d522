import type { z } from 'zod';
import { DocumentBody, type SignedDocument } from '../../../shared/contract/signed-document.ts';

/** What was signed. Throws when it does not fit the contract: the hub stores nothing that does not. */
export function bodyOf(signed: SignedDocument): DocumentBody {
  return DocumentBody.parse(JSON.parse(signed.body));
}

export function contentOf<T>(signed: SignedDocument, schema: z.ZodType<T>): T {
  return schema.parse(bodyOf(signed).content);
}
