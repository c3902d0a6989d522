import type { ReactNode } from 'react';
import { ticketNumberOf } from '../../../../shared/domain/ticket.ts';
import { aSlip } from '../../../bridge/fake.ts';
import type { Example } from '../../../gallery/example.ts';
import { AtTheDesk } from '../../frame/desk-frame.tsx';
import type { TakeInContext } from './take-in.machine.ts';
import {
  BeginScreen,
  CheckScreen,
  DateScreen,
  DoneScreen,
  NoWordsScreen,
  RefusedScreen,
  RestartScreen,
  SheetScreen,
  SigningScreen,
} from './take-in-screens.tsx';
import { aTakeIn } from './testing.ts';

const nothing = () => {};

const screen = (name: string, node: () => ReactNode): Example => ({
  name,
  isScreen: true,
  render: () => (
    <AtTheDesk place="clerk" session={{ staffNumber: '1001', roles: ['clerk'] }}>
      {node()}
    </AtTheDesk>
  ),
});

const signing = (state: Parameters<typeof aSlip>[0]) => (
  <SigningScreen context={aTakeIn({ paper: aSlip(state) })} send={nothing} />
);
const dated = (changes: Partial<TakeInContext> = {}) => (
  <DateScreen context={aTakeIn({ markAt: 0, dates: { 'p-irt': '31122027' }, ...changes })} send={nothing} />
);

export const examples: readonly Example[] = [
  screen('begin', () => <BeginScreen context={aTakeIn({ typedProposal: '' })} send={nothing} />),
  screen('begin-wrong', () => (
    <BeginScreen context={aTakeIn({ typedProposal: 'BBBBBBBB', fault: 'proposal' })} send={nothing} />
  )),
  screen('no-words', () => <NoWordsScreen onBack={nothing} />),
  screen('refused', () => <RefusedScreen send={nothing} />),
  screen('restart', () => <RestartScreen send={nothing} />),
  screen('date', () => dated()),
  screen('date-over', () => dated({ dates: { 'p-irt': '01012020' }, fault: 'over' })),
  screen('sheet', () => <SheetScreen context={aTakeIn()} send={nothing} />),
  screen('signing', () => signing({ state: 'printed' })),
  screen('signing-not-out', () => signing({ state: 'failed', trouble: 'out-of-paper' })),
  screen('signing-unsure', () => signing({ state: 'unknown' })),
  screen('check', () => <CheckScreen context={aTakeIn()} send={nothing} onSave={nothing} />),
  screen('done', () => (
    <DoneScreen
      context={aTakeIn({
        ticket: { number: ticketNumberOf('B4K', 70_431), secret: '482913', slipId: crypto.randomUUID() },
      })}
      send={nothing}
    />
  )),
];
