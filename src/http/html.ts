/** Whether a response is an HTML page, by its content type or its first bytes. */
export const isHtml = (contentType: string, body = ''): boolean =>
  /html/i.test(contentType) || /^\s*<(?:!doctype|html)/i.test(body)
