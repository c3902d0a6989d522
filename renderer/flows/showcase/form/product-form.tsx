import type { ShowcaseConsent } from '../../../../shared/contract/content/showcase.ts';
import type { Bridge } from '../../../bridge/bridge.ts';
import { PhotoCapture } from '../../../components/camera/photo-capture.tsx';
import { usePrivateForm } from '../../../lobby/private-form.ts';
import { useShowcaseWords } from '../words.ts';
import type { FormKind } from './draft.ts';
import type { FormOutput } from './form.machine.ts';
import { CheckScreen } from './screens/check-screen.tsx';
import { QuestionScreen } from './screens/question-screen.tsx';
import { RefusedScreen } from './screens/refused-screen.tsx';
import { type FormSnapshot, type SendForm, useForm } from './use-form.ts';

/** What every screen of a form gets. */
export interface FormScreenProps {
  snapshot: FormSnapshot;
  send: SendForm;
  /** The permission this form asks, in its exact words. */
  consent: ShowcaseConsent;
  /** The product she is interested in. */
  productName?: string | undefined;
}

interface ProductFormProps {
  form: FormKind;
  bridge: Bridge;
  consent: ShowcaseConsent;
  product?: { id: string; name: string } | undefined;
  mostPhotos?: number;
  /** What the last button says, where it does not send yet. */
  sendLabel?: string;
  onDone(output: FormOutput): void;
}

/** "Saya tertarik" and "Daftarkan produk saya": the same way of asking, other questions. */
export function ProductForm(props: ProductFormProps) {
  const { form, bridge, consent, product, mostPhotos, sendLabel, onDone } = props;
  usePrivateForm();
  const words = useShowcaseWords();
  const [snapshot, send] = useForm(
    bridge,
    {
      form,
      productId: product?.id ?? null,
      consent: { purpose: consent.purpose, version: consent.version },
      ...(mostPhotos === undefined ? {} : { mostPhotos }),
    },
    onDone,
  );
  const screen: FormScreenProps = { snapshot, send, consent, productName: product?.name };
  if (snapshot.matches('photographing')) {
    return (
      <PhotoCapture
        title={words.form.photos.captureTitle}
        hint={words.form.photos.hint}
        cancelLabel={words.form.photos.captureCancel}
        onPhoto={(jpeg) => send({ type: 'photo.taken', jpeg })}
        onCancel={() => send({ type: 'photo.cancelled' })}
      />
    );
  }
  if (snapshot.matches('checking')) return <CheckScreen {...screen} sendLabel={sendLabel} />;
  if (snapshot.matches('refused')) return <RefusedScreen {...screen} />;
  if (snapshot.hasTag('question')) return <QuestionScreen {...screen} bridge={bridge} />;
  return null;
}
