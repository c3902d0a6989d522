import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** Pictures with captions, and a page that shows them in order. */
export interface Album {
  folder: string;
  take(page: Page, caption: string): Promise<void>;
  /** Adds a picture that somebody else made, such as a printed slip. */
  add(file: string, caption: string): void;
  /** Writes index.html. */
  finish(title: string, intro: string): void;
}

/** Empties the folder: an album shows one run. */
export function openAlbum(folder: string): Album {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const pictures: { file: string; caption: string }[] = [];

  function place(caption: string): string {
    const words = caption
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '');
    const file = `${String(pictures.length + 1).padStart(2, '0')}-${words.slice(0, 50)}.png`;
    pictures.push({ file, caption });
    return join(folder, file);
  }

  return {
    folder,
    async take(page, caption) {
      await page.screenshot({ path: place(caption), animations: 'disabled' });
    },
    add(file, caption) {
      copyFileSync(file, place(caption));
    },
    finish(title, intro) {
      const figures = pictures.map(
        ({ file, caption }) =>
          `<figure><a href="${file}"><img src="${file}" alt="${escapeHtml(caption)}" loading="lazy"></a><figcaption>${escapeHtml(caption)}</figcaption></figure>`,
      );
      writeFileSync(
        join(folder, 'index.html'),
        `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escapeHtml(title)}</title><style>${STYLE}</style>
<h1>${escapeHtml(title)}</h1><p>${escapeHtml(intro)}</p><main>${figures.join('\n')}</main></html>\n`,
      );
    },
  };
}

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;background:#fbf6ec;color:#1a1f36;margin:2rem}
main{display:grid;grid-template-columns:repeat(auto-fill,minmax(260px,1fr));gap:1.5rem;align-items:start}
figure{margin:0}img{width:100%;border:1px solid #d8cfbd;border-radius:8px;background:#fff}`;

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
