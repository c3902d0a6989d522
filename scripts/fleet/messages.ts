/** What the proof and the processes that play kiosks say to one another. */

export interface Identity {
  kioskId: string;
  kioskCode: string;
  /** Ed25519, PKCS #8, DER. */
  privateKey: Uint8Array;
}

export interface Setting {
  hubUrl: string;
  identities: Identity[];
  /** Real age bytes, the same for every record: the hub cannot see into them. Base64 and SHA-256. */
  sealed: { base64: string; sha256: string };
}

export type Order =
  | { order: 'set'; setting: Setting }
  /** Each kiosk begins its rounds somewhere within this. */
  | { order: 'start'; withinMs: number }
  /**
   * The first `kiosks` of this process hand in `records` each. `power-on`: they were away and start anew, all within the
   * two seconds of the kiosk's own rule; `at-once`: a visitor hands in at every one at the same moment.
   */
  | { order: 'wave'; kiosks: number; records: number; how: 'power-on' | 'at-once' }
  | { order: 'look' }
  /** Gives what was measured since the last time. */
  | { order: 'measures' }
  /** Gives all that was committed and what was answered. */
  | { order: 'account' }
  | { order: 'stop' };

/** How it stands now. */
export interface Look {
  heard: number;
  committed: number;
  acknowledged: number;
}

export interface Measures {
  /** Milliseconds of the calls that were answered with success, by call. */
  answered: Record<string, number[]>;
  /** How often calls failed, by the kiosk's own code and the hub's, such as `hub.busy 503`. */
  failed: Record<string, number>;
  /** Per kiosk of the wave: milliseconds from its first record until its last acknowledgement. */
  drainedAfter: number[];
  /** How late the timers of this process ran at worst: what the measuring itself adds. */
  ownDelayMs: number;
}

export interface Account {
  committed: { id: string; ticketNumber: string }[];
  /** First hub number that was told for an id. */
  acknowledged: [id: string, hubNumber: string][];
  /** Ids for which a second, different hub number was told. */
  toldTwice: string[];
  /** Ids that the hub set aside. */
  setAside: string[];
}
