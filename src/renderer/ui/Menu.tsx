import './menu.css';
import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';

interface MenuProps {
  readonly label: string;
  /** Where it opens, in CSS pixels of the window. */
  readonly at: { readonly x: number; readonly y: number };
  readonly onClose: () => void;
  /** Sections stand in columns. */
  readonly wide?: boolean;
  /** A line below the items. */
  readonly foot?: string;
  /** Buttons with role `menuitem`, and `hr` between groups. */
  readonly children: ReactNode;
}

const items = (menu: HTMLElement): HTMLElement[] =>
  Array.from(menu.querySelectorAll<HTMLElement>('[role^=menuitem]'));

/** The item at about the same height in the next column on that side. */
const findBeside = (
  all: readonly HTMLElement[],
  from: HTMLElement | undefined,
  side: number,
): HTMLElement | undefined => {
  if (!from) return undefined;
  const here = from.getBoundingClientRect();
  const beyond = all
    .map((item) => ({ item, box: item.getBoundingClientRect() }))
    .filter(({ box }) => (box.left - here.left) * side > 10);
  const column = Math.min(...beyond.map(({ box }) => Math.abs(box.left - here.left)));
  return beyond
    .filter(({ box }) => Math.abs(box.left - here.left) < column + 10)
    .sort((a, b) => Math.abs(a.box.top - here.top) - Math.abs(b.box.top - here.top))[0]?.item;
};

/** A menu at a point: arrows walk it, Esc and a click elsewhere close it, and the focus goes back to where it was. */
export const Menu = ({ label, at, onClose, wide = false, foot, children }: MenuProps) => {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const menu = ref.current;
    if (!menu) return;
    const { width, height } = menu.getBoundingClientRect();
    menu.style.left = `${Math.max(4, Math.min(at.x, window.innerWidth - width - 8))}px`;
    menu.style.top = `${Math.max(4, Math.min(at.y, window.innerHeight - height - 8))}px`;
  });
  useEffect(() => {
    const before = document.activeElement;
    const menu = ref.current;
    if (menu) items(menu)[0]?.focus();
    const close = (event: Event) => {
      if (!(event.target instanceof Node) || !menu?.contains(event.target)) onClose();
    };
    window.addEventListener('pointerdown', close, true);
    window.addEventListener('blur', onClose);
    return () => {
      window.removeEventListener('pointerdown', close, true);
      window.removeEventListener('blur', onClose);
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [onClose]);
  const walk = (event: KeyboardEvent<HTMLDivElement>) => {
    const all = items(event.currentTarget);
    const here = all.indexOf(document.activeElement as HTMLElement);
    const side = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: all.length - 1 }[event.key];
    if (event.key === 'Escape' || event.key === 'Tab') onClose();
    else if (to !== undefined) all[(to + all.length) % all.length]?.focus();
    else if (side !== undefined && wide) findBeside(all, all[here], side)?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  // A grid may hold rows and nothing else, and what is on the page belongs to one of its landmarks.
  return createPortal(
    <div
      ref={ref}
      className={wide ? 'menu wide' : 'menu'}
      role="menu"
      tabIndex={-1}
      aria-label={label}
      onKeyDown={walk}
    >
      {wide ? <div className="menu-columns">{children}</div> : children}
      {foot !== undefined && (
        <p className="menu-foot" id="menu-foot">
          {foot}
        </p>
      )}
    </div>,
    document.querySelector('main') ?? document.body,
  );
};
