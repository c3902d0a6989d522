import { LookUpFlow } from '../flows/look-up/look-up-flow.tsx';
import type { Flow } from './flow-props.ts';
import type { FlowKey } from './lobby.machine.ts';

export type Flows = Partial<Record<FlowKey, Flow>>;

const complaint = import.meta.glob<{ ComplaintFlow: Flow }>('../flows/complaint/complaint-flow.tsx', {
  eager: true,
})['../flows/complaint/complaint-flow.tsx']?.ComplaintFlow;

/** What the lobby can offer. The home screen shows what is here. */
export const flows: Flows = { 'look-up': LookUpFlow, ...(complaint ? { complaint } : {}) };
