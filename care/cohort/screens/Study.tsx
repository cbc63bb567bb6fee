/** The mark of a published number in a plot. Its words stand in the plot's label and in the table. */
export const Study = ({ x, y }: { x: string; y: number }) => (
  <svg className="cohort-mark" x={x} y={y} aria-hidden="true">
    <path className="cohort-study" d="M0 -5l5 5-5 5-5-5Z" />
  </svg>
)
