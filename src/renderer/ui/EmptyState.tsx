import type { ReactNode } from 'react';

interface EmptyStateProps {
  readonly title: string;
  /** What to do now. */
  readonly advice: string;
  readonly children?: ReactNode;
}

export const EmptyState = ({ title, advice, children }: EmptyStateProps) => (
  <section className="empty-state">
    <h2>{title}</h2>
    <p>{advice}</p>
    {children !== undefined && <div>{children}</div>}
  </section>
);
