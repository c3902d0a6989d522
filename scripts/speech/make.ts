import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { Language } from '../../shared/domain/language.ts';
import { SpeechIndex } from '../../shared/speech/pack.ts';
import { readArguments } from '../lib/arguments.ts';
import { listPrompts } from './prompts.ts';
import { renderClip, VOICE } from './render.ts';

/**
 * `npm run speech`: a clip for everything the screens may have to say, into out/speech/<language>/. What was rendered once is kept
 * in a cache and only new texts take time. `--limit 150` makes a small pack for tests: digits, letters and the words of the voice itself.
 */
const { values, whole } = readArguments('npm run speech', { limit: { type: 'string', takes: 'N' } });
const limit = values.limit === undefined ? Number.POSITIVE_INFINITY : whole('limit', 1);
const AT_ONCE = 2;

const projectFolder = join(import.meta.dirname, '..', '..');
const out = join(projectFolder, 'out', 'speech');
const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'pos-migran-kiosk', 'speech');

rmSync(out, { recursive: true, force: true });
for (const language of Language.options) {
  const prompts = [...(await listPrompts(language))].slice(0, limit);
  const folder = join(out, language);
  mkdirSync(folder, { recursive: true });
  const clips: Record<string, string> = {};
  const waiting = prompts.values();
  const work = async () => {
    for (const [key, text] of waiting) {
      const clip = await renderClip(join(cache, language), language, text);
      if (!existsSync(join(folder, `${clip}.opus`))) {
        cpSync(join(cache, language, `${clip}.opus`), join(folder, `${clip}.opus`));
      }
      clips[key] = clip;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const index = SpeechIndex.parse({ format: 'pos-migran-speech/1', language, voice: VOICE, clips });
  writeFileSync(join(folder, 'index.json'), JSON.stringify(index));
  const bytes = readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  console.log(`speech · ${language} · ${prompts.length} texts · ${(bytes / 1_048_576).toFixed(1)} MB`);
}
