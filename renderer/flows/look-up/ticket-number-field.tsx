import { TextField, type TextFieldProps } from '../../components/text-field/text-field.tsx';
import { showTicketNumber, typedTicketNumber } from './typed-number.ts';

type Shared = Pick<TextFieldProps, 'id' | 'label' | 'hint' | 'error' | 'isOptional' | 'autoFocus'>;

interface TicketNumberFieldProps extends Shared {
  /** As it is kept: without the hyphen, which only shows. */
  number: string;
  onType(number: string): void;
}

/** A ticket's number, typed on its own keys or dictated. */
export function TicketNumberField({ number, onType, ...field }: TicketNumberFieldProps) {
  return (
    <TextField
      {...field}
      value={showTicketNumber(number)}
      onChange={(text) => onType(typedTicketNumber(text))}
      layout="ticket"
      capitals="all"
      isDictated
    />
  );
}
