// The least that an Electron app can be: what the kiosk's start is compared with.
const { join } = require('node:path');
const { app, BrowserWindow } = require('electron');

void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1080, height: 1920, webPreferences: { sandbox: true } });
  void window.loadFile(join(__dirname, 'index.html'));
});
