import { readFile } from 'node:fs/promises'

/** The engine's machine code, compiled once for all databases of this process: threads share it, and it stays warm. */
const compiled = new Map<string, Promise<WebAssembly.Module>>()

const compile = (file: string): Promise<WebAssembly.Module> => {
  const module =
    compiled.get(file) ?? readFile(new URL(file, import.meta.resolve('@electric-sql/pglite'))).then(WebAssembly.compile)
  compiled.set(file, module)
  return module
}

export type Modules = { pgliteWasmModule: WebAssembly.Module; initdbWasmModule?: WebAssembly.Module }

/** `initdb` is needed only where there is no cluster yet. */
export const compileModules = async (first: boolean): Promise<Modules> => {
  const [pgliteWasmModule, initdbWasmModule] = await Promise.all([
    compile('./pglite.wasm'),
    first ? compile('./initdb.wasm') : undefined,
  ])
  return { pgliteWasmModule, ...(initdbWasmModule ? { initdbWasmModule } : {}) }
}
