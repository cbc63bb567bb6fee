import type { ReactNode } from 'react'
import './Table.css'

export type Column<Row> = {
  /** Stands above the column, and before each value on a phone. */
  title: string
  show: (row: Row) => ReactNode
  /** Numbers line up by their last digit. */
  numeric?: boolean
}

/** Rows of the same things. On a phone each row becomes a short list, so that nothing scrolls sideways. */
export const Table = <Row,>({
  caption,
  captionSeen = false,
  columns,
  rows,
  keyOf,
}: {
  /** What the table shows; read aloud, and seen with `captionSeen`. */
  caption: string
  captionSeen?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
}) => (
  <table className="table">
    <caption className={captionSeen ? undefined : 'unseen'}>{caption}</caption>
    <thead>
      <tr>
        {columns.map((column) => (
          <th key={column.title} scope="col" data-numeric={column.numeric}>
            {column.title}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <tr key={keyOf(row)}>
          {columns.map((column) => (
            <td key={column.title} data-title={column.title} data-numeric={column.numeric}>
              <div>{column.show(row)}</div>
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)
