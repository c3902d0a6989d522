import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import styles from './big-button.module.css';

/** `discreet`: for the few whom it concerns; it takes no attention from anybody else. */
export type ButtonTone = 'action' | 'quiet' | 'care' | 'done' | 'emergency' | 'discreet';

export interface BigButtonProps {
  children: ReactNode;
  onPress(): void;
  tone?: ButtonTone;
  icon?: LucideIcon;
  iconAfter?: LucideIcon;
  isDisabled?: boolean;
  /** Shows that the press was taken and takes no second one. */
  isBusy?: boolean;
  isWide?: boolean;
}

/** A button whose words say the act. At least 88 px high in every theme and orientation. */
export function BigButton(props: BigButtonProps) {
  const { tone = 'action', icon: Icon, iconAfter: IconAfter, isBusy = false } = props;
  return (
    <Button
      className={styles.button ?? ''}
      data-tone={tone}
      data-wide={props.isWide || undefined}
      data-busy={isBusy || undefined}
      isDisabled={props.isDisabled || isBusy}
      onPress={props.onPress}
    >
      {Icon ? <Icon className={styles.icon} aria-hidden="true" /> : null}
      <span className={styles.words}>{props.children}</span>
      {IconAfter ? <IconAfter className={styles.icon} aria-hidden="true" /> : null}
    </Button>
  );
}
