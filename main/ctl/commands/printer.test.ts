import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startSoftwarePrinter } from '../../../simulator/printer/software-printer.ts';
import { startTestEngine } from '../../engine/testing.ts';
import { runKioskctl } from '../run.ts';
import { openCtlServer } from '../server.ts';

/** A kiosk without a printer, a printer beside it, and the command as a shell would run it. */
async function aKiosk(profile: 'epson-80' | 'generic-58' = 'epson-80') {
  const printer = await startSoftwarePrinter({ profile });
  onTestFinished(() => printer.close());
  const kiosk = startTestEngine({});
  onTestFinished(() => kiosk.close());
  const quiet = { info: () => {}, warn: () => {}, error: () => {} };
  const server = await openCtlServer({ dataFolder: kiosk.folder, desk: kiosk.engine.desk, log: quiet });
  onTestFinished(() => server.close());
  const address = `127.0.0.1:${printer.port}`;
  async function kioskctl(...args: string[]) {
    const out: string[] = [];
    const code = await runKioskctl(['printer', ...args, '--data', kiosk.folder], {
      out: (line) => out.push(line),
      err: (line) => out.push(line),
      env: { LANG: 'C' },
      pause: () => new Promise((resolve) => setTimeout(resolve, 20)),
    });
    return { code, text: out.join('\n') };
  }
  const inFile = () => JSON.parse(readFileSync(join(kiosk.folder, 'config.json'), 'utf8')).printer ?? null;
  return { printer, kioskctl, address, inFile };
}

test('from a shell: discovered, tried on paper, looked at, set, and the next page comes out of it', async () => {
  const { printer, kioskctl, address, inFile } = await aKiosk();
  const kinds = await kioskctl('discover', '--json');
  expect(kinds.code).toBe(0);
  expect(JSON.parse(kinds.text)).toMatchObject({ set: null, kinds: expect.any(Array) });
  expect(await kioskctl('discover', address)).toEqual({
    code: 0,
    text: `tcp://${address}  EPSON TM-T82  ready  epson-80`,
  });
  expect(printer.receipts()).toHaveLength(0);

  expect(await kioskctl('set', address, '--yes')).toMatchObject({ code: 1 });
  const tried = await kioskctl('set', address);
  expect(tried.code).toBe(0);
  expect(tried.text).toContain(`kioskctl printer set tcp://${address} --profile epson-80 --yes`);
  expect(printer.receipts()).toHaveLength(1);
  expect(inFile()).toBeNull();

  const set = await kioskctl('set', address, '--yes', '--json');
  expect(set).toMatchObject({ code: 0 });
  expect(JSON.parse(set.text)).toEqual({ profile: 'epson-80', address: `tcp://${address}`, isSet: true });
  expect(inFile()).toEqual({ profile: 'epson-80', address: `tcp://${address}` });
  expect(await kioskctl('test')).toMatchObject({ code: 0 });
  expect(printer.receipts()).toHaveLength(2);
});

test('a page that does not come out is trouble, and nothing is set', async () => {
  const { printer, kioskctl, address, inFile } = await aKiosk('generic-58');
  await printer.set({ paper: 'out' });
  // Without paper it does not say its name either: nothing proposes a profile.
  const unnamed = await kioskctl('set', address, '--json');
  expect(unnamed.code).toBe(1);
  expect(JSON.parse(unnamed.text)).toMatchObject({ problem: { code: 'ctl.no-profile' } });
  const failed = await kioskctl('set', address, '--profile', 'generic-58', '--json');
  expect(failed.code).toBe(1);
  expect(JSON.parse(failed.text)).toMatchObject({
    outcome: 'failed',
    trouble: 'out-of-paper',
    isSet: false,
  });
  expect(await kioskctl('set', address, '--profile', 'generic-58', '--yes')).toMatchObject({ code: 1 });
  expect(inFile()).toBeNull();
});

test('what is no form of the command prints the forms; what is no address or nobody is trouble', async () => {
  const { printer, kioskctl, address } = await aKiosk();
  for (const args of [['set'], ['discover', address, 'more'], ['test', 'twice'], ['paint']])
    expect(await kioskctl(...args), args.join(' ')).toMatchObject({ code: 2 });
  expect(await kioskctl('set', 'http://192.0.2.30', '--profile', 'epson-80')).toMatchObject({ code: 1 });
  await printer.close();
  expect(await kioskctl('discover', address)).toMatchObject({ code: 1 });
});
