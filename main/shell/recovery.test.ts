import { expect, test, vi } from 'vitest';
import { createRecovery, RELOAD_BUDGET, SILENCE_LIMIT_MS } from './recovery.ts';

function aRecovery() {
  const deps = { now: 0, reload: vi.fn(), killRenderer: vi.fn(), relaunch: vi.fn(), log: vi.fn() };
  const recovery = createRecovery({ ...deps, monotonic: () => deps.now });
  return { deps, recovery };
}

test('a crashed screen is loaded again', () => {
  const { deps, recovery } = aRecovery();
  recovery.rendererGone('crashed');
  expect(deps.reload).toHaveBeenCalledOnce();
});

test('a screen that keeps crashing makes the whole app start again', () => {
  const { deps, recovery } = aRecovery();
  for (let i = 0; i < RELOAD_BUDGET.times; i++) recovery.rendererGone('crashed');
  expect(deps.relaunch).not.toHaveBeenCalled();
  recovery.rendererGone('crashed');
  expect(deps.relaunch).toHaveBeenCalledOnce();
  expect(deps.reload).toHaveBeenCalledTimes(RELOAD_BUDGET.times);
});

test('crashes long apart never use the budget up', () => {
  const { deps, recovery } = aRecovery();
  for (let i = 0; i < 20; i++) {
    deps.now += RELOAD_BUDGET.withinMs + 1;
    recovery.rendererGone('oom');
  }
  expect(deps.relaunch).not.toHaveBeenCalled();
});

test('a silent page is ended by force, and not again before its next chance', () => {
  const { deps, recovery } = aRecovery();
  deps.now = SILENCE_LIMIT_MS + 1;
  recovery.check();
  recovery.check();
  expect(deps.killRenderer).toHaveBeenCalledOnce();
});

test('a page that reports is left alone for ever', () => {
  const { deps, recovery } = aRecovery();
  for (let i = 0; i < 1000; i++) {
    deps.now += SILENCE_LIMIT_MS - 1;
    recovery.check();
    recovery.heard();
  }
  expect(deps.killRenderer).not.toHaveBeenCalled();
});

test('an orderly end is not a crash', () => {
  const { deps, recovery } = aRecovery();
  recovery.rendererGone('clean-exit');
  expect(deps.reload).not.toHaveBeenCalled();
});
