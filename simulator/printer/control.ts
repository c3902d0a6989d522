import { openControlServer } from '../network/control-server.ts';
import type { SoftwarePrinter } from './software-printer.ts';
import { PrinterStateChange } from './state.ts';

/**
 * The printer's control door on 127.0.0.1:
 * `GET /state`, `PATCH /state`, `GET /receipts`, `GET /receipts/1.png` (1-based).
 */
export function openPrinterControl(printer: SoftwarePrinter, port: number) {
  return openControlServer(port, [
    {
      method: 'GET',
      path: /^\/state$/,
      answer: () => ({ status: 200, json: { ...printer.state(), bufferedBytes: printer.bufferedBytes() } }),
    },
    {
      method: 'PATCH',
      path: /^\/state$/,
      async answer(body) {
        const change = PrinterStateChange.safeParse(body);
        if (!change.success) return { status: 400, json: { error: change.error.issues } };
        await printer.set(change.data);
        return { status: 200, json: printer.state() };
      },
    },
    {
      method: 'GET',
      path: /^\/receipts$/,
      answer: () => ({
        status: 200,
        json: printer.receipts().map(({ text, completedAt, cut, model }) => ({
          text,
          completedAt,
          cut,
          errors: model.errors,
        })),
      }),
    },
    {
      method: 'GET',
      path: /^\/receipts\/(\d+)\.png$/,
      answer(_body, match) {
        const receipt = printer.receipts()[Number(match[1]) - 1];
        return receipt
          ? { status: 200, png: receipt.png() }
          : { status: 404, json: { error: 'no such receipt' } };
      },
    },
  ]);
}
