import type { Example } from '../../gallery/example.ts';
import { Keyboard } from './keyboard.tsx';
import type { KeyboardLayout } from './layouts.ts';

const layouts: readonly KeyboardLayout[] = ['text', 'number', 'phone', 'code', 'ticket'];

export const examples: readonly Example[] = layouts.map((layout) => ({
  name: layout,
  render: () => <Keyboard layout={layout} startsCapital={layout === 'text'} onKey={() => {}} />,
}));
