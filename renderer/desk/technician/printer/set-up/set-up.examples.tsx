import { aSeenPrinter, foundPrinters } from '../../../../bridge/fake-desk.ts';
import type { Example } from '../../../../gallery/example.ts';
import { AtTheDesk } from '../../../frame/desk-frame.tsx';
import type { SetUpContext } from './set-up.machine.ts';
import { SetUpView } from './set-up-view.tsx';

const step = (name: string, state: string, changes: Partial<SetUpContext> = {}): Example => ({
  name,
  isScreen: true,
  render: () => (
    <AtTheDesk>
      <SetUpView
        state={state}
        context={{
          found: foundPrinters(),
          typed: '',
          seen: aSeenPrinter(),
          profile: 'epson-80',
          trial: { outcome: 'printed', trouble: null },
          wrong: null,
          problem: null,
          ...changes,
        }}
        send={() => {}}
      />
    </AtTheDesk>
  ),
});

const IN_FORCE = { profile: 'generic-58', address: '/dev/usb/lp1' };
const twoOnCable = foundPrinters({
  printers: [
    aSeenPrinter(),
    aSeenPrinter({ address: '/dev/usb/lp1', name: null, state: 'out-of-paper', proposed: null }),
  ],
  set: IN_FORCE,
});
const nameless = aSeenPrinter({ address: 'tcp://192.0.2.30:9100', name: null, proposed: null });

export const examples: readonly Example[] = [
  step('looking', 'finding'),
  step('one-on-a-cable-none-in-force', 'choosingPrinter'),
  step('two-on-cables-one-of-them-in-force', 'choosingPrinter', { found: twoOnCable }),
  step('none-on-a-cable', 'choosingPrinter', { found: foundPrinters({ printers: [] }) }),
  step('an-address-empty', 'typing'),
  step('an-address-where-nobody-answers', 'typing', { typed: '192.0.2.31', wrong: 'nobody-there' }),
  step('asking', 'asking'),
  step('the-kind-proposed-by-its-name', 'choosingKind', { profile: null }),
  step('the-kind-nothing-to-go-by', 'choosingKind', { seen: nameless, profile: 'generic-80' }),
  step('printing', 'trying'),
  step('reading-the-paper', 'reading'),
  step('reading-the-paper-the-printer-unsure', 'reading', {
    trial: { outcome: 'unknown', trouble: 'connection-lost' },
  }),
  step('it-did-not-come-out-another-stays-in-force', 'notOut', {
    found: twoOnCable,
    trial: { outcome: 'failed', trouble: 'out-of-paper' },
  }),
  step('saving', 'setting'),
  step('in-force', 'done'),
  step('not-written-down', 'failed', { problem: { code: 'config.not-writable' } }),
];
