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
html{font-size:min(2.1vw,1.2vh);background:#fbf6ec;color:#1a1f36;font-family:"Plus Jakarta Sans","Noto Sans",sans-serif;cursor:none;overflow:hidden}
@media (orientation:landscape){html{font-size:min(1.15vw,2.04vh)}}
body{margin:0}
main{box-sizing:border-box;height:100vh;padding:3.2rem 3.5rem;display:flex;flex-direction:column;gap:.9rem}
.house{font-weight:700;margin:0;color:#2a3788;font-size:1.5rem}
h1{font-size:3.4rem;line-height:1.1;margin:.6rem 0 0}
.lead{font-size:1.7rem;margin:0}
section{margin-top:1.6rem}
h2{font-size:1.5rem;margin:0 0 .9rem}
[lang=en]{color:#464b63}
h2 [lang],.foot [lang]{display:block}
ul{list-style:none;margin:0;padding:0;display:grid;gap:.8rem}
li{background:#ffffff;border:.12rem solid #ddd2bd;border-radius:1rem;padding:.8rem 1.4rem;display:grid;gap:.15rem}
strong{font-size:2.3rem;font-variant-numeric:tabular-nums}
.foot{margin:auto 0 0;font-size:1.25rem}
@media (orientation:landscape){ul{grid-template-columns:1fr 1fr}}
`;
