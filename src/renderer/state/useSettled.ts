import { useEffect, useState } from 'react';

/** True when a value has stayed the same for some time, in ms: what costs something waits for that. */
export const useSettled = (value: string, time: number): boolean => {
  const [settled, setSettled] = useState<string | null>(null);
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(value), time);
    return () => window.clearTimeout(timer);
  }, [value, time]);
  return settled === value;
};
