import { execFile } from 'node:child_process';
import { join } from 'node:path';

const CHECK = join(import.meta.dirname, '..', '..', '..', 'scripts', 'content-check.ts');
const PATIENCE_MS = 120_000;

/**
 * What is wrong with a folder of content: the errors of `npm run content:check`, which knows what a kiosk reads. A process of its own,
 * because the hub holds nothing of the kiosk's code. Throws when it cannot be run: what was not checked is not published.
 */
export function checkContentFolder(folder: string): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const options = { timeout: PATIENCE_MS, maxBuffer: 16 * 1024 * 1024 };
    execFile(process.execPath, [CHECK, folder], options, (error, stdout) => {
      const printed = stdout.split('\n');
      if (!printed.some((line) => line.startsWith('content: '))) {
        reject(new Error('the content could not be checked', { cause: error }));
        return;
      }
      const errors = printed.filter((line) => line.startsWith('error: '));
      if (error && errors.length === 0)
        reject(new Error('the content could not be checked', { cause: error }));
      else resolve(errors.map((line) => line.slice('error: '.length)));
    });
  });
}
