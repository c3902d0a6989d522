// The smallest app that needs what the kiosk needs of its runtime: a scheme registered before `ready`, SQLite in the
// main process, one sandboxed window.
const { app, BrowserWindow, protocol } = require('electron');
const { useDatabase } = require('../use-database.cjs');

const wasEarly = !app.isReady();
protocol.registerSchemesAsPrivileged([{ scheme: 'probe', privileges: { standard: true, secure: true } }]);

app.whenReady().then(() => {
  const library = process.env.PROBE_LIBRARY ?? '';
  const report = useDatabase(library, process.env.PROBE_FOLDER ?? '', process.env.POS_MIGRAN_SQLITE_BINDING);
  const facts = { wasEarly, name: app.getName(), version: app.getVersion(), path: app.getAppPath() };
  Object.assign(globalThis, { probe: { report, facts } });
  protocol.handle('probe', () => new Response('<h1>siap</h1>', { headers: { 'content-type': 'text/html' } }));
  const window = new BrowserWindow({ width: 400, height: 300, webPreferences: { sandbox: true } });
  window.loadURL('probe://app/');
});
app.on('window-all-closed', () => app.quit());
