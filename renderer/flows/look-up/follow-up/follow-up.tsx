import type { KioskContent } from '../../../../shared/contract/content.ts';
import { PhotoCapture } from '../../../components/camera/photo-capture.tsx';
import { useFollowUpWords } from '../follow-up-words.ts';
import { ChannelScreen, ChooseScreen, PhoneScreen, WithdrawScreen, WriteScreen } from './answer-screens.tsx';
import { CheckScreen } from './check-screen.tsx';
import { AddedScreen, BusyScreen, FailedScreen } from './end-screens.tsx';
import { PhotosScreen } from './photos-screen.tsx';
import { type FollowUpProps, useFollowUp } from './use-follow-up.ts';

/** One addition to an open ticket. Which screen shows is read from the machine and nowhere else. */
export function FollowUp(
  props: FollowUpProps & { timeZone: string; withdrawal: KioskContent['withdrawal'] },
) {
  const [snapshot, send] = useFollowUp(props);
  const words = useFollowUpWords();
  const { number } = props.found;
  const { photos } = snapshot.context;
  const screen = { snapshot, send, number };
  if (snapshot.matches('choosing')) return <ChooseScreen {...screen} />;
  if (snapshot.matches('writing')) return <WriteScreen {...screen} />;
  if (snapshot.matches({ photos: 'capturing' })) {
    return (
      <PhotoCapture
        key={photos.length}
        hint={words.photos.hint}
        cancelLabel={words.photos.withoutCamera}
        onPhoto={(jpeg) => send({ type: 'photo.taken', jpeg })}
        onCancel={() => send({ type: 'capture.left' })}
      />
    );
  }
  if (snapshot.matches({ photos: 'storing' })) {
    return <BusyScreen name="follow-up.storing" title={words.photos.storing} number={number} />;
  }
  if (snapshot.matches('photos')) return <PhotosScreen {...screen} />;
  if (snapshot.matches('phone')) return <PhoneScreen {...screen} />;
  if (snapshot.matches('channel')) return <ChannelScreen {...screen} />;
  if (snapshot.matches('withdrawing')) return <WithdrawScreen {...screen} />;
  if (snapshot.matches('checking')) return <CheckScreen {...screen} withdrawal={props.withdrawal} />;
  if (snapshot.matches('committing')) {
    return <BusyScreen name="follow-up.committing" title={words.committing} number={number} />;
  }
  if (snapshot.matches('failed')) return <FailedScreen {...screen} />;
  if (snapshot.matches('served')) return <AddedScreen {...screen} timeZone={props.timeZone} />;
  return null;
}
