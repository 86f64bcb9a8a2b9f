import './picker.css';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';

interface PickerProps {
  readonly label: ReactNode;
  /** Whether something is chosen in it. */
  readonly active?: boolean;
  readonly children: ReactNode;
}

/** A button that opens a small panel below itself; Esc and a click elsewhere close it. */
export const Picker = ({ label, active = false, children }: PickerProps) => {
  const ref = useRef<HTMLDetailsElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const close = (event: Event) => {
      const picker = ref.current;
      if (picker?.open && !(event.target instanceof Node && picker.contains(event.target)))
        picker.open = false;
    };
    window.addEventListener('pointerdown', close, true);
    window.addEventListener('focusin', close);
    return () => {
      window.removeEventListener('pointerdown', close, true);
      window.removeEventListener('focusin', close);
    };
  }, []);
  /** A panel that would reach beyond the window ends at the button's right edge. */
  const settle = () => {
    const element = panel.current;
    if (!element || !ref.current?.open) return;
    element.classList.remove('to-left');
    if (element.getBoundingClientRect().right > window.innerWidth - 8) element.classList.add('to-left');
  };
  const handleKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !ref.current?.open) return;
    ref.current.open = false;
    ref.current.querySelector('summary')?.focus();
    event.stopPropagation();
    event.preventDefault();
  };
  return (
    <details
      ref={ref}
      className={active ? 'picker active' : 'picker'}
      onKeyDown={handleKey}
      onToggle={settle}
    >
      <summary className="button small">{label}</summary>
      <div ref={panel} className="picker-panel">
        {children}
      </div>
    </details>
  );
};
