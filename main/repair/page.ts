import type { RepairHotline } from './hotlines.ts';

/**
 * The page of a kiosk that does not stay up: one document without a script, a picture or a file of its own. Sizes follow the screen,
 * so that it is read from two steps away on a panel of any kind and turned either way.
 */
export function repairPage(hotlines: readonly RepairHotline[]): string {
  const rows = hotlines.map(
    ({ name, note, number }) =>
      `<li><strong>${escaped(number)}</strong><span>${escaped(name.id)} · ${escaped(note.id)}</span><span lang="en">${escaped(name.en)} · ${escaped(note.en)}</span></li>`,
  );
  const calls =
    rows.length === 0
      ? ''
      : `<h2>Perlu bantuan sekarang? <span lang="en">Need help now?</span></h2><ul>${rows.join('')}</ul>`;
  return `<!doctype html>
<html lang="id">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Kiosk sedang diperbaiki</title>
<style>${STYLE}</style>
<main>
<p class="house">Pos Migran</p>
<h1>Kiosk sedang diperbaiki</h1>
<p class="lead">Silakan ke loket. Petugas siap membantu.</p>
<p class="lead" lang="en">This kiosk is being repaired. Please go to the counter.</p>
<section>${calls}</section>
<p class="foot">Laporan yang sudah punya nomor tetap aman. <span lang="en">Reports that have a number are safe.</span></p>
</main>
</html>
`;
}

/** The same in plain letters, for a console where no window stays open. */
export function repairText(hotlines: readonly RepairHotline[]): string {
  const lines = [
    '',
    'POS MIGRAN',
    '',
    'Kiosk sedang diperbaiki.',
    'Silakan ke loket. Petugas siap membantu.',
    '',
    'This kiosk is being repaired. Please go to the counter.',
    '',
    ...hotlines.flatMap(({ name, note, number }) => [`${number}   ${name.id} - ${note.id}`]),
    '',
    'Laporan yang sudah punya nomor tetap aman.',
  ];
  return `${lines.map((line) => `   ${line}`.trimEnd()).join('\n')}\n`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** The colours of the tokens, written out: the sheet that names them is part of what may be broken. */
const STYLE = `
html{font-size:min(2.6vw,1.8vh);background:#fbf6ec;color:#1a1f36;font-family:"Plus Jakarta Sans","Noto Sans",sans-serif;cursor:none}
@media (orientation:landscape){html{font-size:min(1.5vw,2.6vh)}}
body{margin:0}
main{box-sizing:border-box;min-height:100vh;padding:5rem 4rem;display:flex;flex-direction:column;gap:1.2rem}
.house{font-weight:700;margin:0;color:#2a3788;font-size:1.5rem}
h1{font-size:3.4rem;line-height:1.1;margin:1rem 0 0}
.lead{font-size:1.8rem;margin:0}
section{margin-top:2rem}
h2{font-size:1.6rem;margin:0 0 1rem}
ul{list-style:none;margin:0;padding:0;display:grid;gap:1rem}
li{background:#ffffff;border:.12rem solid #ddd2bd;border-radius:1rem;padding:1.2rem 1.5rem;display:grid;gap:.2rem}
strong{font-size:2.4rem;font-variant-numeric:tabular-nums}
.foot{margin:auto 0 0;font-size:1.3rem}
@media (orientation:landscape){ul{grid-template-columns:1fr 1fr}}
`;
