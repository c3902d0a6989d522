import type { ReactNode } from 'react';

/** One look of a component. Gallery, accessibility tests and screenshots all read these. */
export interface Example {
  name: string;
  render(): ReactNode;
  /** Fills the whole screen: shown alone. */
  isScreen?: boolean;
}

export interface ExampleModule {
  examples: readonly Example[];
}
