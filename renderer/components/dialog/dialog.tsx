import type { ReactNode } from 'react';
import { Heading, Modal, ModalOverlay, Dialog as RacDialog } from 'react-aria-components';
import { ScrollPages } from '../scroll-pages/scroll-pages.tsx';
import { TouchGuard } from '../touch-guard/touch-guard.tsx';
import styles from './dialog.module.css';

export interface DialogProps {
  title: string;
  isOpen: boolean;
  /** Closing by Escape; absent where the visitor must choose. */
  onClose?: (() => void) | undefined;
  icon?: ReactNode;
  actions: ReactNode;
  children?: ReactNode;
  isUrgent?: boolean;
}

/** A question above the screen. The screen below stays as it is, keeps its state and gets the focus back. */
export function Dialog({ title, isOpen, onClose, icon, actions, children, isUrgent }: DialogProps) {
  return (
    <ModalOverlay
      className={styles.scrim ?? ''}
      isOpen={isOpen}
      isDismissable={false}
      isKeyboardDismissDisabled={onClose === undefined}
      onOpenChange={(open) => {
        if (!open) onClose?.();
      }}
    >
      <Modal className={styles.sheet ?? ''}>
        <RacDialog className={styles.dialog ?? ''} role={isUrgent ? 'alertdialog' : 'dialog'}>
          {icon ? <div className={styles.icon}>{icon}</div> : null}
          <Heading slot="title" level={2} className={styles.title ?? ''}>
            {title}
          </Heading>
          {children ? <ScrollPages className={styles.text}>{children}</ScrollPages> : null}
          <div className={styles.actions}>{actions}</div>
        </RacDialog>
        <TouchGuard />
      </Modal>
    </ModalOverlay>
  );
}
