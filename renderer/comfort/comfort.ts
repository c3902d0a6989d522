/** Per cent of the usual size of reading text. */
export const TEXT_SIZES = ['100', '130', '160', '200'] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

export const THEMES = ['day', 'contrast', 'dim'] as const;
export type Theme = (typeof THEMES)[number];

/** How one visitor wants the screen. It ends with her visit. */
export interface Comfort {
  textSize: TextSize;
  theme: Theme;
  /** Every control in the part of the screen that a seated person reaches. */
  isLowReach: boolean;
  isMotionReduced: boolean;
}

/** How every visit begins. */
export const USUAL_COMFORT: Comfort = {
  textSize: '100',
  theme: 'day',
  isLowReach: false,
  isMotionReduced: false,
};

/**
 * Writes the settings on the root element, where the tokens read them. `reachPercent` is how much of the screen's height
 * a seated person reaches, from its lower edge.
 */
export function applyComfort(root: HTMLElement, comfort: Comfort, reachPercent: number): void {
  root.dataset.textSize = comfort.textSize;
  root.dataset.theme = comfort.theme;
  root.dataset.reach = comfort.isLowReach ? 'low' : 'whole';
  root.dataset.motion = comfort.isMotionReduced ? 'reduced' : 'usual';
  root.style.setProperty('--out-of-reach', `${100 - reachPercent}vh`);
}
