import type { KioskSettings } from '../../shared/contract/signed-document.ts';
import type { Config } from './schema.ts';

/**
 * The configuration as it holds now: what the hub has set takes the place of the same key in `config.json`, what it left out stays.
 * All of it holds from the next look on; nothing needs a restart.
 */
export function overlaid(config: Config, settings: KioskSettings): Config {
  const { officeName, idle, audio, reachPercent } = settings;
  return {
    ...config,
    ...(officeName === undefined ? {} : { officeName }),
    ...(idle === undefined ? {} : { idle }),
    ...(audio === undefined ? {} : { audio }),
    ...(reachPercent === undefined ? {} : { reachPercent }),
  };
}
