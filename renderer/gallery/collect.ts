import type { Example, ExampleModule } from './example.ts';

export interface Exhibit extends Example {
  /** `component/example`. */
  path: string;
  component: string;
}

const modules = import.meta.glob<ExampleModule>(['../**/*.examples.tsx'], { eager: true });

/** Every example of every component, by folder name. */
export const exhibits: readonly Exhibit[] = Object.entries(modules).flatMap(([file, { examples }]) => {
  const component = file.split('/').at(-1)?.replace('.examples.tsx', '') ?? file;
  return examples.map((example) => ({ ...example, component, path: `${component}/${example.name}` }));
});
