/** Minimal environment: no user configuration and no update check. */
export function terraformEnv(more: Readonly<Record<string, string>> = {}): Record<string, string> {
  const { PATH = '', TF_CLI_ARGS_init } = process.env
  const init: Record<string, string> = TF_CLI_ARGS_init === undefined ? {} : { TF_CLI_ARGS_init }
  return { PATH, HOME: '/nonexistent', CHECKPOINT_DISABLE: '1', TF_IN_AUTOMATION: 'true', ...init, ...more }
}
