import {
  BriefcaseBusiness,
  ClipboardList,
  Globe,
  type LucideIcon,
  Mailbox,
  ShoppingBasket,
  Ticket,
} from 'lucide-react';
import type { Texts } from '../../texts/id.ts';
import type { FlowKey } from '../lobby.machine.ts';

export interface Tile {
  flow: Exclude<FlowKey, 'complaint' | 'notices'>;
  icon: LucideIcon;
  words: keyof Texts['home']['tiles'];
}

/** The tasks below the first choice, in the order in which most people come for them. */
export const TILES: readonly Tile[] = [
  { flow: 'look-up', icon: Ticket, words: 'lookUp' },
  { flow: 'registration', icon: ClipboardList, words: 'registration' },
  { flow: 'vacancies', icon: BriefcaseBusiness, words: 'vacancies' },
  { flow: 'information', icon: Globe, words: 'information' },
  { flow: 'services', icon: Mailbox, words: 'services' },
  { flow: 'showcase', icon: ShoppingBasket, words: 'showcase' },
];
