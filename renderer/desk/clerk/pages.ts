import {
  CalendarCheck,
  Clock,
  HandHeart,
  type LucideIcon,
  Megaphone,
  ScrollText,
  Search,
  ShieldCheck,
  Store,
} from 'lucide-react';

export const CLERK_PAGES = [
  'tickets',
  'find',
  'ticket',
  'help',
  'day',
  'roll',
  'products',
  'announcements',
  'hours',
  'audit',
] as const;
export type ClerkPage = (typeof CLERK_PAGES)[number];
/** What can be opened by a button of its own. */
export type ClerkTool = Exclude<ClerkPage, 'ticket' | 'tickets'>;

export const CLERK_TOOLS: readonly { tool: ClerkTool; icon: LucideIcon }[] = [
  { tool: 'find', icon: Search },
  { tool: 'help', icon: HandHeart },
  { tool: 'day', icon: CalendarCheck },
  { tool: 'roll', icon: ScrollText },
  { tool: 'products', icon: Store },
  { tool: 'announcements', icon: Megaphone },
  { tool: 'hours', icon: Clock },
  { tool: 'audit', icon: ShieldCheck },
];
