interface TextCell {
  readonly text: string;
  readonly lang: string;
}
type Value = string | number | TextCell;

interface TableProps {
  readonly title: string;
  /** How deep the title stands in the page. */
  readonly level?: 'h2' | 'h3';
  readonly heads: readonly string[];
  readonly rows: readonly (readonly Value[])[];
  /** A class for each row: its severity. */
  readonly looks?: readonly string[];
  /** The column that takes the room. */
  readonly wide?: number;
}

/** So many rows fit on a sheet: they are not cut in two. */
const SHORT = 12;

/** A table of the report; where there are no rows there is no table. */
export const Table = ({ title, level: Title = 'h3', heads, rows, looks, wide }: TableProps) => {
  const kindOf = (value: Value | undefined, column: number): string | undefined =>
    typeof value === 'number' ? 'number' : column === wide ? 'wide' : undefined;
  if (rows.length === 0) return null;
  return (
    <>
      <Title>{title}</Title>
      <table className={rows.length <= SHORT ? 'report-table short' : 'report-table'} aria-label={title}>
        <thead>
          <tr>
            {heads.map((head, at) => (
              <th key={head} scope="col" className={kindOf(rows[0]?.[at], at)}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a table that is only read
            <tr key={index} className={looks?.[index]}>
              {row.map((value, at) => (
                <td
                  key={heads[at]}
                  className={kindOf(value, at)}
                  lang={typeof value === 'object' ? value.lang : undefined}
                >
                  {typeof value === 'object' ? value.text : value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
};
