import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aFolder } from '../db/testing.ts';
import { placeOfJsonError } from './json-place.ts';
import { parseConfig, readConfig } from './read.ts';

function lineOf(text: string): { id: string; en: string } {
  const answer = parseConfig(text);
  if (answer.ok) throw new Error('this configuration was taken');
  return answer.problem.line;
}

test('without a file the kiosk runs on its defaults', () => {
  expect(readConfig(aFolder())).toEqual({
    ok: true,
    value: {
      hubUrl: null,
      enrolmentCode: null,
      printer: null,
      paperRollMetres: 80,
      officeName: 'Kantor Pos',
      trainingMode: false,
      audio: 'off',
      extraLanguages: [],
      stickFolders: [],
      reachPercent: 73,
      idle: { askAfterSeconds: 90, wipeAfterSeconds: 30 },
    },
  });
});

test('what is written is taken and what is left out keeps its default', () => {
  const folder = aFolder();
  writeFileSync(
    join(folder, 'config.json'),
    '\uFEFF{"hubUrl": "http://127.0.0.1:8080", "printer": {"profile": "generic-58", "address": "tcp://127.0.0.1:9100"}, "idle": {"askAfterSeconds": 120}}',
  );
  expect(readConfig(folder)).toMatchObject({
    ok: true,
    value: {
      hubUrl: 'http://127.0.0.1:8080',
      printer: { profile: 'generic-58', address: 'tcp://127.0.0.1:9100' },
      idle: { askAfterSeconds: 120, wipeAfterSeconds: 30 },
    },
  });
});

test('a mistyped key is named with the one that was meant', () => {
  expect(lineOf('{"huburl": "http://127.0.0.1"}').en).toBe(
    '"huburl" in config.json is unknown. Did you mean "hubUrl"?',
  );
  expect(lineOf('{"idle": {"wipeAfterSecond": 30}}').id).toBe(
    '"idle.wipeAfterSecond" di config.json tidak dikenal. Maksudnya "wipeAfterSeconds"?',
  );
});

test('an idle time that is only half written takes its other half from the defaults', () => {
  expect(parseConfig('{"idle": {}}')).toEqual(parseConfig('{}'));
});

test('a key like nothing known lists what there is', () => {
  expect(lineOf('{"zzzzzzzz": 1}').en).toContain('Known: hubUrl, enrolmentCode, printer');
});

test('less than twenty seconds before the wipe is refused with the remedy', () => {
  expect(lineOf('{"idle": {"wipeAfterSeconds": 19}}').en).toBe(
    '"idle.wipeAfterSeconds" in config.json is wrong. Write a whole number from 20 to 600.',
  );
});

test('a hub address that is not http is refused', () => {
  expect(lineOf('{"hubUrl": "ftp://127.0.0.1"}').en).toContain('"hubUrl" in config.json is wrong');
});

test('malformed JSON is named by line and column', () => {
  expect(lineOf('{\n  "printer": null,\n  "officeName" "x"\n}').en).toContain('line 3, column 16');
  expect(lineOf('{\n  "printer": null,\n}').en).toContain('line 3, column 1');
  expect(lineOf('').en).toContain('line 1, column 1');
  expect(lineOf('{"printer": nul}').en).toContain('line 1, column 13');
});

test('a file that cannot be read is a problem with its remedy', () => {
  const folder = aFolder();
  mkdirSync(join(folder, 'config.json'));
  expect(readConfig(folder)).toMatchObject({ ok: false, problem: { code: 'config.unreadable' } });
});

test('every explanation is one line in both languages, whatever the file holds', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.object().map((o) => JSON.stringify(o)),
      ),
      (text) => {
        const answer = parseConfig(text);
        if (answer.ok) return;
        for (const line of [answer.problem.line.id, answer.problem.line.en]) {
          expect(line.length).toBeGreaterThan(20);
          expect(line.startsWith('undefined')).toBe(false);
        }
      },
    ),
  );
});

test('the place of a JSON error is inside the text or at its end', () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(), (json, cut) => {
      const broken = `${json.slice(0, cut % (json.length + 1))}@`;
      const { line, column } = placeOfJsonError(broken);
      const at =
        broken
          .split('\n')
          .slice(0, line - 1)
          .join('\n').length +
        (line > 1 ? 1 : 0) +
        column -
        1;
      expect(at).toBeLessThanOrEqual(broken.length);
    }),
  );
});
