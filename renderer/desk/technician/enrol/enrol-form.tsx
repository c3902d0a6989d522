import { useState } from 'react';
import { z } from 'zod';
import { deskCalls } from '../../../../shared/contract/desk.ts';
import { TextField } from '../../../components/text-field/text-field.tsx';
import { useDeskWords } from '../../desk-words.ts';
import { DeskScreen } from '../../frame/desk-screen.tsx';
import { Verdict } from '../../frame/verdict.tsx';

export interface EnrolTyped {
  code: string;
  address: string;
}

export interface EnrolFormProps {
  /** Null: not enrolled yet. */
  kioskCode: string | null;
  hubUrl: string | null;
  typed: EnrolTyped;
  onType(typed: EnrolTyped): void;
  onSend(): void;
  onBack(): void;
}

const { code: Code } = deskCalls['desk.enrol'].input.shape;
const Address = z.url({ protocol: /^https?$/ });

/** The one-time code, and the address of the hub where it is new. */
export function EnrolForm({ kioskCode, hubUrl, typed, onType, onSend, onBack }: EnrolFormProps) {
  const { enrol: words, page, link } = useDeskWords();
  const [isTold, setIsTold] = useState(false);
  const address = typed.address.trim();
  const codeError = isTold && !Code.safeParse(typed.code).success ? words.codeShort : undefined;
  const addressError =
    isTold && address !== '' && !Address.safeParse(address).success ? words.addressWrong : undefined;
  const send = () => {
    const isRight =
      Code.safeParse(typed.code).success && (address === '' || Address.safeParse(address).success);
    setIsTold(!isRight);
    if (isRight) onSend();
  };
  return (
    <DeskScreen
      name="desk.enrol"
      title={kioskCode === null ? words.title : words.titleAgain}
      why={
        <>
          <p>{kioskCode === null ? words.why : words.whyAgain(kioskCode)}</p>
          <p>{hubUrl === null ? link.noHub : link.hub(hubUrl)}</p>
        </>
      }
      back={{ onPress: onBack, label: page.back }}
      primary={{ label: words.send, onPress: send }}
      errors={[
        ...(codeError ? [{ fieldId: 'enrol-code', message: codeError }] : []),
        ...(addressError ? [{ fieldId: 'enrol-address', message: addressError }] : []),
      ]}
    >
      <TextField
        id="enrol-code"
        label={words.code}
        layout="text"
        capitals="all"
        limit={24}
        value={typed.code}
        error={codeError}
        onChange={(text) => onType({ ...typed, code: text.toUpperCase().replaceAll(/[^A-Z0-9-]/g, '') })}
      />
      <TextField
        id="enrol-address"
        label={words.address}
        hint={words.addressHint}
        capitals="none"
        isOptional
        limit={200}
        value={typed.address}
        error={addressError}
        onChange={(text) => onType({ ...typed, address: text })}
      />
    </DeskScreen>
  );
}

export interface EnrolledScreenProps {
  kioskCode: string;
  officeName: string;
  /** The hub's address is new: nothing can be tested or sent before the next start. */
  needsRestart: boolean;
  onLink(): void;
  onRound(): void;
  onRestart(): void;
}

export function EnrolledScreen(props: EnrolledScreenProps) {
  const { kioskCode, officeName, needsRestart, onLink, onRound, onRestart } = props;
  const { enrol: words, page } = useDeskWords();
  if (needsRestart) {
    return (
      <DeskScreen
        name="desk.enrolled"
        title={words.done(kioskCode)}
        why={<Verdict mark="green">{words.doneRestart(officeName)}</Verdict>}
        primary={{ label: page.name.restart, onPress: onRestart }}
      />
    );
  }
  return (
    <DeskScreen
      name="desk.enrolled"
      title={words.done(kioskCode)}
      why={<Verdict mark="green">{words.doneWhy(officeName)}</Verdict>}
      secondary={{ label: page.name.link, onPress: onLink }}
      primary={{ label: page.name.round, onPress: onRound }}
    />
  );
}
