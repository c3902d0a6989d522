/**
 * CODE128 (ISO/IEC 15417): widths of the three bars and three gaps of each symbol, in modules; the last one, the stop, has a fourth bar.
 */
const SYMBOLS: readonly string[] = (
  '212222222122222221121223121322131222122213122312132212221213' +
  '221312231212112232122132122231113222123122123221223211221132' +
  '221231213212223112312131311222321122321221312212322112322211' +
  '212123212321232121111323131123131321112313132113132311211313' +
  '231113231311112133112331132131113123113321133121313121211331' +
  '231131213113213311213131311123311321331121312113312311332111' +
  '314111221411431111111224111422121124121421141122141221112214' +
  '112412122114122411142112142211241211221114413111241112134111' +
  '111242121142121241114212124112124211411212421112421211212141' +
  '214121412121111143111341131141114113114311411113411311113141' +
  '114131311141411131211412211214211232'
).match(/.{6}/g) as readonly string[];

const STOP = '2331112';
const START_B = 104;
const FIRST_OF_B = 0x20;

/** Light modules a reader needs at either side. */
export const QUIET_BARS = 10;

/**
 * The bars of printable ASCII text in code set B, true is black, one entry a module, with start, check and stop, without the quiet room.
 * Throws for anything else.
 */
export function code128Bars(text: string): boolean[] {
  if (!/^[\x20-\x7e]+$/.test(text)) throw new Error('a barcode text must be ASCII');
  const values = [...text].map((letter) => letter.charCodeAt(0) - FIRST_OF_B);
  const check = values.reduce((sum, value, i) => sum + (i + 1) * value, START_B) % 103;
  const widths = [START_B, ...values, check].map((value) => SYMBOLS[value]).join('') + STOP;
  return [...widths].flatMap((width, i) => Array<boolean>(Number(width)).fill(i % 2 === 0));
}
