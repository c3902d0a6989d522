import pino from 'pino';
import { allowedFields, type LogFields } from './fields.ts';
import { openRotatingFile } from './rotating-file.ts';

/** `event` is `area.what-happened`, written in the code, never made from data. */
export interface Log {
  info(event: LogEvent, fields?: LogFields): void;
  warn(event: LogEvent, fields?: LogFields): void;
  error(event: LogEvent, fields?: LogFields): void;
  close(): void;
}

export type LogEvent = `${string}.${string}`;

const EVENT = /^[a-z][a-z-]{0,30}\.[a-z][a-z-]{0,40}$/;

/** Whether a text read back has the shape of an event. */
export function isLogEvent(text: string): text is LogEvent {
  return EVENT.test(text);
}

/** The technician's log: JSON lines without a word that a visitor typed. */
export function openLog(folder: string, limits?: { bytes: number; files: number }): Log {
  const file = openRotatingFile(folder, limits);
  const logger = pino(
    {
      base: null,
      messageKey: 'event',
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write: (line: string) => file.write(line) },
  );
  const write =
    (level: 'info' | 'warn' | 'error') =>
    (event: LogEvent, fields: LogFields = {}) => {
      logger[level](allowedFields(fields), isLogEvent(event) ? event : 'log.bad-event');
    };
  return { info: write('info'), warn: write('warn'), error: write('error'), close: () => file.close() };
}
