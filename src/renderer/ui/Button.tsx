import type { ComponentProps, ReactNode } from 'react';
import { KeyHint } from './KeyHint.tsx';

interface ButtonProps extends Omit<ComponentProps<'button'>, 'type'> {
  readonly kind?: 'plain' | 'primary' | 'quiet';
  readonly small?: boolean;
  readonly icon?: ReactNode;
  /** The command whose key is shown on the button. */
  readonly command?: string;
}

export const Button = ({
  kind = 'plain',
  small = false,
  icon,
  command,
  children,
  className,
  ...rest
}: ButtonProps) => {
  const iconOnly = children === undefined || children === null;
  const classes = ['button', kind, small && 'small', iconOnly && 'icon-only', className];
  return (
    <button type="button" className={classes.filter(Boolean).join(' ')} {...rest}>
      {icon}
      {children}
      {command !== undefined && <KeyHint command={command} />}
    </button>
  );
};
