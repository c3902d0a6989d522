import { TICKET_ALPHABET } from '../../../shared/domain/ticket.ts';

export type KeyboardLayout = 'text' | 'number' | 'phone' | 'code' | 'ticket';

/** A key that does more than type. `plane` switches letters and signs. */
export type KeyName = 'shift' | 'delete' | 'space' | 'enter' | 'done' | 'left' | 'right' | 'plane';
export interface Key {
  /** The character it types, or the name of what it does. */
  does: { types: string } | { named: KeyName };
  /** Width in units of a letter key. */
  width: number;
}
export type Rows = readonly (readonly Key[])[];

const types = (characters: string): Key[] =>
  [...characters].map((character) => ({ does: { types: character }, width: 1 }));
const named = (name: KeyName, width = 1): Key => ({ does: { named: name }, width });

/** QWERTY is what Indonesian keyboards have. Punctuation that names, addresses and stories need is on the first plane. */
export function lettersRows(isMultiline: boolean): Rows {
  return [
    types('qwertyuiop'),
    types('asdfghjkl'),
    [named('shift', 1.5), ...types('zxcvbnm'), named('delete', 1.5)],
    [
      named('plane', 1.5),
      ...types(','),
      named('left'),
      named('space', isMultiline ? 2 : 3),
      named('right'),
      ...types('.'),
      ...(isMultiline ? [named('enter')] : []),
      named('done', 1.5),
    ],
  ];
}

export function symbolsRows(isMultiline: boolean): Rows {
  return [
    types('1234567890'),
    types("-/:;()&@'"),
    [...types('?!"+=#%*'), named('delete', 1.5)],
    [
      named('plane', 1.5),
      ...types(','),
      named('left'),
      named('space', isMultiline ? 2 : 3),
      named('right'),
      ...types('.'),
      ...(isMultiline ? [named('enter')] : []),
      named('done', 1.5),
    ],
  ];
}

/** Like a telephone: 1 at the top left. */
export const numberRows: Rows = [
  types('123'),
  types('456'),
  types('789'),
  [named('delete'), ...types('0'), named('done')],
];

/** Every way to write a number is welcome: plus, blanks and hyphens stay as typed. */
export const phoneRows: Rows = [
  [...types('123'), named('delete')],
  [...types('456+')],
  [...types('789-')],
  [named('left'), ...types('0'), named('right'), named('done')],
];

/** Letters and digits together, for numbers of documents: nobody has to find a second plane. */
export const codeRows: Rows = [
  types('1234567890'),
  types('QWERTYUIOP'),
  [...types('ASDFGHJKL'), named('delete')],
  [named('left'), ...types('ZXCVBNM'), named('right'), named('done')],
];

/** Only characters that a ticket number can have, digits first, then letters in keyboard order. */
export const ticketRows: Rows = [
  types(TICKET_ALPHABET.replace(/\D/g, '')),
  types('QWRTYP'),
  types('SDFGHJKL'),
  [...types('ZXCVBNM'), named('delete')],
];
