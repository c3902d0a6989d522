import {
  FilePlus2,
  HandHelping,
  type LucideIcon,
  MessageCircleWarning,
  PackagePlus,
  ShoppingBag,
  UserPlus,
} from 'lucide-react';
import type { CounterTicket } from '../../../shared/contract/clerk.ts';

export const KIND_ICONS: Record<CounterTicket['kind'], LucideIcon> = {
  complaint: MessageCircleWarning,
  registration: UserPlus,
  lead: HandHelping,
  'product-interest': ShoppingBag,
  'product-proposal': PackagePlus,
  'follow-up': FilePlus2,
};
