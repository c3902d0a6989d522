/** Closes a switch over a union: a new member then fails the type check here. */
export function unreachable(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
