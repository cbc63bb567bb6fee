/** One of several answers. The value goes into the record; the label is read. */
export type Option<Value extends string | number = string> = { value: Value; label: string; hint?: string | undefined }
