import { type Look, openGallery } from './gallery.ts';
import { findScreenFaults, LIMITS, type ScreenFault } from './screen-faults.ts';

export interface SeenFault extends ScreenFault {
  example: string;
  look: Look;
}

export interface ScreenWalk {
  size: { width: number; height: number };
  looks: readonly Look[];
  /** Which examples; all when left out. */
  pick?: (path: string, isScreen: boolean) => boolean;
  /** Hears of each fault when it is found: a whole walk takes half an hour. */
  onFault?: (fault: SeenFault) => void;
}

/** A part of the height that stays above a seated person's reach: the gallery shows the usual standing panel. */
const OUT_OF_REACH = 0.27;

/** Walks the gallery in every look and answers with what a person would trip over. */
export async function walkScreens(walk: ScreenWalk): Promise<{ faults: SeenFault[]; looked: number }> {
  const gallery = await openGallery(walk.size);
  const isStanding = walk.size.height > walk.size.width;
  const faults: SeenFault[] = [];
  let looked = 0;
  try {
    for (const { path, isScreen } of gallery.examples) {
      if (walk.pick && !walk.pick(path, isScreen)) continue;
      for (const look of walk.looks) {
        await gallery.show(path, { motion: 'reduced', ...look });
        const found = await gallery.page.evaluate(findScreenFaults, {
          ...LIMITS,
          // Lying, a panel moves what can be moved; standing, everything must come down.
          reachPx: look.reach === 'low' && isStanding && isScreen ? walk.size.height * OUT_OF_REACH : 0,
        });
        const seen = found.map((fault) => ({ example: path, look, ...fault }));
        faults.push(...seen);
        for (const fault of seen) walk.onFault?.(fault);
        looked += 1;
      }
    }
  } finally {
    await gallery.close();
  }
  return { faults, looked };
}
