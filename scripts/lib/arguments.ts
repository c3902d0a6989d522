import { parseArgs } from 'node:util';

/** An option as `parseArgs` takes it, and which words it may have; `takes` says in the usage what belongs there where it is no choice. */
interface Option {
  type: 'string' | 'boolean';
  default?: string | boolean;
  multiple?: boolean;
  of?: readonly string[];
  takes?: string;
}
type Options = Record<string, Option>;

/**
 * Reads what was typed after a developer's command such as `npm run gallery`. `--help` prints the usage and ends with 0; an option
 * that does not exist, one without its value or with a word it does not take is one line on stderr and exit code 2, never a stack trace.
 * `words` names what may stand there without an option; without it nothing may.
 */
export function readArguments<const T extends Options>(command: string, options: T, words?: string) {
  const usage = usageOf(options, words);
  if (process.argv.slice(2).includes('--help')) {
    console.log(`Usage: ${command} ${command.startsWith('npm ') ? '-- ' : ''}${usage}`);
    process.exit(0);
  }
  /** Ends the command: one sentence without a full stop, and what it takes. */
  function refuse(sentence: string): never {
    console.error(`${command}: ${sentence}. It takes ${usage || 'no options'}`);
    process.exit(2);
  }
  const { values, positionals } = parse();
  for (const [name, { of }] of Object.entries(options)) {
    for (const value of [(values as Record<string, unknown>)[name]].flat()) {
      if (of && typeof value === 'string' && !of.includes(value)) {
        refuse(`--${name} takes ${of.join(', ')}, not "${value}"`);
      }
    }
  }
  /** The value of an option as a whole number from `from` on; anything else ends the command. */
  function whole(name: keyof T & string, from: number): number {
    const typed = String((values as Record<string, unknown>)[name] ?? '');
    const number = Number(typed);
    if (!/^\d+$/.test(typed) || !Number.isSafeInteger(number) || number < from) {
      refuse(`--${name} takes a whole number from ${from} on, not "${typed}"`);
    }
    return number;
  }
  return { values, positionals, whole, refuse };

  function parse() {
    try {
      return parseArgs<{ options: T; allowPositionals: true }>({
        options,
        allowPositionals: (words !== undefined) as true,
      });
    } catch (error) {
      return refuse(firstSentence(error instanceof Error ? error.message : String(error)));
    }
  }
}

function usageOf(options: Options, words: string | undefined): string {
  const parts = Object.entries(options).map(([name, { type, default: given, multiple, of, takes }]) => {
    if (type === 'boolean') return `[--${name}]`;
    const value = of?.join('|') ?? takes ?? (typeof given === 'string' && given !== '' ? given : 'TEXT');
    return `[--${name} ${value}]${multiple ? '...' : ''}`;
  });
  return [...(words === undefined ? [] : [`[${words}]...`]), ...parts].join(' ');
}

/** Node goes on with advice of its own after a full stop or on a second line. */
function firstSentence(message: string): string {
  return (message.split(/\. |\n/)[0] ?? '').replace(/\.$/, '');
}
