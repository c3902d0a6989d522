import type { SnapshotFrom } from 'xstate';
import {
  type VacanciesEvent,
  vacanciesMachine,
  WAITS_MS,
} from '../../renderer/flows/vacancies/vacancies.machine.ts';
import type { Chosen, FilterName } from '../../renderer/flows/vacancies/vacancies.types.ts';
import { id as texts } from '../../renderer/texts/id.ts';
import { vacanciesId as words } from '../../renderer/texts/vacancies.id.ts';
import type { SlipState } from '../../shared/contract/kiosk-state.ts';
import type { VacancyPage } from '../../shared/domain/vacancy.ts';
import { failed, succeeded } from '../../shared/lib/result.ts';
import {
  type DeedOf,
  type EngineEvent,
  type FlowModel,
  flowModel,
  type Sight,
  stateName,
} from './flow-model.ts';
import type { Hands, ScriptedAnswer } from './hands.ts';
import { SEARCHED, type VacancySearch } from './vacancy-pages.ts';

type Snapshot = SnapshotFrom<typeof vacanciesMachine>;
type VacanciesDeed = DeedOf<typeof vacanciesMachine>;

/** A slip of a print that the engine never made: nothing but the path itself tells what becomes of it. */
const SLIP_ID = '00000000-0000-4000-8000-000000000001';
const REQUEST_ID = '00000000-0000-4000-8000-000000000002';
/** Longer than the flow waits for any answer. */
const LONG_PATIENCE_MS = 30_000;
/** For the screen to follow. */
const A_MOMENT_MS = 300;

const slipIs = (state: SlipState['state'], trouble: SlipState['trouble'] = null): SlipState => ({
  slipId: SLIP_ID,
  state,
  trouble,
});

const BUSY =
  'for as long as the kiosk takes to answer: too short for a hand, walked in the tests of the machine';
const MANY_DEMANDS =
  'only a vacancy with many demands has the button, and which stands first changes with each visit';
const LEFT_OUT = {
  'opening back.pressed': BUSY,
  'browsing.finding.asking,fetching.resting': BUSY,
  'browsing.finding.pausing,fetching.resting': BUSY,
  'browsing.fetching.asking': BUSY,
  'browsing.fetching.stalled': BUSY,
  'takingHome.asking': BUSY,
  'takingHome.printed.retrying': BUSY,
  'takingHome.printed.telling': BUSY,
  'demands.pressed': MANY_DEMANDS,
  readingDemands: MANY_DEMANDS,
  'rows.shown': 'the list tells it by itself when it turns a page',
  'slip.changed': 'the kiosk tells it by itself; done with the deed that prints',
  'xstate.error.actor.watchSlip':
    'the listener cannot throw: it only registers for what the kiosk tells by itself',
  'xstate.after.again.vacancies.preparing': 'the kiosk goes on by itself; done with the deed that waits',
};

/** From the home screen on: what the first search brings decides which screen is the first. */
export function vacanciesPaths(searches: readonly VacancySearch[]): FlowModel {
  return flowModel({
    name: 'vacancies',
    machine: vacanciesMachine,
    input: { makeId: () => REQUEST_ID },
    deedsAt: (snapshot) => deedsAt(snapshot, searches),
    sightAt,
    endsAt: (snapshot) => ({ screen: ENDS[String(snapshot.value)] ?? 'lobby.home' }),
    mark: ({ value, context: { text, chosen, slip, problem } }) => [
      text,
      chosen,
      // Outside of its page the last slip changes nothing.
      stateName(value).startsWith('takingHome') && [slip?.state, problem?.code === 'vacancies.not-found'],
    ],
    async open() {},
    leftOut: LEFT_OUT,
  });
}

const ENDS: Readonly<Record<string, string>> = {
  finished: 'lobby.thank-you',
  complaining: 'complaint.danger',
  left: 'lobby.home',
};

const press = (name: string, event: VacanciesEvent, label: string): VacanciesDeed => ({
  name,
  events: [event],
  act: (hands) => hands.press(label),
});
const back = press('go back', { type: 'back.pressed' }, texts.common.back);

/** The state by its leaf; the two regions of the list by what the list is searching for. */
function nameOf({ value }: Snapshot): string {
  return typeof value === 'object' && 'browsing' in value ? 'browsing' : stateName(value);
}

function deedsAt(snapshot: Snapshot, searches: readonly VacancySearch[]): VacanciesDeed[] {
  const all = answerTo(searches, '', {});
  if (!all) return [];
  const name = nameOf(snapshot);
  switch (name) {
    case 'opening':
      return openDeeds(null, (hands) => hands.press(hands.words.home.tiles.vacancies.name), all);
    case 'preparing':
      return [
        {
          name: 'wait until the list is there',
          events: [
            { type: 'xstate.after.again.vacancies.preparing' },
            { type: 'xstate.done.actor.open', output: succeeded(all) },
          ],
          act: (hands) => hands.answer('vacancies.search', null),
          patienceMs: LONG_PATIENCE_MS,
        },
        back,
      ];
    case 'none':
      return [press('ask how to check', { type: 'check.pressed' }, words.list.check), back];
    case 'failed':
      return [
        ...openDeeds({ type: 'retry.pressed' }, (hands) => hands.press(texts.common.tryAgain), all),
        press('go back', { type: 'back.pressed' }, words.failed.leave),
      ];
    case 'browsing':
      return listDeeds(snapshot, searches);
    case 'reading':
      return [
        press('take it home', { type: 'takeHome.pressed' }, words.detail.takeHome),
        press('ask how to check', { type: 'check.pressed' }, words.detail.check),
        press('go back', { type: 'back.pressed' }, words.detail.back),
      ];
    case 'checking.fromList':
    case 'checking.fromVacancy':
    case 'checking.fromNone':
      return [press('complain', { type: 'complaint.pressed' }, words.checking.complain), back];
    default:
      if (name.startsWith('choosing')) return filterDeeds(name, searches);
      return name.startsWith('takingHome') ? takeHomeDeeds(name, snapshot) : [];
  }
}

const answerTo = (searches: readonly VacancySearch[], text: string, chosen: Chosen) =>
  searches.find((one) => one.text === text && JSON.stringify(one.chosen) === JSON.stringify(chosen))?.answer;

/** What can come of asking for the first list. */
function openDeeds(
  event: VacanciesEvent | null,
  ask: (hands: Hands) => Promise<void>,
  all: VacancyPage,
): VacanciesDeed[] {
  const nothing: VacancyPage = { ...all, snapshot: null, available: 0, total: 0, vacancies: [] };
  const outcomes: [string, EngineEvent, ScriptedAnswer | null][] = [
    ['the list', { type: 'xstate.done.actor.open', output: succeeded(all) }, null],
    [
      'no list on this kiosk',
      { type: 'xstate.done.actor.open', output: succeeded(nothing) },
      succeeded(nothing),
    ],
    [
      'the list is being prepared',
      { type: 'xstate.done.actor.open', output: failed({ code: 'vacancies.preparing' }) },
      failed({ code: 'vacancies.preparing' }),
    ],
    [
      'the list cannot be read',
      { type: 'xstate.done.actor.open', output: failed({ code: 'vacancies.unreadable' }) },
      failed({ code: 'vacancies.unreadable' }),
    ],
    ['the engine breaks', { type: 'xstate.error.actor.open', error: new Error('scripted') }, 'breaks'],
    ['nobody answers', { type: 'xstate.after.searchPatience.vacancies.opening' }, 'silent'],
  ];
  return outcomes.map(([what, outcome, answer]) => ({
    name: `open: ${what}`,
    events: event ? [event, outcome] : [outcome],
    async act(hands) {
      await hands.answer('vacancies.search', answer);
      await ask(hands);
    },
    patienceMs: LONG_PATIENCE_MS,
  }));
}

const PAUSE: EngineEvent = { type: 'xstate.after.typingPause.vacancies.browsing.finding.pausing' };
const foundIs = (answer: VacancyPage): EngineEvent => ({
  type: 'xstate.done.actor.find',
  output: succeeded(answer),
});
const FILTERS: readonly FilterName[] = ['country', 'sector', 'education', 'wage', 'scheme'];

function listDeeds({ context }: Snapshot, searches: readonly VacancySearch[]): VacanciesDeed[] {
  const { text, chosen, answer } = context;
  const narrowed = Object.keys(chosen).length > 0;
  const [first] = answer?.vacancies ?? [];
  const texts_ = narrowed ? [] : ['', ...Object.values(SEARCHED)].filter((one) => one !== text);
  return [
    ...texts_.flatMap((typed): VacanciesDeed[] => {
      const found = answerTo(searches, typed, {});
      if (!found) return [];
      return [
        {
          name: typed === '' ? 'empty the field' : `search "${typed}"`,
          events: [{ type: 'text.typed', text: typed }, PAUSE, foundIs(found)],
          async act(hands) {
            if (typed === '') return hands.press(words.list.clear);
            await hands.write(typed);
            await hands.press(texts.keyboard.done);
          },
        },
      ];
    }),
    // Each filter from the whole list only: together they show the same screens with fewer answers.
    ...(text === '' && !narrowed
      ? FILTERS.map((filter) =>
          press(`open ${filter}`, { type: 'filter.opened', filter }, words.chips[filter]),
        )
      : []),
    ...(narrowed ? clearDeed(searches, text) : []),
    ...(first
      ? [
          {
            name: 'open the first',
            events: [{ type: 'vacancy.pressed', vacancy: first } as VacanciesEvent],
            // Without words the order changes from visit to visit: whichever stands first.
            act: (hands: Hands) => hands.tap(hands.page.locator('main li button').first()),
          },
        ]
      : []),
    press('ask how to check', { type: 'check.pressed' }, words.list.check),
    back,
  ];
}

function clearDeed(searches: readonly VacancySearch[], text: string): VacanciesDeed[] {
  const found = answerTo(searches, text, {});
  return found
    ? [
        {
          name: 'clear the filters',
          events: [{ type: 'filters.cleared' }, foundIs(found)],
          act: (hands) => hands.press(words.chips.clear),
        },
      ]
    : [];
}

/** Narrow by what was searched for beforehand, or not at all. */
function filterDeeds(state: string, searches: readonly VacancySearch[]): VacanciesDeed[] {
  const all = answerTo(searches, '', {});
  const filter = state.replace('choosing.', '') as FilterName | 'atLeast';
  if (!all) return [];
  if (filter === 'atLeast') return [...wageDeed(searches), back];
  const wholly: VacanciesDeed = {
    name: 'do not narrow',
    events: [{ type: 'filter.chosen', change: { [filter]: undefined } as Chosen }, foundIs(all)],
    act: (hands) => hands.press(words.filters[filter].all),
  };
  const [kind] = all.facets.wages;
  if (filter === 'wage') {
    return [
      ...(kind
        ? [
            press(
              'choose the money',
              { type: 'wageKind.chosen', kind: { currency: kind.currency, per: kind.per } },
              kind.currency,
            ),
          ]
        : []),
      wholly,
      back,
    ];
  }
  const search = searches.find(({ chosen }) => chosen[filter] !== undefined);
  return [
    ...(search
      ? [
          {
            name: 'choose the first',
            events: [
              { type: 'filter.chosen', change: search.chosen } as VacanciesEvent,
              foundIs(search.answer),
            ],
            act: (hands: Hands) => hands.press(search.label),
          },
        ]
      : []),
    wholly,
    back,
  ];
}

function wageDeed(searches: readonly VacancySearch[]): VacanciesDeed[] {
  const search = searches.find(({ chosen }) => chosen.wage !== undefined);
  return search
    ? [
        {
          name: 'choose any amount',
          events: [{ type: 'filter.chosen', change: search.chosen }, foundIs(search.answer)],
          act: (hands) => hands.press(words.filters.atLeast.all),
        },
      ]
    : [];
}

/** A print that never reaches the printer: the path itself tells what becomes of the slip. */
function takeHomeDeeds(state: string, { context: { slip, problem } }: Snapshot): VacanciesDeed[] {
  const around = [back, press('finish', { type: 'finish.pressed' }, words.takeHome.finish)];
  switch (state) {
    case 'takingHome.offering':
      return [...printDeeds(), ...around];
    case 'takingHome.refused':
      return problem?.code === 'vacancies.not-found' ? around : [...printDeeds(), ...around];
    case 'takingHome.printed.showing':
      return [
        ...(slip?.state === 'unknown'
          ? [
              ...slipDeeds('slip.taken', 'answerSlip', 'telling', texts.ticket.slip.askingYes, 'printed'),
              ...slipDeeds(
                'slip.missing',
                'answerSlip',
                'telling',
                texts.ticket.slip.askingNo,
                'handed-over',
              ),
            ]
          : []),
        ...(slip?.state === 'failed'
          ? slipDeeds('slip.retried', 'retrySlip', 'retrying', texts.ticket.slip.retry, 'queued')
          : []),
        ...around,
      ];
    default:
      return [];
  }
}

function printDeeds(): VacanciesDeed[] {
  const type = 'print.pressed';
  const asked = async (hands: Hands, answer: ScriptedAnswer) => {
    await hands.answer('vacancy.print', answer);
    await hands.press(words.takeHome.print);
  };
  const made: EngineEvent = { type: 'xstate.done.actor.print', output: succeeded({ slipId: SLIP_ID }) };
  const told = (slip: SlipState): VacanciesDeed => ({
    name: `print: the slip is ${slip.state}`,
    events: [{ type }, made, { type: 'slip.changed', slip }],
    async act(hands) {
      await asked(hands, succeeded({ slipId: SLIP_ID }));
      await hands.page.getByText(texts.ticket.slip.queued).waitFor();
      await hands.tell('slip.changed', slip);
    },
  });
  const refused = (code: string): VacanciesDeed => ({
    name: `print: ${code}`,
    events: [{ type }, { type: 'xstate.done.actor.print', output: failed({ code }) }],
    act: (hands) => asked(hands, failed({ code })),
  });
  return [
    told(slipIs('failed', 'out-of-paper')),
    told(slipIs('unknown')),
    told(slipIs('printed')),
    refused('vacancies.not-found'),
    refused('intake.disk-full'),
    {
      name: 'print: the engine breaks',
      events: [{ type }, { type: 'xstate.error.actor.print', error: new Error('scripted') }],
      act: (hands) => asked(hands, 'breaks'),
    },
    {
      name: 'print: nobody answers',
      events: [{ type }, { type: 'xstate.after.printPatience.vacancies.takingHome.asking' }],
      act: (hands) => asked(hands, 'silent'),
      lastsMs: WAITS_MS.print + A_MOMENT_MS,
      patienceMs: LONG_PATIENCE_MS,
    },
  ];
}

/** A word about the slip, or another try at it, with everything that can come of it. */
function slipDeeds(
  type: 'slip.taken' | 'slip.missing' | 'slip.retried',
  actor: 'answerSlip' | 'retrySlip',
  state: 'telling' | 'retrying',
  button: string,
  becomes: SlipState['state'],
): VacanciesDeed[] {
  const call = actor === 'answerSlip' ? 'slip.answer' : 'slip.retry';
  const slip = slipIs(becomes);
  const outcomes: [string, EngineEvent, ScriptedAnswer][] = [
    ['heard', { type: `xstate.done.actor.${actor}`, output: succeeded(slip) }, succeeded(slip)],
    ['the engine breaks', { type: `xstate.error.actor.${actor}`, error: new Error('scripted') }, 'breaks'],
    ['nobody answers', { type: `xstate.after.slipPatience.vacancies.takingHome.printed.${state}` }, 'silent'],
  ];
  return outcomes.map(([what, outcome, answer]) => ({
    name: `${type}: ${what}`,
    events: [{ type }, outcome],
    async act(hands) {
      await hands.answer(call, answer);
      await hands.press(button);
    },
    lastsMs: answer === 'silent' ? WAITS_MS.slip + A_MOMENT_MS : 0,
    patienceMs: LONG_PATIENCE_MS,
  }));
}

function sightAt(snapshot: Snapshot): Sight {
  const { context } = snapshot;
  const name = nameOf(snapshot);
  if (name === 'browsing')
    return { screen: 'vacancies.list', typed: context.text, words: chosenWords(context.chosen) };
  if (name.startsWith('choosing'))
    return { screen: `vacancies.filter-${FILTER_SCREENS[name] ?? name.replace('choosing.', '')}` };
  if (name.startsWith('checking')) return { screen: 'vacancies.check' };
  if (name.startsWith('takingHome')) return { screen: 'vacancies.take-home', words: slipWords(snapshot) };
  switch (name) {
    case 'opening':
      return { screen: 'lobby.home' };
    case 'reading':
      return { screen: 'vacancies.detail' };
    default:
      return { screen: `vacancies.${name}` };
  }
}

const FILTER_SCREENS: Readonly<Record<string, string>> = { 'choosing.atLeast': 'at-least' };

/** A filter that narrows says by what; with none, the way to clear them is not there to be seen. */
function chosenWords({ sector, education, scheme }: Chosen): string[] {
  return [
    ...(sector ? [sector] : []),
    ...(education ? [words.education[education]] : []),
    ...(scheme ? [words.scheme[scheme].label] : []),
  ];
}

function slipWords({ value, context: { slip, problem } }: Snapshot): string[] {
  if (slip) {
    const { slip: said } = texts.ticket;
    const titles = {
      queued: said.queued,
      printing: said.printing,
      printed: said.printed,
      failed: said.failed,
      unknown: said.asking,
      'handed-over': said.handedOver,
    };
    return [titles[slip.state]];
  }
  if (stateName(value) !== 'takingHome.refused') return [words.takeHome.print];
  return [problem?.code === 'vacancies.not-found' ? words.takeHome.gone : words.takeHome.failed];
}
