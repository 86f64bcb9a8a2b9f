import { useBindings } from '../keys/bindings.ts';
import { printKey } from '../keys/combination.ts';

/** The first key of a command, as it is written on this machine's keyboard; nothing where it has none. */
export const KeyHint = ({ command }: { readonly command: string }) => {
  const key = useBindings()[command]?.[0];
  return key === undefined ? null : <kbd>{printKey(key)}</kbd>;
};
