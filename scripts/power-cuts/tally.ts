/** What a series of power cuts did to records that somebody had been told about. */
export interface Tally {
  cuts: number;
  /** Tickets shown by the kiosk, submissions acknowledged by the hub. */
  told: number;
  lost: number;
  doubled: number;
  /** Cuts after which the database was not whole or did not start. */
  damaged: number;
}

/** The product's series, and the same with flushing weakened: the second one must lose, or the first proves nothing. */
export interface Proof {
  product: Tally;
  control: Tally;
}

export interface ProofWish {
  cuts: number;
  /** At most; the control ends with its first loss. */
  controlCuts: number;
  note: (line: string) => void;
}

export function newTally(): Tally {
  return { cuts: 0, told: 0, lost: 0, doubled: 0, damaged: 0 };
}

/** A series in which nothing was told at all shows nothing. */
export function isWhole(tally: Tally): boolean {
  return tally.told > 0 && tally.lost + tally.doubled + tally.damaged === 0;
}

export function isProven({ product, control }: Proof): boolean {
  return isWhole(product) && control.lost > 0;
}

export function describeTally({ cuts, told, lost, doubled, damaged }: Tally, toldWord: string): string {
  return `${cuts} cuts, ${told} ${toldWord}, ${lost} lost, ${doubled} doubled, ${damaged} damaged`;
}
