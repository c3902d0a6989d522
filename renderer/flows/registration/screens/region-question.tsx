import { REGISTRATION_LIMITS } from '../../../../shared/domain/registration.ts';
import { RegionChoice } from '../../regions/region-choice.tsx';
import { useRegions } from '../../regions/use-regions.ts';
import { fieldId } from '../notices.ts';
import { type Level, listedBelow, regionAt, regionDraft } from '../regions.ts';
import type { RegistrationScreenProps } from '../registration-flow.tsx';
import { useRegistrationWords } from '../words.ts';

interface RegionQuestionProps extends RegistrationScreenProps {
  title: string;
  level: Level;
}

/** One level of the address, under the one chosen above it. */
export function RegionQuestion({ title, level, snapshot, send, bridge }: RegionQuestionProps) {
  const words = useRegistrationWords().region;
  const { draft } = snapshot.context;
  const below = listedBelow(level, draft);
  const list = useRegions(bridge, below);
  return (
    <RegionChoice
      title={title}
      fieldId={fieldId(level)}
      list={list}
      hasList={below !== undefined}
      chosen={regionAt(level, draft)}
      limit={REGISTRATION_LIMITS.place}
      words={words}
      onChoose={(region) =>
        send({ type: 'answer.given', answer: { [level]: regionDraft(level, draft, region) } })
      }
      onWrite={(name) =>
        send({
          type: 'answer.edited',
          answer: { [level]: name === '' ? undefined : regionDraft(level, draft, { name }) },
        })
      }
    />
  );
}
