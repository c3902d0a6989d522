import type { GlossaryEntry } from '../../../shared/contract/content/services.ts';
import type { Example } from '../../gallery/example.ts';
import { ExplainedText } from './explained-text.tsx';
import { GlossaryProvider } from './glossary.tsx';

const example = { source: 'example', verified_on: '2026-05-01', valid_until: '2027-05-01' } as const;

/** Words of no real institution. */
export const exampleGlossary: readonly GlossaryEntry[] = [
  {
    key: 'abc',
    forms: ['ABC'],
    explanation: { id: 'Kantor contoh di provinsi.', en: 'An example office in a province.' },
    provenance: { ...example, confidence: 'sure' },
  },
  {
    key: 'pqr',
    forms: ['PQR'],
    explanation: { id: 'Petugas contoh di pelabuhan.', en: 'An example officer at a harbour.' },
    provenance: { ...example, confidence: 'likely' },
  },
];

export const examples: readonly Example[] = [
  {
    name: 'in-a-paragraph',
    render: () => (
      <GlossaryProvider entries={exampleGlossary}>
        <p style={{ fontSize: 'var(--size-text)', margin: 'var(--step-3)', maxWidth: '30ch' }}>
          <ExplainedText>
            Kantor ABC mencatat pekerja contoh. Sesudah itu PQR memberi kabar kepada keluarga.
          </ExplainedText>
        </p>
      </GlossaryProvider>
    ),
  },
];
