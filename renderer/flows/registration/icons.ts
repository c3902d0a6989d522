import {
  BookOpen,
  Briefcase,
  BriefcaseBusiness,
  Building2,
  CalendarPlus,
  CircleCheck,
  CircleDashed,
  CircleEllipsis,
  CircleQuestionMark,
  ClipboardCheck,
  Clock,
  Coins,
  FilePlus2,
  FolderOpen,
  Heart,
  HeartHandshake,
  House,
  ListChecks,
  ListPlus,
  type LucideIcon,
  Megaphone,
  MessageCircle,
  MessageCircleOff,
  PlaneTakeoff,
  Repeat,
  Search,
  Sun,
  UserRound,
  UsersRound,
} from 'lucide-react';
import type {
  DocumentState,
  EmployerKind,
  MaritalStatus,
  Scheme,
  Sex,
  WagePeriod,
} from '../../../shared/domain/registration.ts';
import type { EmergencyRelation } from '../../texts/registration.id.ts';
import type { Depth } from './draft.ts';

type Icons<T extends string> = Record<T, LucideIcon>;

/** One picture for each answer, always beside words. */
export const BEGIN_ICONS: Icons<'new' | 'resume'> = { new: FilePlus2, resume: FolderOpen };

export const AWAY_ICONS: Icons<'vacancies' | 'information' | 'complaint'> = {
  vacancies: Briefcase,
  information: BookOpen,
  complaint: Megaphone,
};

export const EMPLOYER_ICONS: Icons<EmployerKind> = { company: Building2, household: House, none: Search };

export const SCHEME_ICONS: Icons<Scheme> = {
  new: PlaneTakeoff,
  're-entry': Repeat,
  'ssw-japan': BriefcaseBusiness,
  extension: CalendarPlus,
};

export const DEPTH_ICONS: Icons<Depth> = { papers: ClipboardCheck, full: ListPlus };
export const SEX_ICONS: Icons<Sex> = { female: UserRound, male: UserRound };

export const MARITAL_ICONS: Icons<MaritalStatus> = {
  single: UserRound,
  married: HeartHandshake,
  divorced: UsersRound,
  widowed: Heart,
};

export const YES_NO_ICONS: Icons<'yes' | 'no'> = { yes: CircleCheck, no: CircleDashed };
export const WHATSAPP_ICONS: Icons<'yes' | 'no'> = { yes: MessageCircle, no: MessageCircleOff };

export const RELATION_ICONS: Icons<EmergencyRelation> = {
  spouse: HeartHandshake,
  parent: UserRound,
  child: UserRound,
  sibling: UsersRound,
  relative: House,
  friend: UsersRound,
  neighbour: House,
  other: CircleEllipsis,
};

export const WAGE_ICONS: Icons<WagePeriod> = { month: CalendarPlus, week: ListChecks, day: Sun, hour: Clock };
export const PAPER_ICONS: Icons<DocumentState> = {
  have: CircleCheck,
  missing: CircleDashed,
  unknown: CircleQuestionMark,
};
export const CURRENCY_ICON = Coins;
