import type { PaperOnRoll } from '../../../shared/contract/desk.ts';
import { EXAMPLE_TIME } from '../../bridge/fake.ts';
import { aPaperOnRoll } from '../../bridge/fake-desk.ts';
import type { Example } from '../../gallery/example.ts';
import { AtTheDesk } from '../frame/desk-frame.tsx';
import { RollView } from './roll-view.tsx';

const step = (name: string, changes: Partial<PaperOnRoll>, isNoted = false): Example => ({
  name,
  isScreen: true,
  render: () => (
    <AtTheDesk>
      <RollView
        paper={aPaperOnRoll(changes)}
        isNoted={isNoted}
        {...(isNoted ? {} : { onNote: () => {} })}
        onBack={() => {}}
      />
    </AtTheDesk>
  ),
});

export const examples: readonly Example[] = [
  step('in use', {}),
  step('nearly at its end', { usedMm: 77_600, papers: 362, papersLeft: 11 }),
  step('longer than the setting says', { usedMm: 83_100, papers: 401, papersLeft: 0 }),
  step('never noted', { roll: null, usedMm: 4_300, papers: 21, papersLeft: null }),
  step('noted', { roll: { putInAt: EXAMPLE_TIME, by: '0042' }, usedMm: 0, papers: 0, papersLeft: 370 }, true),
];
