import { ComplaintFlow } from '../flows/complaint/complaint-flow.tsx';
import { InformationFlow } from '../flows/information/information-flow.tsx';
import { LookUpFlow } from '../flows/look-up/look-up-flow.tsx';
import { NoticesFlow } from '../flows/notices/notices-flow.tsx';
import { RegistrationFlow } from '../flows/registration/registration-flow.tsx';
import { ServicesFlow } from '../flows/services/services-flow.tsx';
import { ShowcaseFlow } from '../flows/showcase/showcase-flow.tsx';
import { VacanciesFlow } from '../flows/vacancies/vacancies-flow.tsx';
import type { Flow } from './flow-props.ts';
import type { FlowKey } from './lobby.machine.ts';

export type Flows = Partial<Record<FlowKey, Flow>>;

/** What the lobby can offer. The home screen shows what is here. */
export const flows: Flows = {
  complaint: ComplaintFlow,
  information: InformationFlow,
  'look-up': LookUpFlow,
  notices: NoticesFlow,
  registration: RegistrationFlow,
  services: ServicesFlow,
  showcase: ShowcaseFlow,
  vacancies: VacanciesFlow,
};
