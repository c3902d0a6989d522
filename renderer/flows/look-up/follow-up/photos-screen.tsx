import { Camera, Trash2 } from 'lucide-react';
import { BigButton } from '../../../components/big-button/big-button.tsx';
import { usePictureAddress } from '../../../components/camera/photo-capture.tsx';
import { Notice } from '../../../components/notice/notice.tsx';
import { Screen } from '../../../components/screen/screen.tsx';
import type { FollowUpTexts } from '../../../texts/follow-up.id.ts';
import { useFollowUpWords } from '../follow-up-words.ts';
import type { FollowUpScreenProps } from './answer-screens.tsx';
import styles from './follow-up.module.css';
import type { StoredPhoto } from './follow-up.types.ts';

/** The photos of this addition: one more, one less, or on. */
export function PhotosScreen({ snapshot, send, number }: FollowUpScreenProps) {
  const words = useFollowUpWords();
  const { photos, photoProblem, isEmpty } = snapshot.context;
  const hasRoom = snapshot.can({ type: 'capture.pressed' });
  return (
    <Screen
      name="follow-up.photos"
      isWide
      question={{
        eyebrow: { hers: words.eyebrow(number) },
        title: words.photos.title,
        why: words.photos.why,
      }}
      back={{ onPress: () => send({ type: 'back.pressed' }) }}
      primary={{ onPress: () => send({ type: 'next.pressed' }) }}
    >
      {photoProblem ? (
        <Notice tone="care" isNews>
          {problemWords(photoProblem.code, words)}
        </Notice>
      ) : isEmpty ? (
        <Notice tone="care" isNews>
          {words.photos.empty}
        </Notice>
      ) : null}
      <ul className={styles.photos}>
        {photos.map((photo, at) => (
          <li key={photo.id} className={styles.photo}>
            <Picture photo={photo} label={words.photos.one(at + 1)} />
            <BigButton
              tone="quiet"
              icon={Trash2}
              onPress={() => send({ type: 'photo.removed', id: photo.id })}
            >
              {words.photos.remove(at + 1)}
            </BigButton>
          </li>
        ))}
      </ul>
      {hasRoom ? (
        <div>
          <BigButton tone="quiet" icon={Camera} onPress={() => send({ type: 'capture.pressed' })}>
            {words.photos.add}
          </BigButton>
        </div>
      ) : (
        <Notice tone="info">{words.photos.full}</Notice>
      )}
    </Screen>
  );
}

function Picture({ photo, label }: { photo: StoredPhoto; label: string }) {
  const address = usePictureAddress(photo.jpeg);
  return (
    <div className={styles.frame}>
      {address ? <img className={styles.picture} src={address} alt={label} /> : null}
    </div>
  );
}

function problemWords(code: string, texts: Pick<FollowUpTexts, 'photos'>): string {
  if (code === 'intake.disk-full') return texts.photos.problem.full;
  return code === 'attachment.not-a-picture' ? texts.photos.problem.picture : texts.photos.problem.unsure;
}
