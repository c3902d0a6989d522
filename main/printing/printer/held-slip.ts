import type { Clock } from '../../../shared/lib/clock.ts';
import type { Presenter } from '../profile.ts';
import type { Untaken } from './port.ts';
import { askMouth, emptyMouth, type Mouth } from './presenter.ts';
import type { Session } from './session.ts';

export interface HeldSlipOptions {
  presenter: Presenter;
  clock: Clock;
  /** Opens the line in its turn, asks a printer that is ready, and closes it. */
  contact: (act: (session: Session) => Promise<Mouth>) => Promise<void>;
}

/** How long a visitor who leaves may still reach for her slip. */
const LAST_REACH_MS = 4_000;
const LOOK_EVERY_MS = 1_000;

/**
 * The slip in the mouth of a printer that holds slips out. It is somebody's until it is taken, and nobody's afterwards: the next
 * visitor must find an empty mouth. Before the first look nobody knows what an earlier run left there.
 */
export class HeldSlip {
  private readonly options: HeldSlipOptions;
  private mayBeHeld = true;
  private takeBackAt: number | null = null;
  private onUntaken: ((how: Untaken) => void) | null = null;
  private timer: NodeJS.Timeout | null = null;
  private isStopped = false;

  constructor(options: HeldSlipOptions) {
    this.options = options;
  }

  /** Somebody may still take it. */
  get isAwaited(): boolean {
    return this.takeBackAt !== null;
  }

  /** A slip has just come out. */
  holds(onUntaken: ((how: Untaken) => void) | undefined): void {
    this.mayBeHeld = true;
    this.onUntaken = onUntaken ?? null;
    this.takeBackAt = this.now() + this.options.presenter.takeBackAfterMs;
    this.lookLater();
  }

  /** Its visitor has gone. */
  clearAway(): void {
    if (this.takeBackAt !== null) this.takeBackAt = Math.min(this.takeBackAt, this.now() + LAST_REACH_MS);
  }

  stop(): void {
    this.isStopped = true;
    if (this.timer) clearTimeout(this.timer);
  }

  /** Before anything is printed, and at the first contact: whatever is held out goes. */
  async empty(session: Session): Promise<'empty' | 'stuck' | 'silent'> {
    if (!this.mayBeHeld) return 'empty';
    const before = await askMouth(session, this.options.presenter);
    const after = before === 'held' ? await emptyMouth(session, this.options.presenter) : before;
    if (after === 'silent') return after;
    this.end(before === 'empty' ? null : after === 'stuck' ? 'stuck' : 'taken-back');
    // What is stuck stays a trouble until a person has cleared it.
    this.mayBeHeld = after === 'stuck';
    return after;
  }

  private async look(): Promise<void> {
    if (this.takeBackAt === null || this.isStopped) return;
    const isOver = this.now() >= this.takeBackAt;
    await this.options.contact(async (session) => {
      if (isOver) return this.empty(session);
      const mouth = await askMouth(session, this.options.presenter);
      if (mouth === 'empty') {
        this.mayBeHeld = false;
        this.end(null);
      } else if (mouth === 'stuck') this.end('stuck');
      return mouth;
    });
    this.lookLater();
  }

  private lookLater(): void {
    if (this.timer) clearTimeout(this.timer);
    if (this.takeBackAt === null || this.isStopped) return;
    this.timer = setTimeout(() => void this.look(), LOOK_EVERY_MS);
    this.timer.unref();
  }

  /** `how` null: it was taken. */
  private end(how: Untaken | null): void {
    const tell = this.onUntaken;
    this.takeBackAt = null;
    this.onUntaken = null;
    if (how && tell) tell(how);
  }

  private now(): number {
    return this.options.clock.monotonic();
  }
}
