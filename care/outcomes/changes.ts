/** Stages of care do not write into each other: storing what somebody answered is `clinic/responses`. */
export { type NewResponse, type Saved, saveResponse } from '../../clinic/responses/changes.ts'
