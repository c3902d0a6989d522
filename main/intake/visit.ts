import type { Ticket } from '../../shared/contract/ipc.ts';
import type { AttachmentEntry } from '../../shared/domain/attachment.ts';
import type { SaveDraftResult } from './drafts/drafts.ts';

/**
 * What is known for one visit only, in memory alone. Work that takes time keeps the visit it began in, so that nothing of it
 * comes to the next visitor when the visit ends meanwhile.
 */
export interface Visit {
  isOver: boolean;
  /** Tickets given in it, by submission id: the only place that knows their secrets for sure. */
  readonly tickets: Map<string, Ticket>;
  /** Numbers of tickets opened with their secret. */
  readonly openedTickets: Set<string>;
  /** Photos taken in it that no submission names yet, by the id of the request that brought them. */
  readonly photos: Map<string, Promise<AttachmentEntry | null>>;
  /** How many photos it has brought so far, also those that were removed again. */
  photosAdded: number;
  /** Drafts asked for in it, by the id of the request: asking twice gives the same code. */
  readonly drafts: Map<string, Promise<SaveDraftResult>>;
  /** Row of the draft that was saved or opened in it last. */
  draftId: string | null;
}

export function beginVisit(): Visit {
  return {
    isOver: false,
    tickets: new Map(),
    openedTickets: new Set(),
    photos: new Map(),
    photosAdded: 0,
    drafts: new Map(),
    draftId: null,
  };
}
