import { Globe } from 'lucide-react';
import { Screen } from '../../../components/screen/screen.tsx';
import { SingleChoice } from '../../../components/single-choice/single-choice.tsx';
import { formatIsoDate } from '../../../texts/format.ts';
import type { ServicesScreenProps } from '../services-flow.tsx';
import { useServicesWords } from '../words.ts';

/** The countries whose rate is in the content pack, and no other. */
export function RateScreen({ snapshot, send, content, language }: ServicesScreenProps) {
  const { estimate, about, eyebrow } = useServicesWords();
  const { rates, rate: chosen } = snapshot.context;
  const keyOf = ({ country, currency }: (typeof rates)[number]) => `${country} ${currency}`;
  return (
    <Screen
      name="services.rate"
      question={{ ...estimate.country, eyebrow }}
      back={{ onPress: () => send({ type: 'back.pressed' }) }}
    >
      <SingleChoice
        label={estimate.country.title}
        answers={rates.map((rate) => ({
          value: keyOf(rate),
          label: `${content.countries.find(({ code }) => code === rate.country)?.name[language] ?? rate.country} (${rate.currency})`,
          hint: about.checked(formatIsoDate(rate.provenance.verified_on, language)),
          icon: Globe,
        }))}
        chosen={chosen ? keyOf(chosen) : undefined}
        onChoose={(key) => {
          const rate = rates.find((one) => keyOf(one) === key);
          if (rate) send({ type: 'rate.chosen', rate });
        }}
      />
    </Screen>
  );
}
