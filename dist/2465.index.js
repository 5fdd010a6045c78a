export const id = 2465;
export const ids = [2465];
export const modules = {

/***/ 2465:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   isLoginWanted: () => (/* binding */ isLoginWanted),
/* harmony export */   loginError: () => (/* binding */ loginError),
/* harmony export */   readFailure: () => (/* binding */ readFailure)
/* harmony export */ });
/* harmony import */ var _http_body__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(79662);
/* harmony import */ var _http_error__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24054);
/* harmony import */ var _http_retry__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(28902);
/* harmony import */ var _http_retry_policies__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23421);
/* harmony import */ var _text_format__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(98488);
/* harmony import */ var _text_sanitize__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(64212);
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3269);
/* harmony import */ var _token__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(86318);








const MAX_ERROR_BYTES = 1024 * 1024;
/** Refusals of the content, which some registries send with status 500. */
const FINAL_CODES = /^(?:MANIFEST_INVALID|MANIFEST_UNVERIFIED|DIGEST_INVALID|NAME_INVALID|SIZE_INVALID|TAG_INVALID|UNSUPPORTED)$/;
/** Distribution reports foreign layers as an unknown error with this text. */
const FINAL_MESSAGE = /(?:invalid|missing|unexpected) url on layer/i;
/** A quota of ECR (https://docs.aws.amazon.com/AmazonECR/latest/userguide/service-quotas.html). */
const QUOTA_CODES = /^LIMIT_?EXCEEDED(?:EXCEPTION)?$/i;
const QUOTA_ADVICE = 'delete images that are not used, or request a higher quota in Service Quotas';
/** ECR and gateways of AWS also throttle with 400, 403 and 405. */
const THROTTLED_CODES = /^(?:TOO_?MANY_?REQUESTS|THROTTL\w*|SLOW_?DOWN|REQUEST_?LIMIT_?EXCEEDED)(?:EXCEPTION)?$/i;
const THROTTLED_MESSAGE = /\b(?:rate exceeded|ThrottlingException)\b/i;
/** The proxy answers CONNECT in place of the registry. */
const PROXY_LOGIN = 'the proxy requires a login (HTTPS_PROXY, as in http://user:password@host:port)';
/** Plain text of ECR with status 403 (https://github.com/awslabs/amazon-ecr-credential-helper/issues/7). */
const EXPIRED_TOKEN = /authorization token has expired/i;
/** Reads the reason for a status that the caller does not accept. */
async function readFailure({ request, url }, response, wallClockMs) {
    const status = response.statusCode ?? 0;
    const body = await (0,_http_body__WEBPACK_IMPORTED_MODULE_0__/* .readBody */ .x)(response, request, MAX_ERROR_BYTES).catch(() => Buffer.alloc(0));
    const contentType = response.headers['content-type'] ?? '';
    const { codes, message } = (0,_error__WEBPACK_IMPORTED_MODULE_4__/* .parseErrorBody */ .kW)({ status, body: body.toString('utf8'), contentType });
    const isFinal = codes.some((code) => FINAL_CODES.test(code) || QUOTA_CODES.test(code)) || FINAL_MESSAGE.test(message);
    const isThrottled = codes.some((code) => THROTTLED_CODES.test(code)) || THROTTLED_MESSAGE.test(message);
    const advice = await adviceFor({ method: request.method, message, codes }, status);
    const reason = advice === undefined ? message : `${(0,_text_format__WEBPACK_IMPORTED_MODULE_3__/* .withoutFullStop */ .Qu)(message)}; ${advice}`;
    return {
        method: request.method,
        url,
        status,
        codes,
        message: withRedirect({ request, url }, status, status === 407 ? `${PROXY_LOGIN}: ${message}` : reason),
        retryAfterMs: (0,_http_retry__WEBPACK_IMPORTED_MODULE_6__/* .parseRetryAfter */ .mu)(response.headers['retry-after'], wallClockMs),
        transient: ((0,_http_retry_policies__WEBPACK_IMPORTED_MODULE_2__/* .isTransientStatus */ .Dm)(status) || isThrottled) && !isFinal,
    };
}
async function adviceFor(denial, status) {
    if (denial.codes.some((code) => QUOTA_CODES.test(code)))
        return QUOTA_ADVICE;
    if (status !== 403 || EXPIRED_TOKEN.test(denial.message))
        return undefined;
    const { deniedAdvice } = await __webpack_require__.e(/* import() */ 3616).then(__webpack_require__.bind(__webpack_require__, 53616));
    return deniedAdvice(denial);
}
function withRedirect({ request, url }, status, message) {
    if (status >= 300 && status < 400)
        return (0,_text_sanitize__WEBPACK_IMPORTED_MODULE_7__/* .toPrintableLine */ .Ld)(`${message} (the redirect was not followed)`);
    if (url.origin === request.url.origin)
        return message;
    return (0,_text_sanitize__WEBPACK_IMPORTED_MODULE_7__/* .toPrintableLine */ .Ld)(`${message} (${request.url.host} redirected the request to this host)`);
}
/** ECR answers a HEAD with an expired token without a body. */
function isLoginWanted({ status, message, method }, isEcr) {
    if (status === 401)
        return true;
    return status === 403 && (EXPIRED_TOKEN.test(message) || (isEcr && method === 'HEAD'));
}
/** Explains a refused login; the next step comes last. */
function loginError(details, facts) {
    const cause = (facts.login === 'none' ? challengeProblem(facts) : undefined) ?? loginCause(facts);
    return new _http_error__WEBPACK_IMPORTED_MODULE_1__/* .HttpError */ .j({ ...details, message: `${details.message}; ${cause}`, transient: false });
}
/** Returns why no login was tried, if it is not for the lack of credentials. */
function challengeProblem({ name, challenge, hasCredentials }) {
    if (challenge !== undefined && (0,_token__WEBPACK_IMPORTED_MODULE_5__/* .parseChallenge */ .xy)(challenge) === undefined)
        return `${name} asks for a login that this action does not have: ${(0,_text_sanitize__WEBPACK_IMPORTED_MODULE_7__/* .toPrintableLine */ .Ld)(challenge)}. It has Basic and Bearer`;
    if (!hasCredentials)
        return undefined;
    return challenge === undefined
        ? `its header WWW-Authenticate, which says how to log in, is missing. Check that ${name} is a registry and that no proxy removes the header`
        : `${name} takes a user name and a password, and Docker's configuration has an identity token for it. Log in with a password`;
}
function loginCause({ name, scopes, login, challenge = '' }) {
    const repository = /^repository:(.+):[^:]*$/.exec(scopes[0] ?? '')?.[1];
    const image = repository === undefined ? name : `${name}/${repository}`;
    const advice = `og in to ${name} before this step (docker/login-action, or docker login)`;
    const isPush = scopes.some((scope) => scope.includes('push'));
    if (login === 'none' || (login === 'anonymous' && isPush))
        return `${name} requires a login and no credentials were found. L${advice}`;
    // Registries hide which private repositories exist.
    if (login === 'anonymous') {
        return `${image} does not exist, or is private and no credentials were found. Check the name, or l${advice}`;
    }
    // The credentials are valid for other repositories.
    if (challenge.includes('insufficient_scope')) {
        return `${image} does not exist, or these credentials have no access to it. Check the name, or l${advice}`;
    }
    return `${name} rejected the credentials. L${advice}`;
}


/***/ })

};
