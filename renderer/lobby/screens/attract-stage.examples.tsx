import { exampleProduct } from '../../flows/showcase/testing.ts';
import type { Example } from '../../gallery/example.ts';
import { ProductStamp } from './attract-stage.tsx';

function stamp(id: string): Example {
  return {
    name: id,
    render: () => (
      <div style={{ position: 'relative', width: '36rem', aspectRatio: '700 / 820' }}>
        <ProductStamp product={exampleProduct(id)} />
      </div>
    ),
  };
}

export const examples: readonly Example[] = [stamp('contoh-kopi-lereng'), stamp('contoh-keripik-pisang')];
