/** Encodes the credentials of basic authentication (RFC 7617 §2): the Base64 form after `Basic `. */
export const encodeBasicCredentials = (user: string, password: string): string =>
  Buffer.from(`${user}:${password}`).toString('base64')
