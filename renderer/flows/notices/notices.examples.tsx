import { exampleNotices } from '../../components/notice-band/example-notices.ts';
import type { Example } from '../../gallery/example.ts';
import { NoticeScreen } from './notice-screen.tsx';

const page = (name: string, at: number, count: number): Example => ({
  name,
  isScreen: true,
  render: () => (
    <NoticeScreen
      notice={exampleNotices[at] ?? null}
      context={{ at, count }}
      timeZone="Asia/Jakarta"
      send={() => {}}
    />
  ),
});

export const examples: readonly Example[] = [
  page('urgent', 0, 2),
  page('information', 1, 2),
  page('ended', 2, 0),
];
