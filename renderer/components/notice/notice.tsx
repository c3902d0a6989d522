import { CircleCheck, Info, Lightbulb, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './notice.module.css';

export type NoticeTone = 'info' | 'care' | 'done' | 'light';

export interface NoticeProps {
  tone: NoticeTone;
  title?: string;
  icon?: LucideIcon;
  children?: ReactNode;
  /** Read out at once when it appears; only for what just happened. */
  isNews?: boolean;
}

const ICONS: Record<NoticeTone, LucideIcon> = {
  info: Info,
  care: TriangleAlert,
  done: CircleCheck,
  light: Lightbulb,
};

/** Something to know beside the question. Tone is told by word and shape as well as by colour. */
export function Notice({ tone, title, icon, children, isNews }: NoticeProps) {
  const Icon = icon ?? ICONS[tone];
  return (
    <div className={styles.notice} data-tone={tone} role={isNews ? 'status' : undefined}>
      <Icon className={styles.icon} aria-hidden="true" />
      <div className={styles.words}>
        {title ? <p className={styles.title}>{title}</p> : null}
        {children ? <div className={styles.text}>{children}</div> : null}
      </div>
    </div>
  );
}
