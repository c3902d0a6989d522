import { groupForDictation } from '../../texts/format.ts';
import styles from './ticket-number.module.css';

export interface TicketNumberProps {
  number: string;
  /** Characters per spoken group: 4 for a ticket, 3 for a secret. */
  groupSize?: number;
  /** The characters set themselves one after the other. */
  isArriving?: boolean;
  size?: 'large' | 'small';
}

/** A number that will be dictated: tabular, grouped, read out character by character. */
export function TicketNumber({
  number,
  groupSize = 4,
  isArriving = false,
  size = 'large',
}: TicketNumberProps) {
  const groups = groupForDictation(number, groupSize).map((characters, at) => ({
    characters,
    places: [...characters].map((character, place) => ({ character, order: at * groupSize + place })),
  }));
  return (
    <span
      className={styles.number}
      data-size={size}
      data-arriving={isArriving || undefined}
      // With these anybody can come back: they are for her eyes and her earphones.
      data-private
    >
      <span className={styles.spoken}>
        {groups.map(({ characters }) => [...characters].join(' ')).join(', ')}
      </span>
      {groups.map(({ places }) => (
        <span className={styles.group} key={places[0]?.order} aria-hidden="true">
          {places.map(({ character, order }) => (
            <span
              className={styles.character}
              key={order}
              style={{ animationDelay: `${400 + order * 110}ms` }}
            >
              {character}
            </span>
          ))}
        </span>
      ))}
    </span>
  );
}
