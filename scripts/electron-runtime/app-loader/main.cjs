// Stands where Electron's own default app would stand: starts the app whose folder is on the command line.
// Everything happens before 'ready', as Electron does it: an app may register schemes only until then.
const { join, resolve } = require('node:path');

/** @typedef {{ setVersion(version: string): void, setAppPath(path: string): void }} Undocumented as in Electron's default app */
const { app } = /** @type {{ app: import('electron').App & Undocumented }} */ (
  /** @type {unknown} */ (require('electron'))
);

const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (folder === undefined) {
  console.error(`Electron ${process.versions.electron}, fallback for tests: name the folder of an app.`);
  process.exit(2);
}
const appFolder = resolve(folder);
const manifest = require(join(appFolder, 'package.json'));
app.setName(manifest.productName ?? manifest.name);
app.setVersion(manifest.version ?? '0.0.0');
app.setAppPath(appFolder);
// Electron names the data folder before this file runs, so after the loader; not with --user-data-dir.
if (!app.commandLine.hasSwitch('user-data-dir'))
  app.setPath('userData', join(app.getPath('appData'), app.getName()));
require(join(appFolder, manifest.main ?? 'index.js'));
