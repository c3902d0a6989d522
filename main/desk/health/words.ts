import type { HealthLine, Level, Said } from '../../../shared/contract/desk.ts';

/** Builds one line of health. A green line has nothing to do next. */
export function line(
  area: HealthLine['area'],
  level: Level,
  code: string,
  said: Said,
  next: Said | null = null,
): HealthLine {
  return { area, level, code, said, next };
}

/** "3 jam", "3 hours": the largest unit alone, which is how people say it. */
export function durationSaid(ms: number): Said {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  if (minutes < 1) return { id: 'kurang dari 1 menit', en: 'less than a minute' };
  if (minutes < 60) return { id: `${minutes} menit`, en: counted(minutes, 'minute') };
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return { id: `${hours} jam`, en: counted(hours, 'hour') };
  const days = Math.floor(hours / 24);
  return { id: `${days} hari`, en: counted(days, 'day') };
}

export function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}

/** "41 GB", "812 MB". */
export function bytesSaid(bytes: number): string {
  const mega = bytes / 1024 ** 2;
  return mega < 1024 ? `${Math.floor(mega)} MB` : `${Math.floor(mega / 1024)} GB`;
}

export const CALL_TECHNICIAN: Said = {
  id: 'Hubungi teknisi pusat.',
  en: 'Call the technicians of the hub.',
};
