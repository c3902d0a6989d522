import { describeRuntime, resolveElectron } from './resolve.ts';

try {
  console.log(describeRuntime(await resolveElectron()));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
