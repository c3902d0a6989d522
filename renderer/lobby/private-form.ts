import { createContext, use, useEffect } from 'react';

/** Tells the lobby that something of hers stands on the screen, so that it asks sooner whether she is still there. */
export const PrivateFormContext = createContext<(isShown: boolean) => void>(() => {});

/** For the forms of flows that are otherwise for everybody to read. */
export function usePrivateForm(): void {
  const tell = use(PrivateFormContext);
  useEffect(() => {
    tell(true);
    return () => tell(false);
  }, [tell]);
}
