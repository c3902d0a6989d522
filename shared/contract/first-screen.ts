/**
 * The screen before a visit, by the name that it tells with every beat. While it is on top nobody uses the kiosk: versions are put in
 * place and the nightly restart happens by this word alone, so screen and shell take it from here.
 */
export const FIRST_SCREEN = 'lobby.attract';
