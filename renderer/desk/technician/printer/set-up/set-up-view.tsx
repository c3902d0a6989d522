import { Network, Printer, Usb } from 'lucide-react';
import type { PrinterKind, SeenPrinter } from '../../../../../shared/contract/desk.ts';
import type { Answer } from '../../../../components/answer-card/answer-card.tsx';
import { SingleChoice } from '../../../../components/single-choice/single-choice.tsx';
import { TextField } from '../../../../components/text-field/text-field.tsx';
import { useTexts } from '../../../../texts/texts.tsx';
import { useDeskWords } from '../../../desk-words.ts';
import { DeskScreen } from '../../../frame/desk-screen.tsx';
import { FailedScreen, LoadingScreen } from '../../../frame/state-screens.tsx';
import { Verdict } from '../../../frame/verdict.tsx';
import { BadSteps, PrinterFactList } from '../printer-parts.tsx';
import type { SetUpContext, SetUpEvent } from './set-up.machine.ts';

export interface SetUpProps {
  state: string;
  context: SetUpContext;
  send(event: SetUpEvent): void;
}

/** One step of the set-up: what is asked, or what is being waited for. */
export function SetUpView({ state, context, send }: SetUpProps) {
  const { setUp: words } = useDeskWords();
  switch (state) {
    case 'choosingPrinter':
      return <ChoosePrinter context={context} send={send} />;
    case 'typing':
      return <TypeAddress context={context} send={send} />;
    case 'asking':
      return <LoadingScreen name="desk.set-up-asking" title={words.asking} why={words.findingWhy} />;
    case 'choosingKind':
      return <ChooseKind context={context} send={send} />;
    case 'trying':
      return <LoadingScreen name="desk.set-up-trying" title={words.trying} why={words.tryingWhy} />;
    case 'reading':
      return <ReadPaper context={context} send={send} />;
    case 'notOut':
      return <NotOut context={context} send={send} />;
    case 'setting':
      return <LoadingScreen name="desk.set-up-setting" title={words.setting} />;
    case 'done':
      return <Done context={context} send={send} />;
    case 'failed':
      return (
        <FailedScreen
          name="desk.set-up-failed"
          title={words.failedTitle}
          problem={context.problem ?? { code: 'bridge.no-answer' }}
          onRetry={() => send({ type: 'again.pressed' })}
          onBack={() => send({ type: 'back.pressed' })}
          isStep
        />
      );
    default:
      return (
        <LoadingScreen
          name="desk.set-up-finding"
          title={words.finding}
          why={words.findingWhy}
          onBack={() => send({ type: 'back.pressed' })}
          isStep
        />
      );
  }
}

type StepProps = Pick<SetUpProps, 'context' | 'send'>;

/** Not an address of any printer. */
const ON_NETWORK = 'network';

function ChoosePrinter({ context, send }: StepProps) {
  const { setUp: words, printer: paper } = useDeskWords();
  const printers = context.found?.printers ?? [];
  const set = context.found?.set ?? null;
  const answerFor = ({ address, name, state }: SeenPrinter): Answer<string> => ({
    value: address,
    label: name ?? words.noName,
    hint: [address, paper.state[state], ...(address === set?.address ? [words.inForce] : [])].join(' · '),
    icon: address.startsWith('/dev/') ? Usb : Printer,
  });
  return (
    <DeskScreen
      name="desk.set-up"
      title={words.whichTitle}
      why={
        <>
          <p>{printers.length === 0 ? words.noneOnCable : words.whichWhy}</p>
          <p>{set === null ? words.noneInForce : words.staysInForce(set.address)}</p>
        </>
      }
      back={{ onPress: () => send({ type: 'back.pressed' }) }}
      primary={{ label: words.again, onPress: () => send({ type: 'again.pressed' }) }}
    >
      <SingleChoice
        label={words.whichTitle}
        answers={[
          ...printers.map(answerFor),
          { value: ON_NETWORK, label: words.network, hint: words.networkHint, icon: Network },
        ]}
        onChoose={(value) =>
          send(value === ON_NETWORK ? { type: 'network.chosen' } : { type: 'printer.chosen', address: value })
        }
      />
    </DeskScreen>
  );
}

function TypeAddress({ context, send }: StepProps) {
  const { setUp: words } = useDeskWords();
  const error =
    context.wrong === null ? undefined : context.wrong === 'no-address' ? words.noAddress : words.nobodyThere;
  return (
    <DeskScreen
      name="desk.set-up-address"
      title={words.addressTitle}
      why={words.addressWhy}
      back={{ onPress: () => send({ type: 'back.pressed' }) }}
      primary={{ label: words.ask, onPress: () => send({ type: 'address.entered' }) }}
      errors={error === undefined ? [] : [{ fieldId: 'printer-address', message: error }]}
    >
      <TextField
        id="printer-address"
        label={words.address}
        hint={words.addressHint}
        capitals="none"
        limit={200}
        value={context.typed}
        error={error}
        onChange={(text) => send({ type: 'address.typed', text })}
      />
    </DeskScreen>
  );
}

function ChooseKind({ context, send }: StepProps) {
  const { setUp: words, printer: paper } = useDeskWords();
  const { seen, found } = context;
  const proposed = seen?.proposed ?? null;
  // The proposal stands first, and whoever came back from a page that was wrong sees what she took.
  const kinds = [...(found?.kinds ?? [])].sort(
    (a, b) => Number(b.profile === proposed) - Number(a.profile === proposed),
  );
  const answerFor = ({ profile, name, columns, isVerified }: PrinterKind): Answer<string> => ({
    value: profile,
    label: name,
    hint: [
      ...(profile === proposed ? [words.proposed] : []),
      words.columns(columns),
      ...(isVerified ? [] : [words.unproven]),
    ].join(' · '),
    icon: Printer,
  });
  return (
    <DeskScreen
      name="desk.set-up-kind"
      title={words.kindTitle}
      why={
        <>
          <p>{seen?.name ? words.saysItIs(seen.name) : words.saysNoName}</p>
          {seen ? <p>{[seen.address, paper.state[seen.state]].join(' · ')}</p> : null}
        </>
      }
      back={{ onPress: () => send({ type: 'back.pressed' }) }}
    >
      <SingleChoice
        label={words.kindTitle}
        answers={kinds.map(answerFor)}
        chosen={context.profile ?? undefined}
        onChoose={(profile) => send({ type: 'kind.chosen', profile })}
      />
    </DeskScreen>
  );
}

function ReadPaper({ context, send }: StepProps) {
  const { setUp: words } = useDeskWords();
  const trouble = useTroubleWord(context);
  return (
    <DeskScreen
      name="desk.set-up-reading"
      title={words.readTitle}
      why={
        <>
          <p>{words.readWhy}</p>
          {trouble ? <p>{trouble}</p> : null}
        </>
      }
    >
      <SingleChoice
        label={words.readTitle}
        answers={[
          { value: 'legible', label: words.legible, hint: words.legibleHint },
          { value: 'garbled', label: words.garbled, hint: words.garbledHint },
          { value: 'notOut', label: words.notOut },
        ]}
        onChoose={(answer) => send({ type: `${answer}.pressed` })}
      />
    </DeskScreen>
  );
}

function NotOut({ context, send }: StepProps) {
  const { setUp: words, printer: paper } = useDeskWords();
  const trouble = useTroubleWord(context);
  const set = context.found?.set ?? null;
  return (
    <DeskScreen
      name="desk.set-up-not-out"
      title={paper.badTitle}
      why={
        <>
          <Verdict mark="red">{trouble ? <p>{trouble}</p> : null}</Verdict>
          <p>{set === null ? words.noneInForce : words.staysInForce(set.address)}</p>
        </>
      }
      back={{ onPress: () => send({ type: 'back.pressed' }) }}
      secondary={{ label: words.otherKind, onPress: () => send({ type: 'kinds.pressed' }) }}
      primary={{ label: paper.again, onPress: () => send({ type: 'print.pressed' }) }}
    >
      <BadSteps />
    </DeskScreen>
  );
}

function Done({ context, send }: StepProps) {
  const { setUp: words } = useDeskWords();
  const kind = context.found?.kinds.find(({ profile }) => profile === context.profile);
  return (
    <DeskScreen
      name="desk.set-up-done"
      title={words.doneTitle}
      why={<Verdict mark="green">{words.doneWhy}</Verdict>}
      primary={{ label: words.finish, onPress: () => send({ type: 'back.pressed' }) }}
    >
      <PrinterFactList profile={kind?.name ?? null} address={context.seen?.address ?? null} />
    </DeskScreen>
  );
}

/** What the printer says of the page; null where it says nothing worth reading. */
function useTroubleWord({ trial }: SetUpContext): string | null {
  const { ticket } = useTexts();
  const { printer: words } = useDeskWords();
  return trial?.trouble ? `${words.said}: ${ticket.trouble[trial.trouble]}` : null;
}
