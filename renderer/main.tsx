import './no-eval.ts';
import './no-print.ts';
import './no-system-windows.ts';
import './fonts.ts';
import './tokens/index.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { connectBridge } from './bridge/bridge.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App bridge={connectBridge(window.kiosk)} />
  </StrictMode>,
);
