import type { BadNetwork } from './bad-network.ts';
import { openControlServer } from './control-server.ts';
import { NetworkMode } from './mode.ts';

/** The network's control door on 127.0.0.1: `GET /mode`, `PUT /mode` with a mode such as `{"mode":"gateway"}`. */
export function openNetworkControl(network: BadNetwork, port: number) {
  return openControlServer(port, [
    {
      method: 'GET',
      path: /^\/mode$/,
      answer: () => ({ status: 200, json: { ...network.mode(), accepted: network.accepted() } }),
    },
    {
      method: 'PUT',
      path: /^\/mode$/,
      async answer(body) {
        const mode = NetworkMode.safeParse(body);
        if (!mode.success) return { status: 400, json: { error: mode.error.issues } };
        await network.set(mode.data);
        return { status: 200, json: network.mode() };
      },
    },
  ]);
}
