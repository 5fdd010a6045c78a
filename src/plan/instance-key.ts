const INSTANCE_KEY = /\["(?:[^"\\]|\\.)*"\]/g

/** Replaces the string keys in resource addresses: `aws_subnet.main["a"]`. All other parts are names in the configuration. */
export const replaceInstanceKeys = (text: string, replace: (key: string) => string): string =>
  text.replace(INSTANCE_KEY, replace)

/** Masks the string keys in resource addresses. */
export const maskInstanceKeys = (text: string): string => replaceInstanceKeys(text, () => '["***"]')
