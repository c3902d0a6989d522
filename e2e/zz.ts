import { LANDSCAPE, startDisplay } from './display.ts';
import { startKiosk } from './kiosk.ts';
const d = await startDisplay(LANDSCAPE);
const k = await startKiosk({ display: d.name, config: {} });
const t = performance.now();
for (const polling of [100, undefined] as const)
await k.page.waitForFunction(async () => false, undefined, { ...(polling ? { polling } : {}), timeout: 2000 }).then(() => console.log(polling, 'NOT awaited', performance.now() - t), (e) => console.log(polling, 'awaited', e.message.split('\n')[0]));
await k.page.waitForFunction(async () => { const { kiosk } = window as any; return (await kiosk.call('kiosk.read', {})).value?.mode === 'ready'; }, undefined, { polling: 100, timeout: 2000 }).then(() => console.log('NOT awaited'), () => console.log('awaited'));
console.log(JSON.stringify(await k.page.evaluate(async () => (window as any).kiosk.call('kiosk.read', {}))));
await k.close(); await d.stop();
