interface TableProps {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** A table of the report; where there are no rows there is no table. */
export const Table = ({ title, heads, rows }: TableProps) =>
  rows.length === 0 ? null : (
    <>
      <h3>{title}</h3>
      <table className="report-table" aria-label={title}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a table that is only read
            <tr key={index}>
              {row.map((value, at) => (
                <td key={heads[at]} className={typeof value === 'number' ? 'number' : undefined}>
                  {value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
