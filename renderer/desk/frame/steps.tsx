import styles from './steps.module.css';

/** What to do or what will happen, in its order, tied along a thread. */
export function Steps({ steps }: { steps: readonly string[] }) {
  return (
    <ol className={styles.steps}>
      {steps.map((step, at) => (
        <li key={step}>
          <b>{at + 1}</b>
          <span>{step}</span>
        </li>
      ))}
    </ol>
  );
}
