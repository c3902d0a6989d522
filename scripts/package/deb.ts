import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runProgram } from '../setup/processes.mjs';

/**
 * Stands in for fpm, which Debian does not carry: takes the arguments that electron-builder gives it and has dpkg-deb make the
 * package. Knows what electron-builder says and refuses everything else.
 */
interface Wish {
  control: Map<string, string>;
  depends: string[];
  scripts: { name: 'postinst' | 'prerm' | 'postrm'; path: string }[];
  /** Where the app goes in place of electron-builder's own folder below /opt. Empty: it stays there. */
  appFolder: string;
  /** `source=target`; a target that ends in `/` is a folder. */
  files: string[];
  output: string;
}

const FIELDS: Record<string, string> = {
  '--name': 'Package',
  '--version': 'Version',
  '--architecture': 'Architecture',
  '--maintainer': 'Maintainer',
  '--description': 'Description',
  '--url': 'Homepage',
  '--vendor': 'Vendor',
  '--license': 'License',
  '--category': 'Section',
  '--deb-priority': 'Priority',
};
/** Of no use to a package that dpkg-deb makes. */
const IGNORED = new Set(['-s', '-t', '--deb-compression', '--rpm-compression', '--log']);

export function readWish(args: readonly string[]): Wish {
  const wish: Wish = { control: new Map(), depends: [], scripts: [], appFolder: '', files: [], output: '' };
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (!arg.startsWith('-')) {
      wish.files.push(arg);
      continue;
    }
    if (arg === '--force') continue;
    const value = args[++at];
    if (value === undefined) throw new Error(`${arg} says nothing`);
    const field = FIELDS[arg];
    if (field !== undefined) wish.control.set(field, value);
    else if (arg === '-d' || arg === '--depends') wish.depends.push(value);
    else if (arg === '--deb-recommends') wish.control.set('Recommends', value);
    else if (arg === '--after-install') wish.scripts.push({ name: 'postinst', path: value });
    else if (arg === '--before-remove') wish.scripts.push({ name: 'prerm', path: value });
    else if (arg === '--app-folder') wish.appFolder = value;
    else if (arg === '--after-remove') wish.scripts.push({ name: 'postrm', path: value });
    else if (arg === '--package' || arg === '-p') wish.output = value;
    else if (arg === '--deb-field') {
      const colon = value.indexOf(':');
      wish.control.set(value.slice(0, colon), value.slice(colon + 1).trim());
    } else if (!IGNORED.has(arg)) throw new Error(`this stand-in for fpm does not know ${arg}`);
  }
  return wish;
}

/** The text of DEBIAN/control. A description's further lines begin with a space. */
export function controlText({ control, depends }: Pick<Wish, 'control' | 'depends'>): string {
  const lines = [...control, ...(depends.length > 0 ? [['Depends', depends.join(', ')] as const] : [])].map(
    ([name, value]) => `${name}: ${value.trim().replaceAll(/\n\s*/g, '\n ')}`,
  );
  return `${lines.join('\n')}\n`;
}

async function makeDeb(wish: Wish): Promise<void> {
  const root = await mkdtemp(join(tmpdir(), 'deb-'));
  try {
    for (const pair of wish.files) {
      const [from = '', given = ''] = pair.split('=');
      // A kiosk has no menu that would show an icon.
      if (given.startsWith('/usr/share/')) continue;
      const to = wish.appFolder && /^\/opt\/[^/]+$/.test(given) ? wish.appFolder : given;
      const target = join(
        root,
        to.endsWith('/') && !from.endsWith('/') ? join(to, from.split('/').at(-1) ?? '') : to,
      );
      await mkdir(dirname(target), { recursive: true });
      await cp(from, target, { recursive: true, verbatimSymlinks: true });
    }
    const debian = join(root, 'DEBIAN');
    await mkdir(debian);
    await writeFile(join(debian, 'control'), controlText(wish));
    for (const { name, path } of wish.scripts) await cp(path, join(debian, name), { mode: 0 });
    await runOrThrow('chmod', ['-R', 'u+rwX,go+rX,go-w', root]);
    for (const { name } of wish.scripts) await runOrThrow('chmod', ['755', join(debian, name)]);
    await runOrThrow('dpkg-deb', ['--root-owner-group', '-Zzstd', '-z6', '--build', root, wish.output]);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

async function runOrThrow(command: string, args: string[]): Promise<void> {
  const { code, output } = await runProgram(command, args);
  if (code !== 0) throw new Error(`${command}: ${output.trim()}`);
}

if (import.meta.main) await makeDeb(readWish(process.argv.slice(2)));
