import { parseSync } from 'vite';

/** A file of the screens. */
export interface Source {
  path: string;
  source: string;
}

/** A node of the syntax tree, as far as this looks at it. */
interface Node {
  type: string;
  [key: string]: unknown;
}

/** A chain of properties: what it hangs on, then names; `*` stands for one that is only known at run time. */
export interface Chain {
  root: string;
  names: readonly string[];
}

/** Every chain of properties in a source: `texts.home[key].name` gives `home * name` on `texts`, and so does taking it apart. */
function chainsIn(file: Source): Chain[] {
  const chains: Chain[] = [];
  walk(programOf(file), null, (node, parent) => {
    if (node.type === 'MemberExpression' && !isInnerPartOf(parent, node)) chains.push(chainOf(node));
    if (node.type === 'ObjectPattern') {
      const catalogue = typeNameOf(node);
      if (HOLDS_TEXTS.test(catalogue))
        chains.push(...keysOf(node).map((names) => ({ root: catalogue, names })));
    }
    if (node.type === 'VariableDeclarator' && isNode(node.id) && node.id.type === 'ObjectPattern') {
      const { root, names } = isNode(node.init) ? chainOf(node.init) : NOTHING;
      chains.push(...keysOf(node.id).map((keys) => ({ root, names: [...names, ...keys] })));
    }
  });
  return chains.filter(({ names }) => names.length > 0);
}

const read = new WeakMap<Source, Chain[]>();

/** The same, and each file is parsed once. */
function chainsOnce(file: Source): Chain[] {
  const chains = read.get(file) ?? chainsIn(file);
  read.set(file, chains);
  return chains;
}

/** The ways to all texts of a catalogue. A text that is made by a function, and a list, count as one. */
export function leavesOf(catalogue: object, way: readonly string[] = []): string[][] {
  return Object.entries(catalogue).flatMap(([key, text]) =>
    typeof text === 'object' && text !== null && !Array.isArray(text)
      ? leavesOf(text as object, [...way, key])
      : [[...way, key]],
  );
}

/**
 * The texts that no source mentions. A text is used where its whole way is written, or the last part of it on something
 * that was handed on as a branch of the catalogue.
 */
export function unusedTexts(leaves: readonly (readonly string[])[], sources: readonly Source[]): string[] {
  const chains = [
    ...new Map(
      sources.flatMap(chainsOnce).map((chain) => [`${chain.root}.${chain.names.join('.')}`, chain]),
    ).values(),
  ];
  const known = new Map<string, boolean>();
  const isHandedOn = (branch: readonly string[], isNamed: boolean) => {
    const key = `${branch.join('.')} ${isNamed}`;
    const told = known.get(key);
    if (told !== undefined) return told;
    const found = chains.some((chain) => endsAs(branch, chain) || (isNamed && isChosen(branch, chain)));
    known.set(key, found);
    return found;
  };
  return leaves
    .filter((way) => !chains.some((chain) => mentions(chain, way, isHandedOn)))
    .map((way) => way.join('.'));
}

function mentions(
  { root, names }: Chain,
  way: readonly string[],
  isHandedOn: (branch: readonly string[], isNamed: boolean) => boolean,
): boolean {
  for (let from = 0; from < way.length; from++) {
    const part = way.slice(from);
    // The first name of a whole way is written out, or chosen from a catalogue: an index into some list is none.
    const isAnyBranch = way.length > 1 && names[0] === '*' && IS_CATALOGUE.test(root);
    const at =
      from === 0
        ? [...names.keys()].filter((start) => names[start] === part[0] || (start === 0 && isAnyBranch))
        : [0];
    // What follows the text in the chain is done to the text itself, such as `.length`.
    const found = at.find((start) => part.every((name, step) => fits(names[start + step], name)));
    if (found === undefined) continue;
    if (from === 0) return true;
    const branches = way.slice(0, from).map((_, last) => way.slice(0, last + 1));
    // An index alone may go into anything: only into a branch that was handed on by its name.
    const isNamed = part.some((name, step) => names[found + step] === name);
    if (branches.some((branch) => isHandedOn(branch, isNamed))) return true;
  }
  return false;
}

/** Variables that hold a catalogue or a part of one are called so everywhere. */
const HOLDS_TEXTS = /texts|words|catalogue/i;

/** A whole catalogue, not one of several by language. */
const IS_CATALOGUE = /^(texts|words)$/;

/** A branch that was chosen from the catalogue at run time. */
function isChosen(branch: readonly string[], { root, names }: Chain): boolean {
  return branch.length === 1 && names.length === 1 && names[0] === '*' && IS_CATALOGUE.test(root);
}

/** Whether a chain is the end of the way to this branch: the branch itself was given to somebody. */
function endsAs(branch: readonly string[], { root, names }: Chain): boolean {
  const length = Math.min(branch.length, names.length);
  const [wanted, found] = [branch.slice(-length), names.slice(-length)];
  const before = names.at(-length - 1) ?? root;
  const isRooted = HOLDS_TEXTS.test(before) || before === branch.at(-length - 1);
  // An index into just anything is no mention.
  return isRooted && wanted.every((name, at) => fits(found[at], name)) && found[0] === wanted[0];
}

function fits(name: string | undefined, wanted: string): boolean {
  return name === wanted || name === '*';
}

/** Words in a visitor's language that stand in the markup instead of in a catalogue. */
export function hardCodedTexts(file: Source): string[] {
  const found: string[] = [];
  walk(programOf(file), null, (node, parent) => {
    if (node.type === 'JSXText' && hasWords(node.value)) found.push(String(node.value).trim());
    if (node.type === 'JSXAttribute' && SPOKEN.has(nameOf(node.name)) && isNode(node.value)) {
      const value = node.value.type === 'JSXExpressionContainer' ? node.value.expression : node.value;
      if (hasWords(wordsOf(value))) found.push(`${nameOf(node.name)}="${wordsOf(value)}"`);
    }
    if (
      node.type === 'JSXExpressionContainer' &&
      parent?.type === 'JSXElement' &&
      hasWords(wordsOf(node.expression))
    )
      found.push(wordsOf(node.expression));
  });
  return found;
}

/** Attributes that end on the screen or in an ear. */
const SPOKEN = new Set([
  'aria-label',
  'aria-description',
  'alt',
  'placeholder',
  'label',
  'title',
  'hint',
  'eyebrow',
  'why',
  'detail',
  'lead',
  'message',
]);

/** A name such as `not-genuine` chooses among texts; it is none. */
function hasWords(value: unknown): boolean {
  return typeof value === 'string' && /\p{L}{2}/u.test(value) && !/^[a-z]+(-[a-z]+)+$|^[a-z]+$/.test(value);
}

function wordsOf(node: unknown): string {
  if (!isNode(node)) return '';
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : '';
  if (node.type !== 'TemplateLiteral') return '';
  const quasis = node.quasis as { value: { raw: string } }[];
  return quasis.map(({ value }) => value.raw).join(' ');
}

const NOTHING: Chain = { root: '', names: [] };

function chainOf(node: Node): Chain {
  switch (node.type) {
    case 'Identifier':
      return { root: nameOf(node), names: [] };
    case 'CallExpression':
      return { root: nameOf(node.callee), names: [] };
    case 'TSNonNullExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'ParenthesizedExpression':
    case 'ChainExpression':
      return chainOf(node.expression as Node);
    case 'MemberExpression': {
      const { root, names } = chainOf(node.object as Node);
      return { root, names: [...names, propertyOf(node)] };
    }
    default:
      return NOTHING;
  }
}

function propertyOf(node: Node): string {
  const property = node.property as Node;
  if (!node.computed) return nameOf(property);
  return property.type === 'Literal' ? String(property.value) : '*';
}

/** `ComplaintTexts` of `({ faults }: ComplaintTexts)`; empty where the type has no name. */
function typeNameOf(pattern: Node): string {
  const annotation = isNode(pattern.typeAnnotation) ? pattern.typeAnnotation.typeAnnotation : null;
  return isNode(annotation) && annotation.type === 'TSTypeReference' ? nameOf(annotation.typeName) : '';
}

/** The keys of a pattern that takes an object apart, each with the way to it. */
function keysOf(pattern: Node): string[][] {
  return (pattern.properties as Node[]).flatMap((property) => {
    if (property.type !== 'Property' || property.computed) return [];
    const key = nameOf(property.key);
    const value = property.value as Node;
    return value.type === 'ObjectPattern' ? keysOf(value).map((rest) => [key, ...rest]) : [[key]];
  });
}

/** A chain is looked at once, from its last name. */
function isInnerPartOf(parent: Node | null, node: Node): boolean {
  return parent?.type === 'MemberExpression' && parent.object === node;
}

function nameOf(node: unknown): string {
  if (!isNode(node)) return '';
  if (typeof node.name === 'string') return node.name;
  return typeof node.value === 'string' ? node.value : '';
}

function programOf({ path, source }: Source): Node {
  const { program, errors } = parseSync(path, source, { lang: path.endsWith('x') ? 'tsx' : 'ts' });
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`);
  return program as unknown as Node;
}

function walk(node: Node, parent: Node | null, visit: (node: Node, parent: Node | null) => void): void {
  visit(node, parent);
  for (const value of Object.values(node)) {
    const children = Array.isArray(value) ? value : [value];
    for (const child of children) if (isNode(child)) walk(child, node, visit);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}
