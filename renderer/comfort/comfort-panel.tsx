import { Check, RotateCcw } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { BigButton } from '../components/big-button/big-button.tsx';
import { ScrollPages } from '../components/scroll-pages/scroll-pages.tsx';
import { TouchGuard } from '../components/touch-guard/touch-guard.tsx';
import { type Comfort, TEXT_SIZES, THEMES, USUAL_COMFORT } from './comfort.ts';
import { useComfort, useComfortTexts } from './comfort-context.ts';
import styles from './comfort-panel.module.css';

export interface ComfortPanelProps {
  isOpen: boolean;
  onChange(changes: Partial<Comfort>): void;
  onClose(): void;
  /** Further settings, such as hearing the screen. */
  children?: ReactNode;
}

/** How she wants the screen: each press shows at once on the panel itself, and the screen below keeps its place. */
export function ComfortPanel({ isOpen, onChange, onClose, children }: ComfortPanelProps) {
  const words = useComfortTexts();
  const { comfort } = useComfort();
  return (
    <ModalOverlay
      className={styles.scrim ?? ''}
      isOpen={isOpen}
      isDismissable={false}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={styles.sheet ?? ''}>
        <Dialog className={styles.dialog ?? ''} data-screen="lobby.comfort">
          <ScrollPages className={styles.settings}>
            <Heading slot="title" level={2} className={styles.title ?? ''}>
              {words.title}
            </Heading>
            <Choices
              label={words.size.label}
              kind="size"
              options={TEXT_SIZES.map((size) => ({ value: size, label: words.size.sizes[size] }))}
              chosen={comfort.textSize}
              onChoose={(textSize) => onChange({ textSize })}
            />
            <Choices
              label={words.theme.label}
              kind="theme"
              options={THEMES.map((theme) => ({ value: theme, label: words.theme.themes[theme] }))}
              chosen={comfort.theme}
              onChoose={(theme) => onChange({ theme })}
            />
            <div className={styles.switches}>
              <Switch
                {...words.reach}
                isOn={comfort.isLowReach}
                onTurn={(isLowReach) => onChange({ isLowReach })}
              />
              <Switch
                {...words.motion}
                isOn={comfort.isMotionReduced}
                onTurn={(isMotionReduced) => onChange({ isMotionReduced })}
              />
              {children}
            </div>
          </ScrollPages>
          <div className={styles.foot}>
            <BigButton tone="quiet" icon={RotateCcw} onPress={() => onChange(USUAL_COMFORT)}>
              {words.reset}
            </BigButton>
            <BigButton icon={Check} onPress={onClose}>
              {words.done}
            </BigButton>
          </div>
        </Dialog>
        <TouchGuard />
      </Modal>
    </ModalOverlay>
  );
}

interface ChoicesProps<T extends string> {
  label: string;
  kind: 'size' | 'theme';
  options: readonly { value: T; label: string }[];
  chosen: T;
  onChoose(value: T): void;
}

function Choices<T extends string>({ label, kind, options, chosen, onChoose }: ChoicesProps<T>) {
  return (
    <fieldset className={styles.group}>
      <legend className={styles.label}>{label}</legend>
      <div className={styles.choices} data-kind={kind}>
        {options.map((option) => (
          <Button
            key={option.value}
            className={styles.choice ?? ''}
            aria-pressed={option.value === chosen}
            onPress={() => onChoose(option.value)}
          >
            <Sample kind={kind} value={option.value} />
            <span className={styles.name}>{option.label}</span>
          </Button>
        ))}
      </div>
    </fieldset>
  );
}

/** The choice shown as what it does: a letter of that size, or a card in those colours. */
function Sample({ kind, value }: { kind: 'size' | 'theme'; value: string }) {
  return (
    <svg className={styles.sample} viewBox="0 0 80 56" data-kind={kind} data-value={value} aria-hidden="true">
      {kind === 'theme' ? <rect x="2" y="2" width="76" height="52" rx="10" /> : null}
      <path d={LETTER} transform={kind === 'size' ? SCALE[value] : 'translate(40 42) scale(1.1)'} />
    </svg>
  );
}

/** A capital A, standing on (0, 0): drawn, so that it is no text to read out. */
const LETTER = 'M-13 0L-3.4-26H3.4L13 0H6.6L4.6-6H-4.6L-6.6 0ZM-2.9-11.4H2.9L0-20Z';
const SCALE: Record<string, string> = {
  '100': 'translate(40 50) scale(0.8)',
  '130': 'translate(40 50) scale(1.05)',
  '160': 'translate(40 50) scale(1.3)',
  '200': 'translate(40 50) scale(1.65)',
};

interface SwitchProps {
  label: string;
  hint: string;
  isOn: boolean;
  onTurn(isOn: boolean): void;
}

/** One thing that is on or off, told by a word, a place and a shape. */
export function Switch({ label, hint, isOn, onTurn }: SwitchProps) {
  const words = useComfortTexts();
  return (
    <Button className={styles.switch ?? ''} aria-pressed={isOn} onPress={() => onTurn(!isOn)}>
      <span className={styles.words}>
        <span className={styles.name}>{label}</span>
        <span className={styles.hint}>{hint}</span>
      </span>
      <span className={styles.state}>{isOn ? words.on : words.off}</span>
      <span className={styles.track} data-on={isOn || undefined} aria-hidden="true">
        <span className={styles.thumb}>{isOn ? <Check /> : null}</span>
      </span>
    </Button>
  );
}
