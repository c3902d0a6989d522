import '../no-eval.ts';
import '../fonts.ts';
import '../tokens/index.css';
import { createRoot } from 'react-dom/client';
import { Gallery } from './gallery.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('gallery.html has no #root');
createRoot(root).render(<Gallery search={location.search} />);
