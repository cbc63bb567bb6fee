import type { Answer, Connection, Step } from './types.ts'

const rollback: Step = { text: 'rollback', values: [] }

export const isRollback = (steps: readonly Step[]): boolean => steps.length === 1 && steps[0]?.text === rollback.text

/** Undoes what a session did and gives it back; one that does not answer any more is thrown away. */
export const rollBack = (connection: Connection): Promise<void> =>
  connection.send([rollback]).then(
    () => connection.release(),
    () => connection.release(true),
  )

/** One whole transaction, from begin to commit in one message, over a session of its own; rolled back when it fails. */
export const sendWhole = async (connect: () => Promise<Connection>, steps: readonly Step[]): Promise<Answer[]> => {
  const connection = await connect()
  try {
    const answers = await connection.send(steps)
    connection.release()
    return answers
  } catch (error) {
    await rollBack(connection)
    throw error
  }
}
