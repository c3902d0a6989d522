import '../no-eval.ts';
import '../fonts.ts';
import '../tokens/index.css';
import { createRoot } from 'react-dom/client';
import { startKeypad } from '../comfort/keypad.ts';
import { watchKeyboard } from '../lobby/keyboard-use.ts';
import { Gallery } from './gallery.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('gallery.html has no #root');
const shown = createRoot(root);
const show = () => shown.render(<Gallery key={location.search} search={location.search} />);
// Pictures and checks walk from example to example without loading the page again.
window.addEventListener('popstate', show);
show();
// As in the kiosk: the arrows lead from control to control, and a ring shows where.
watchKeyboard(window, document.documentElement);
startKeypad(window);
