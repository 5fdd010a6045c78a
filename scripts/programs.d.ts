export function compileProgram(name: string): string
