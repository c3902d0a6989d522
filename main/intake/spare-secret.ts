import { type hashTicketSecret, makeTicketSecret } from '../trust/ticket-secret.ts';

export interface HashedSecret {
  secret: string;
  /** As it is stored: slow to make. */
  hash: string;
}

/** A secret whose slow hash is already made, so that no visitor waits for it. */
export interface SpareSecret {
  /** Gives the spare one, never the same twice, and begins the next. */
  take(): Promise<HashedSecret>;
}

/**
 * The hash is slow on purpose (guessing must be), and it does not depend on the complaint: so it is made before somebody
 * asks for it. The spare one lives in memory alone and has no ticket yet.
 */
export function keepSpareSecret(hash: typeof hashTicketSecret): SpareSecret {
  let spare = make();

  async function make(): Promise<HashedSecret> {
    const secret = makeTicketSecret();
    return { secret, hash: await hash(secret) };
  }

  // A failure belongs to whoever takes the secret, not to the process.
  spare.catch(() => {});
  return {
    take() {
      const taken = spare;
      spare = make();
      spare.catch(() => {});
      return taken;
    },
  };
}
