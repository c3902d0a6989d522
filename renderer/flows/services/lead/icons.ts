import {
  CircleQuestionMark,
  HandCoins,
  House,
  type LucideIcon,
  MessageCircleQuestionMark,
  Package,
  PackageSearch,
  PlaneTakeoff,
  Send,
  Sparkles,
  Store,
} from 'lucide-react';
import type { LeadNeed } from '../../../../shared/domain/lead.ts';

/** One picture for each need. Always beside words, never alone. */
export const NEED_ICONS: Record<LeadNeed, LucideIcon> = {
  start: Sparkles,
  help: CircleQuestionMark,
  ask: MessageCircleQuestionMark,
  receive: HandCoins,
  send: Send,
  'send-at-home': Package,
  'send-abroad': PlaneTakeoff,
  track: PackageSearch,
  'have-place': Store,
  'no-place': House,
};
