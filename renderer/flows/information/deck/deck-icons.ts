import {
  BriefcaseBusiness,
  Building2,
  Coins,
  Footprints,
  Globe2,
  Handshake,
  IdCard,
  Landmark,
  type LucideIcon,
  MapPinOff,
  Megaphone,
  MonitorSmartphone,
  NotebookText,
  Scale,
  ShieldAlert,
  Theater,
  Umbrella,
} from 'lucide-react';

/** By letter of a subject or key of a card. One that is new in the pack gets the page of a notebook. */
const ICONS: Readonly<Record<string, LucideIcon>> = {
  a: Scale,
  b: BriefcaseBusiness,
  c: Umbrella,
  d: Footprints,
  e: Coins,
  f: ShieldAlert,
  g: Theater,
  h: Handshake,
  i: Building2,
  j: MapPinOff,
  k: Megaphone,
  'e-kpmi': IdCard,
  ministry: Landmark,
  offices: Building2,
  missions: Globe2,
  systems: MonitorSmartphone,
};

export function iconOf(key: string): LucideIcon {
  return ICONS[key] ?? NotebookText;
}
