/** Which rows are on screen: [first, after the last). The overview shows it. */
import { create } from 'zustand';

export const useView = create<{ readonly first: number; readonly end: number }>(() => ({ first: 0, end: 0 }));

export const showView = (first: number, end: number): void => {
  const known = useView.getState();
  if (known.first !== first || known.end !== end) useView.setState({ first, end });
};
