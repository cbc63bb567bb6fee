import './Shape.css'

export type Signal = 'held' | 'attention' | 'emergency' | 'info' | 'none'

// Each signal has a silhouette of its own, so that it is told apart without colour and across a room.
const outlines: Record<Signal, string> = {
  held: 'M10 1.8 18.2 10 10 18.2 1.8 10Z',
  attention: 'M10 2.4 18.4 17.2H1.6Z',
  emergency: 'M6.3 1.5h7.4l4.8 4.8v7.4l-4.8 4.8H6.3l-4.8-4.8V6.3Z',
  info: 'M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15Z',
  none: 'M4 10h12',
}

const marks: Record<Signal, string> = {
  held: 'M8 8.1a2 2 0 1 1 2.9 1.8c-.6.3-.9.7-.9 1.4M10 13.6v.1',
  attention: 'M10 7.6v4.4M10 14.6v.1',
  emergency: 'M10 5.4v5.6M10 14.2v.1',
  info: 'M10 9.2v4.4M10 6.4v.1',
  none: '',
}

/** The shape beside the word. Never alone: it is hidden from screen readers because the word says it. */
export const Shape = ({ signal }: { signal: Signal }) => (
  <svg className="shape" data-signal={signal} viewBox="0 0 20 20" aria-hidden="true">
    <path className="shape-outline" d={outlines[signal]} />
    <path className="shape-mark" d={marks[signal]} />
  </svg>
)
