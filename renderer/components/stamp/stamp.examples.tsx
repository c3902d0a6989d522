import type { Example } from '../../gallery/example.ts';
import { Stamp } from './stamp.tsx';

export const examples: readonly Example[] = (['harbour', 'table', 'post-office'] as const).map((scene) => ({
  name: scene,
  render: () => (
    <div style={{ width: '44rem', height: '52rem', background: 'var(--night)', padding: '1rem' }}>
      <Stamp scene={scene} />
    </div>
  ),
}));
