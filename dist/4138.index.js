export const id = 4138;
export const ids = [4138];
export const modules = {

/***/ 24138:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   requestIdToken: () => (/* binding */ requestIdToken)
/* harmony export */ });
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21789);

/** `@actions/core` waits three minutes for a silent server. */
const TIMEOUT_MS = 20_000;
/**
 * Requests an ID token of the job from GitHub, once.
 *
 * @throws Error without `permissions: id-token: write`, and if the server does not answer with a token
 * @see https://docs.github.com/actions/reference/security/oidc
 */
async function requestIdToken(audience, { env, mask, timeoutMs = TIMEOUT_MS }) {
    const { HttpClient } = await Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(4942)]).then(__webpack_require__.bind(__webpack_require__, 44942));
    const { BearerCredentialHandler } = await __webpack_require__.e(/* import() */ 2145).then(__webpack_require__.bind(__webpack_require__, 92145));
    const address = required(env, 'ACTIONS_ID_TOKEN_REQUEST_URL');
    const handler = new BearerCredentialHandler(required(env, 'ACTIONS_ID_TOKEN_REQUEST_TOKEN'));
    const client = new HttpClient('langfuse-deploy', [handler], { socketTimeout: timeoutMs });
    const url = new URL(address);
    url.searchParams.set('audience', audience);
    const { result } = await client.getJson(url.href);
    const token = (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(result, 'value');
    if (token === undefined || token === '')
        throw new Error('the answer has no token');
    mask(token);
    return token;
}
function required(env, name) {
    const value = env[name];
    if (value === undefined || value === '')
        throw new Error(`Unable to get ${name} env variable`);
    return value;
}


/***/ })

};
