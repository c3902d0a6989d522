import type { ComponentType } from 'react';
import type { ServiceKey } from '../../../../shared/contract/content/services.ts';
import { AgenPosPicture } from './agen-pos-picture.tsx';
import { CourierPicture } from './courier-picture.tsx';
import { GiroposPicture } from './giropos-picture.tsx';
import { PospayPicture } from './pospay-picture.tsx';
import { RemittancePicture } from './remittance-picture.tsx';
import styles from './service-picture.module.css';

const PICTURES: Record<ServiceKey, ComponentType> = {
  pospay: PospayPicture,
  giropos: GiroposPicture,
  remittance: RemittancePicture,
  courier: CourierPicture,
  'agen-pos': AgenPosPicture,
};

/** What a service is, without words. Drawn 320 by 200; the thread goes on beyond both sides. */
export function ServicePicture({ service }: { service: ServiceKey }) {
  const Picture = PICTURES[service];
  return (
    <div className={styles.ground} data-service={service}>
      <svg className={styles.picture} viewBox="0 0 320 200" aria-hidden="true">
        <Picture />
      </svg>
    </div>
  );
}
