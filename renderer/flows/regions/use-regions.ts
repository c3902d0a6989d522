import { useEffect, useState } from 'react';
import type { Wilayah } from '../../../shared/domain/wilayah.ts';
import type { Bridge } from '../../bridge/bridge.ts';

export type RegionList =
  | { state: 'loading' }
  | { state: 'unreadable' }
  | { state: 'ready'; regions: Wilayah[] };

/** How long a list is waited for before she may write the name herself. */
const PATIENCE_MS = 5_000;

/** The regions right below one (null: the provinces). `undefined`: nothing is listed there. */
export function useRegions(bridge: Bridge, below: string | null | undefined): RegionList {
  const [list, setList] = useState<RegionList>({ state: 'loading' });
  useEffect(() => {
    if (below === undefined) return setList({ state: 'unreadable' });
    let isOver = false;
    const say = (found: RegionList) => {
      if (!isOver) setList(found);
    };
    setList({ state: 'loading' });
    const timer = setTimeout(() => say({ state: 'unreadable' }), PATIENCE_MS);
    void bridge.call('wilayah.list', { below }).then((read) => {
      clearTimeout(timer);
      const regions = read.ok ? read.value.regions : [];
      say(regions.length > 0 ? { state: 'ready', regions } : { state: 'unreadable' });
    });
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [bridge, below]);
  return list;
}
