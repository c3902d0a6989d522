import { HandCoins, Smartphone } from 'lucide-react';
import type { Product } from '../../../../shared/contract/content/showcase.ts';
import { showPhone } from '../../../../shared/domain/phone.ts';
import { whatsappAddress } from '../../../../shared/domain/product-contact.ts';
import { QrPicture } from '../../../components/qr-picture/qr-picture.tsx';
import { useShowcaseWords } from '../words.ts';
import styles from './panels.module.css';

/** The way to the maker by the visitor's own phone. Nothing of the visitor is in a code, and nothing is paid here. */
export function ContactPanel({ product, canBeInterested }: { product: Product; canBeInterested: boolean }) {
  const { contact } = useShowcaseWords();
  return (
    <>
      <ul className={styles.codes}>
        {product.whatsapp ? (
          <Code
            text={whatsappAddress(product.whatsapp, contact.message(product.name))}
            title={contact.whatsapp}
            how={contact.whatsappHow}
            plain={showPhone(product.whatsapp)}
          />
        ) : null}
        {product.link ? (
          <Code
            text={product.link}
            title={contact.shop}
            how={contact.shopHow}
            plain={new URL(product.link).host}
          />
        ) : null}
      </ul>
      <ul className={styles.places}>
        {canBeInterested ? (
          <li>
            <Smartphone aria-hidden="true" />
            {contact.kiosk}
          </li>
        ) : null}
        <li>
          <HandCoins aria-hidden="true" />
          {contact.noMoney}
        </li>
      </ul>
    </>
  );
}

function Code({ text, title, how, plain }: { text: string; title: string; how: string; plain: string }) {
  const { contact } = useShowcaseWords();
  return (
    <li className={styles.code}>
      <span className={styles.qr}>
        <QrPicture text={text} label={contact.qr(title)} />
      </span>
      <span className={styles.codeWords}>
        <strong>{title}</strong>
        <span>{how}</span>
        <span className={styles.plain}>{plain}</span>
      </span>
    </li>
  );
}
