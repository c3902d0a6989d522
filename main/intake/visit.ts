import type { CallOutput, Ticket } from '../../shared/contract/ipc.ts';
import type { AttachmentEntry, AttachmentId } from '../../shared/domain/attachment.ts';
import type { AddPhotoResult } from '../attachments/photos.ts';
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
  /** What she was told of them, by number: a paper says the same. */
  readonly lookedUp: Map<string, CallOutput<'ticket.look-up'>>;
  /** Photos taken in it that no submission on the disk names. `claimedBy`: the submission that is being committed with it. */
  readonly photos: Map<AttachmentId, { entry: AttachmentEntry; claimedBy: string | null }>;
  /** By the id of the request: asking twice is one photo. */
  readonly photoRequests: Map<string, Promise<AddPhotoResult>>;
  /** How many it has brought, without those that it took back. */
  photoCount: number;
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
    lookedUp: new Map(),
    photos: new Map(),
    photoRequests: new Map(),
    photoCount: 0,
    drafts: new Map(),
    draftId: null,
  };
}
