import { Camera, PackageOpen, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { Notice } from '../../../../components/notice/notice.tsx';
import { useShowcaseWords } from '../../words.ts';
import type { KeptPhoto } from '../draft.ts';
import type { FormScreenProps } from '../product-form.tsx';
import styles from './photos-question.module.css';

/** The photos so far, the way to one more, and the way on for who has the product at home. */
export function PhotosQuestion({ snapshot, send }: FormScreenProps) {
  const { photos: words } = useShowcaseWords().form;
  const { draft, hasPhotoFailed } = snapshot.context;
  const isEmpty = draft.photos.length === 0;
  return (
    <div className={styles.photos} data-empty={isEmpty || undefined}>
      {hasPhotoFailed ? (
        <Notice tone="care" isNews>
          {words.failed}
        </Notice>
      ) : null}
      <ul className={styles.grid}>
        {draft.photos.map((photo, at) => (
          <li key={photo.id} className={styles.cell}>
            <Picture photo={photo} label={words.photo(at + 1)} />
            <Button
              className={styles.remove ?? ''}
              aria-label={words.remove(at + 1)}
              onPress={() => send({ type: 'photo.removed', id: photo.id })}
            >
              <X aria-hidden="true" />
            </Button>
          </li>
        ))}
        {snapshot.can({ type: 'camera.pressed' }) ? (
          <li className={styles.cell}>
            <Button className={styles.take ?? ''} onPress={() => send({ type: 'camera.pressed' })}>
              <Camera aria-hidden="true" />
              <span>{isEmpty ? words.take : words.another}</span>
            </Button>
          </li>
        ) : null}
      </ul>
      {isEmpty ? (
        <Notice tone="light" icon={PackageOpen}>
          {words.withoutHint}
        </Notice>
      ) : (
        <p className={styles.note}>{snapshot.can({ type: 'camera.pressed' }) ? words.hint : words.full}</p>
      )}
    </div>
  );
}

/** A photo from memory. Its address is taken back with the screen, so that nothing of it outlives the visit. */
function Picture({ photo, label }: { photo: KeptPhoto; label: string }) {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([new Uint8Array(photo.jpeg)], { type: 'image/jpeg' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [photo]);
  return <img className={styles.picture} src={address} alt={label} />;
}
