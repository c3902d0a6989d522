import {
  Cable,
  CloudUpload,
  HardDrive,
  HeartPulse,
  IdCard,
  Layers,
  ListOrdered,
  type LucideIcon,
  Power,
  Printer,
  ScrollText,
  ShieldCheck,
  Trash2,
  Usb,
} from 'lucide-react';
import type { HealthLine, QueueEntry, StaffSession } from '../../../shared/contract/desk.ts';

export const PAGES = [
  'health',
  'link',
  'queue',
  'round',
  'printer',
  'storage',
  'stick',
  'logs',
  'versions',
  'audit',
  'enrol',
  'restart',
  'retire',
] as const;
export type Page = (typeof PAGES)[number];

/** What somebody who sets the kiosk up may open: what the contract's `SETUP_CALLS` can answer. */
const SETUP_PAGES: readonly Page[] = ['health', 'enrol', 'link', 'round', 'printer', 'versions', 'restart'];

export const PAGE_ICONS: Record<Page, LucideIcon> = {
  health: HeartPulse,
  link: Cable,
  queue: ListOrdered,
  round: CloudUpload,
  printer: Printer,
  storage: HardDrive,
  stick: Usb,
  logs: ScrollText,
  versions: Layers,
  audit: ShieldCheck,
  enrol: IdCard,
  restart: Power,
  retire: Trash2,
};

export function pagesFor(roles: StaffSession['roles']): readonly Page[] {
  if (roles.includes('technician') || roles.includes('supervisor')) return PAGES;
  return roles.includes('setup') ? SETUP_PAGES : [];
}

/** Where a line of health is looked into or repaired. `show`: what the queue begins with. */
const PLACES: Record<HealthLine['area'], { page: Page; show?: QueueEntry['state'] }> = {
  link: { page: 'link' },
  hub: { page: 'link' },
  credential: { page: 'enrol' },
  queue: { page: 'round' },
  'set-aside': { page: 'queue', show: 'needs-person' },
  printer: { page: 'printer' },
  disk: { page: 'storage' },
  database: { page: 'storage' },
  clock: { page: 'link' },
  content: { page: 'versions' },
  staff: { page: 'round' },
  app: { page: 'logs' },
};

/** The page for a line; the first page that is open where that one is not. */
export function placeOf(
  { area }: Pick<HealthLine, 'area'>,
  open: readonly Page[],
): { page: Page; show?: QueueEntry['state'] } {
  const place = PLACES[area];
  return open.includes(place.page) ? place : { page: 'health' };
}
