import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { routes } from '../../shared/contract/hub-api.ts';
import { documentedPath, listServedRoutes } from '../testing/observed-answers.ts';
import { OFFICER_TOKEN, startTestHub, type TestHub } from '../testing/test-hub.ts';
import { type HubAnswer, postJson, send } from '../testing/test-kiosk.ts';

const JsonContent = z.object({
  content: z.object({ 'application/json': z.object({ schema: z.unknown() }) }),
});
const Operation = z.object({
  requestBody: JsonContent.optional(),
  responses: z.record(z.string(), z.unknown()),
});
const Document = z.object({
  openapi: z.string(),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
});

let served: TestHub;
let document: z.infer<typeof Document>;

beforeAll(async () => {
  served = await startTestHub();
  document = Document.parse(await (await fetch(`${served.hub.url}/openapi.json`)).json());
});
afterAll(() => served.close());

function operation(path: string, method: string): z.infer<typeof Operation> {
  const found = document.paths[path]?.[method.toLowerCase()];
  if (!found) throw new Error(`the document has no ${method} ${path}`);
  return found;
}

function fits(schema: unknown, value: unknown): string | true {
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  const validate = ajv.compile(schema as object);
  return validate(value) || ajv.errorsText(validate.errors);
}

function answerSchema(path: string, method: string, status: string): unknown {
  return JsonContent.parse(operation(path, method).responses[status]).content['application/json'].schema;
}

function requestSchema(path: string): unknown {
  return operation(path, 'post').requestBody?.content['application/json'].schema;
}

test('every call of the contract is in the document, with its answer and its problems', () => {
  expect(document.openapi).toMatch(/^3\.1/);
  for (const { method, path } of Object.values(routes)) {
    expect(Object.keys(operation(path, method).responses)).toEqual(expect.arrayContaining(['200', '5XX']));
  }
});

test('every route that is served is in the document', () => {
  const routesServed = listServedRoutes();
  expect(routesServed.length).toBeGreaterThan(Object.keys(routes).length);
  const missing = routesServed.filter(
    ({ method, url }) =>
      url !== '/openapi.json' && !document.paths[documentedPath(url)]?.[method.toLowerCase()],
  );
  expect(missing).toEqual([]);
});

test('the document names nothing that the hub does not answer', async () => {
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const method of Object.keys(methods)) {
      const url = served.hub.url + path.replace('{ticket}', '2222-2222').replace(/\{\w+\}/g, 'x');
      const response = await fetch(url, { method: method.toUpperCase() });
      const answered = await response.text();
      expect(`${method} ${path}: ${answered}`).not.toContain('route.unknown');
    }
  }
});

test('what the hub really takes and answers fits the document', async () => {
  const kiosk = await served.enrol();
  const record = await kiosk.aSubmission();
  const bad = await kiosk.aSubmission({ urgency: 1, kioskCode: 'ZZZ' });
  const push = { submissions: [record, bad, 7] };
  const page = { cursor: 0, limit: 5 };
  const signed = async (path: string, body: unknown) => send(served.hub.url, await kiosk.sign(path, body));
  const answers: [string, HubAnswer][] = [
    [routes.enrol.path, await postJson(served.hub.url + routes.enrol.path, kiosk.request)],
    [routes.push.path, await signed(routes.push.path, push)],
    [routes.heartbeat.path, await kiosk.heartbeat(3)],
    [routes.ticketStatuses.path, await signed(routes.ticketStatuses.path, page)],
    [
      '/v1/officer/cases/{ticket}/status',
      await postJson(
        `${served.hub.url}/v1/officer/cases/${record.ticketNumber}/status`,
        { status: 'checked' },
        { authorization: `Bearer ${OFFICER_TOKEN}` },
      ),
    ],
  ];
  for (const [path, { status, body }] of answers) {
    expect([path, status, fits(answerSchema(path, 'post', '200'), body)]).toEqual([path, 200, true]);
  }
  const probe: unknown = await (await fetch(served.hub.url + routes.probe.path)).json();
  expect(fits(answerSchema(routes.probe.path, 'get', '200'), probe)).toBe(true);
  expect(fits(requestSchema(routes.enrol.path), kiosk.request)).toBe(true);
  expect(fits(requestSchema(routes.push.path), push)).toBe(true);
  expect(fits(requestSchema(routes.push.path), { submissions: [] })).not.toBe(true);
  expect(fits(requestSchema(routes.ticketStatuses.path), page)).toBe(true);
});

test('a refusal fits the document too', async () => {
  const answer = await postJson(served.hub.url + routes.push.path, {});
  expect(answer.status).toBe(401);
  expect(fits(answerSchema(routes.push.path, 'post', '4XX'), answer.body)).toBe(true);
});

test('metrics count answers and outcomes and name no ticket', async () => {
  const kiosk = await served.enrol();
  const record = await kiosk.aSubmission();
  await kiosk.push([record]);
  const text = await (await fetch(`${served.hub.url}/metrics`)).text();
  expect(text).toMatch(/hub_push_outcomes_total\{outcome="accepted"\} [1-9]/);
  expect(text).toMatch(/hub_requests_total\{route="\/v1\/submissions",status="200"\} [1-9]/);
  expect(text).not.toContain(record.ticketNumber);
  // As a label: three digits stand in many a number.
  expect(text).not.toContain(JSON.stringify(kiosk.kioskCode));
});
