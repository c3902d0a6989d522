import type { Page } from 'playwright-core';
import { readKioskState } from '../kiosk-state.ts';
import { complaintPaths } from './complaint.ts';
import { readContent } from './content.ts';
import type { FlowModel } from './flow-model.ts';
import { followUpPaths } from './follow-up.ts';
import { handingInPaths } from './handing-in.ts';
import { informationPaths } from './information.ts';
import { leadPaths } from './lead.ts';
import { lookUpPaths } from './look-up.ts';
import { paperPaths } from './paper.ts';
import { registrationPaths } from './registration.ts';
import { servicesPaths } from './services.ts';
import { showcasePaths } from './showcase.ts';
import { showcaseFormPaths } from './showcase-form.ts';
import { vacanciesPaths } from './vacancies.ts';
import { readVacancyPages } from './vacancy-pages.ts';

/** Every flow whose machine is walked on the real screens; each knows what this kiosk has to show. */
export async function flowsOf(page: Page): Promise<FlowModel[]> {
  const content = await readContent(page);
  return [
    complaintPaths(content),
    informationPaths(content),
    servicesPaths(content),
    leadPaths(content),
    lookUpPaths(),
    followUpPaths(),
    showcasePaths(content),
    showcaseFormPaths(content, 'interest'),
    showcaseFormPaths(content, 'proposal'),
    handingInPaths(content),
    registrationPaths(content, (await readKioskState(page)).timeZone),
    paperPaths(),
    vacanciesPaths(await readVacancyPages(page, content)),
  ];
}
