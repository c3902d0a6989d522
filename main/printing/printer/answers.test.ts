import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Answer, AnswerReader, problemInAutomatic, problemInRealTime } from './answers.ts';

const SENT: Array<[bytes: number[], answer: Answer]> = [
  [[0x12], { kind: 'real-time', byte: 0x12 }],
  [[0x7e], { kind: 'real-time', byte: 0x7e }],
  [[0x10, 0, 0, 0x0f], { kind: 'automatic', bytes: [0x10, 0, 0, 0x0f] }],
  [[0x38, 0, 0x0f, 0x0f], { kind: 'automatic', bytes: [0x38, 0, 0x0f, 0x0f] }],
  [[0x00], { kind: 'paper-sensor', byte: 0 }],
  [[0x0f], { kind: 'paper-sensor', byte: 0x0f }],
  [[0x37, 0x22, 0x41, 0x42, 0x31, 0x32, 0x00], { kind: 'process-id', id: 'AB12' }],
  [[0x37, 0x25, 0x00], { kind: 'cleared' }],
  [[0x5f, 0x45, 0x50, 0x00], { kind: 'told', text: 'EP' }],
  [[0x5f, 0x20, 0x45, 0x1b, 0xc3, 0x50, 0x20, 0x00], { kind: 'told', text: 'EP' }],
  [[0x3d, 0x45, 0x50, 0x00], { kind: 'other-block' }],
];

test('answers of every kind are told apart, however the line cuts the stream', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...SENT), { maxLength: 20 }),
      fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 40 }),
      (messages, sizes) => {
        const stream = messages.flatMap(([bytes]) => bytes);
        const reader = new AnswerReader();
        const heard: Answer[] = [];
        for (let at = 0, i = 0; at < stream.length; i++) {
          const size = sizes[i % sizes.length] ?? 1;
          heard.push(...reader.read(Uint8Array.from(stream.slice(at, at + size))));
          at += size;
        }
        expect(heard).toEqual(messages.map(([, answer]) => answer));
      },
    ),
  );
});

test('flow control and noise are dropped, and an endless block does not swallow the stream', () => {
  const reader = new AnswerReader();
  expect(reader.read(Uint8Array.of(0x11, 0x13, 0x80, 0xff))).toEqual([]);
  const heard = reader.read(Uint8Array.from([0x5f, ...Array(100).fill(0x9f), 0x12]));
  expect(heard).toEqual([{ kind: 'real-time', byte: 0x12 }]);
});

test.each([
  ['ready', 0x12, 0x12, 0x12, undefined],
  ['cover open wins over no paper', 0x1a, 0x36, 0x7e, 'printer.cover-open'],
  ['no paper by its sensor', 0x1a, 0x12, 0x7e, 'printer.no-paper'],
  ['no paper by its cause', 0x1a, 0x32, 0x12, 'printer.no-paper'],
  ['an error', 0x1a, 0x52, 0x12, 'printer.fault'],
  ['offline for no reason given', 0x1a, 0x12, 0x12, 'printer.offline'],
  ['paper near its end is no obstacle', 0x12, 0x12, 0x1e, undefined],
])('real-time status: %s', (_what, printer, cause, paper, code) => {
  expect(problemInRealTime(printer, cause, paper)?.code).toBe(code);
});

test.each([
  ['well', [0x10, 0, 0, 0x0f], undefined],
  ['near end', [0x10, 0, 0x03, 0x0f], undefined],
  ['no paper', [0x18, 0, 0x0f, 0x0f], 'printer.no-paper'],
  ['cover open', [0x38, 0, 0, 0x0f], 'printer.cover-open'],
  ['cutter jammed', [0x18, 0x08, 0, 0x0f], 'printer.fault'],
  ['offline', [0x18, 0, 0, 0x0f], 'printer.offline'],
] as const)('automatic status: %s', (_what, bytes, code) => {
  expect(problemInAutomatic([...bytes])?.code).toBe(code);
});
