import {
  Ambulance,
  BadgeCheck,
  Banknote,
  BookLock,
  Briefcase,
  BriefcaseBusiness,
  Building2,
  CalendarX2,
  CircleEllipsis,
  CircleQuestionMark,
  Clock,
  Coins,
  FilePen,
  Flower2,
  Footprints,
  HandCoins,
  HandHeart,
  Handshake,
  HeartHandshake,
  House,
  IdCard,
  Landmark,
  LifeBuoy,
  ListPlus,
  LockKeyhole,
  type LucideIcon,
  Luggage,
  MapPin,
  Megaphone,
  MessageCircle,
  MessageCircleOff,
  MessageSquareText,
  Moon,
  Phone,
  PhoneOff,
  Plane,
  PlaneLanding,
  Receipt,
  Scale,
  SearchX,
  Send,
  ShieldCheck,
  Siren,
  Stethoscope,
  Sun,
  Sunrise,
  Sunset,
  TicketX,
  Umbrella,
  Undo2,
  Unlink,
  UserRound,
  UserSearch,
  UsersRound,
  Wallet,
} from 'lucide-react';
import type {
  AccusedKind,
  ComplaintCategory,
  ContactChannel,
  ContactWish,
  ProceduralStatus,
  Relation,
  SafeTime,
  Situation,
  Subject,
  WantedResult,
} from '../../../shared/domain/complaint.ts';
import type { Depth } from './draft.ts';

/** One gentle picture for each answer: no fists, no blood, no tears. Always beside words, never alone. */
export const DANGER_ICONS = { yes: Siren, no: ShieldCheck } satisfies Record<string, LucideIcon>;

export const SUBJECT_ICONS: Record<Subject, LucideIcon> = {
  self: UserRound,
  family: House,
  other: HandHeart,
};

export const RELATION_ICONS: Record<Relation, LucideIcon> = {
  spouse: HeartHandshake,
  parent: UserRound,
  child: UserRound,
  sibling: UsersRound,
  relative: House,
  friend: UsersRound,
  neighbour: House,
  companion: HandHeart,
  other: CircleEllipsis,
};

export const SITUATION_ICONS: Record<Situation, LucideIcon> = {
  'before-leaving': Luggage,
  abroad: Plane,
  returned: PlaneLanding,
};

export const CATEGORY_ICONS: Record<ComplaintCategory, LucideIcon> = {
  TPPO: Unlink,
  KEKERASAN: Umbrella,
  PUTUS_KOM: MessageCircleOff,
  SAKIT: Stethoscope,
  MENINGGAL: Flower2,
  DITAHAN: Scale,
  PULANG: House,
  DEPORTASI: PlaneLanding,
  OVERSTAY: CalendarX2,
  DOKUMEN: BookLock,
  GAJI: Wallet,
  PHK: Briefcase,
  TIDAK_SESUAI_PK: FilePen,
  JAMSOS: LifeBuoy,
  OVERCHARGING: Receipt,
  GAGAL_BERANGKAT: TicketX,
  PENIPUAN: SearchX,
  LAINNYA: CircleEllipsis,
};

export const DEPTH_ICONS: Record<Depth, LucideIcon> = { contact: Phone, full: ListPlus, short: Send };

export const ACCUSED_ICONS: Record<AccusedKind, LucideIcon> = {
  employer: BriefcaseBusiness,
  agency: Building2,
  recruiter: Megaphone,
  official: Landmark,
  other: UserRound,
  unknown: CircleQuestionMark,
};

export const WANTED_ICONS: Record<WantedResult, LucideIcon> = {
  'come-home': House,
  'be-safe': ShieldCheck,
  'wage-paid': Banknote,
  'money-back': HandCoins,
  'documents-back': IdCard,
  'medical-help': Ambulance,
  'legal-help': Scale,
  'find-person': UserSearch,
  'insurance-paid': Coins,
  'stop-others': Handshake,
  other: CircleEllipsis,
};

export const PROCEDURAL_ICONS: Record<ProceduralStatus, LucideIcon> = {
  procedural: BadgeCheck,
  'non-procedural': Footprints,
  unknown: CircleQuestionMark,
};

export const CONTACT_ICONS: Record<ContactWish['mode'], LucideIcon> = {
  confidential: LockKeyhole,
  'information-only': PhoneOff,
};

export const CHANNEL_ICONS: Record<ContactChannel, LucideIcon> = {
  whatsapp: MessageCircle,
  call: Phone,
  message: MessageSquareText,
};

export const TIME_ICONS: Record<SafeTime, LucideIcon> = {
  morning: Sunrise,
  noon: Sun,
  afternoon: Sunset,
  evening: Moon,
  any: Clock,
};

export const DISCREET_ICONS = { yes: LockKeyhole, no: MessageCircle } satisfies Record<string, LucideIcon>;

export const COUNTRY_ICONS = { one: MapPin, other: ListPlus, back: Undo2 } satisfies Record<
  string,
  LucideIcon
>;
