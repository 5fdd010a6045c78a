// Viewer request function of CloudFront: admits the addresses of allowed_cidr_blocks. Terraform replaces the two constants.
const NETWORKS = []
const API_IS_PUBLIC = false

const toNumber = (address) => address.split('.').reduce((number, part) => number * 256 + Number(part), 0)

function isAllowed(address) {
  // The distribution has no IPv6 addresses.
  if (!/^[0-9]+(\.[0-9]+){3}$/.test(address)) return false
  const number = toNumber(address)
  return NETWORKS.some((network) => number >= network[0] && number <= network[1])
}

// Langfuse resolves dot segments, so /api/public/../ is not a path of the API.
const isApi = (uri) => uri.startsWith('/api/public/') && !/\.\.|%2e/i.test(uri)

function handler(event) {
  const request = event.request
  if (API_IS_PUBLIC && isApi(request.uri)) return request
  if (isAllowed(event.viewer.ip)) return request
  return {
    statusCode: 403,
    statusDescription: 'Forbidden',
    headers: { 'content-type': { value: 'text/plain' }, 'cache-control': { value: 'no-store' } },
    body: 'Your IP address is not in allowed_cidr_blocks.',
  }
}
