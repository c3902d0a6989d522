import type { z } from 'zod';
import { nearestWord } from './nearest.ts';
import { CONFIG_KEYS } from './schema.ts';

type Issue = z.core.$ZodIssue;
interface Line {
  id: string;
  en: string;
}

/** What each key takes, for a technician. */
const WANTED: Record<string, Line> = {
  '': { id: 'sebuah objek {…}', en: 'an object {…}' },
  hubUrl: {
    id: 'alamat seperti "https://hub.contoh.id"',
    en: 'an address such as "https://hub.example.org"',
  },
  enrolmentCode: {
    id: 'kode dari hub, 8–24 huruf besar, angka atau "-"',
    en: 'the code from the hub, 8–24 capitals, digits or "-"',
  },
  printer: {
    id: '{"profile": "…", "address": "…"} atau null',
    en: '{"profile": "…", "address": "…"} or null',
  },
  'printer.profile': { id: 'nama profil pencetak', en: 'the name of a printer profile' },
  'printer.address': {
    id: 'alamat seperti "tcp://192.0.2.10:9100"',
    en: 'an address such as "tcp://192.0.2.10:9100"',
  },
  officeName: {
    id: 'nama kantor, paling banyak 80 huruf',
    en: 'the name of the office, at most 80 characters',
  },
  audio: { id: '"off", "speaker" atau "headset"', en: '"off", "speaker" or "headset"' },
  trainingMode: { id: 'true atau false', en: 'true or false' },
  idle: {
    id: '{"askAfterSeconds": 90, "wipeAfterSeconds": 30}',
    en: '{"askAfterSeconds": 90, "wipeAfterSeconds": 30}',
  },
  extraLanguages: {
    id: 'daftar dari "jv" dan "su", misalnya ["jv"]',
    en: 'a list of "jv" and "su", such as ["jv"]',
  },
  reachPercent: { id: 'bilangan bulat 50–100', en: 'a whole number from 50 to 100' },
  'idle.askAfterSeconds': { id: 'bilangan bulat 60–600', en: 'a whole number from 60 to 600' },
  'idle.wipeAfterSeconds': { id: 'bilangan bulat 20–600', en: 'a whole number from 20 to 600' },
};

/** One line that names the key and the remedy. */
export function explainIssue(issue: Issue): Line {
  const path = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') return explainUnknown(path, issue.keys[0] ?? '');
  const wanted = WANTED[path] ?? WANTED[''];
  const key = path === '' ? 'config.json' : `"${path}"`;
  return {
    id: `${key} di config.json tidak benar. Tulis ${wanted?.id}.`,
    en: `${key} in config.json is wrong. Write ${wanted?.en}.`,
  };
}

function explainUnknown(path: string, key: string): Line {
  const known = CONFIG_KEYS[path] ?? [];
  const near = nearestWord(key, known);
  const full = path === '' ? key : `${path}.${key}`;
  return {
    id: `"${full}" di config.json tidak dikenal. ${near ? `Maksudnya "${near}"?` : `Yang ada: ${known.join(', ')}.`}`,
    en: `"${full}" in config.json is unknown. ${near ? `Did you mean "${near}"?` : `Known: ${known.join(', ')}.`}`,
  };
}
