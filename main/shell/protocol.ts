import { protocol, type Session } from 'electron';
import { type AppFiles, answerWithFile } from './app-files.ts';
import { APP_SCHEME } from './origin.ts';

/** Must run before the app is ready: Chromium learns its schemes once. */
export function allowAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Serves the built screens and the pictures of shown products, and nothing else, under our own scheme. */
export function serveApp(session: Session, files: AppFiles): void {
  session.protocol.handle(APP_SCHEME, (request) => answerWithFile(request.url, files));
}
