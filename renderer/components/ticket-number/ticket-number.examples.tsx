import type { Example } from '../../gallery/example.ts';
import { TicketNumber } from './ticket-number.tsx';

export const examples: readonly Example[] = [
  { name: 'number', render: () => <TicketNumber number="B4K2-L7M9" /> },
  { name: 'secret', render: () => <TicketNumber number="042917" groupSize={3} size="small" /> },
];
