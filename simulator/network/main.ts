import { z } from 'zod';
import { readArguments } from '../../scripts/lib/arguments.ts';
import { startBadNetwork } from './bad-network.ts';
import { openNetworkControl } from './control.ts';

const Port = z.coerce.number().int().min(0).max(65_535);
const Options = z.object({
  port: Port.default(0),
  control: Port.default(0),
  target: z.string().regex(/^[A-Za-z0-9.-]+:\d{1,5}$/, 'write --target host:port'),
});

const given = readArguments('node simulator/network/main.ts', {
  port: { type: 'string', takes: 'PORT' },
  control: { type: 'string', takes: 'PORT' },
  target: { type: 'string', takes: 'HOST:PORT' },
});
const read = Options.safeParse(given.values);
const options = read.success
  ? read.data
  : given.refuse(z.prettifyError(read.error).replaceAll(/\s*\n\s*/g, ' '));
const [host = '', port = ''] = options.target.split(':');
const network = await startBadNetwork({ port: options.port, target: { host, port: Number(port) } });
const control = await openNetworkControl(network, options.control);
process.stdout.write(`${JSON.stringify({ ready: true, port: network.port, controlPort: control.port })}\n`);

async function stop(): Promise<void> {
  await control.close();
  await network.close();
  process.exit(0);
}
process.once('SIGTERM', () => void stop());
process.once('SIGINT', () => void stop());
