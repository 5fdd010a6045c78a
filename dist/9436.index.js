export const id = 9436;
export const ids = [9436];
export const modules = {

/***/ 29436:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FN: () => (/* binding */ isSignedByOwner),
/* harmony export */   IF: () => (/* binding */ verifyBundle),
/* harmony export */   JQ: () => (/* binding */ checkSigner),
/* harmony export */   Tu: () => (/* binding */ verifyProvenance),
/* harmony export */   WX: () => (/* binding */ isProvenance),
/* harmony export */   cg: () => (/* binding */ describeSigner),
/* harmony export */   hi: () => (/* binding */ isSignature),
/* harmony export */   loadPublicTrust: () => (/* binding */ loadPublicTrust)
/* harmony export */ });
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21789);

const ISSUER = 'https://token.actions.githubusercontent.com';
const PROVENANCE = 'https://slsa.dev/provenance/';
/** Statement of cosign 3 without further content. */
const SIGNATURE = 'https://sigstore.dev/cosign/sign/';
/** Certificate extension of Fulcio: Source Repository URI. */
const SOURCE_REPOSITORY_OID = '1.3.6.1.4.1.57264.1.12';
/**
 * Loads the trust root of the public Sigstore instance with The Update Framework.
 *
 * @param cachePath folder for its metadata
 * @throws Error if the repository of the trust root cannot be reached
 */
async function loadPublicTrust(cachePath) {
    const [{ getTrustedRoot }, { toTrustMaterial }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(9654), __webpack_require__.e(2830), __webpack_require__.e(3694)]).then(__webpack_require__.bind(__webpack_require__, 84423)),
        Promise.all(/* import() */[__webpack_require__.e(9654), __webpack_require__.e(4187)]).then(__webpack_require__.bind(__webpack_require__, 54187)),
    ]);
    return toTrustMaterial(await getTrustedRoot({ cachePath, timeout: 20_000, retry: 2 }));
}
/** Returns whether a bundle contains SLSA provenance, which is not verified yet. */
function isProvenance(bundle) {
    return ((0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(statementOf(bundle), 'predicateType') ?? '').startsWith(PROVENANCE);
}
/** Returns whether a bundle with a statement is a signature of cosign, which is not verified yet. */
function isSignature(bundle) {
    return ((0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(statementOf(bundle), 'predicateType') ?? '').startsWith(SIGNATURE);
}
/** The statement of a bundle's envelope. */
function statementOf(bundle) {
    const payload = (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(bundle, 'dsseEnvelope', 'payload') ?? '';
    return (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .parseObject */ .lj)(Buffer.from(payload, 'base64').toString('utf8'));
}
/**
 * Verifies that a workflow of a repository attested an image.
 *
 * @param bundle Sigstore bundle with an in-toto statement
 * @throws Error with the reason if the signature, the identity or the digest is wrong
 */
async function verifyProvenance(bundle, { source, digest }, trust) {
    checkSigner(await verifyBundle(bundle, { digest }, trust), source);
}
/**
 * Verifies certificate, log entry and signature of a bundle, and that it is about an image.
 *
 * @returns who signed it
 * @throws Error with the reason
 */
async function verifyBundle(bundle, { digest, payload }, trust) {
    const [{ bundleFromJSON }, { toSignedEntity, Verifier }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(9654), __webpack_require__.e(1040)]).then(__webpack_require__.bind(__webpack_require__, 61040)),
        Promise.all(/* import() */[__webpack_require__.e(9654), __webpack_require__.e(4187)]).then(__webpack_require__.bind(__webpack_require__, 54187)),
    ]);
    const entity = toSignedEntity(bundleFromJSON(bundle), payload);
    const signer = new Verifier(trust).verify(entity);
    const named = payload === undefined ? subjectsOf(bundle) : [digestIn(payload)];
    if (!named.includes(digest))
        throw new Error('it is about another image');
    return signer;
}
function subjectsOf(bundle) {
    return (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .itemsOf */ .S3)((0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(statementOf(bundle), 'subject')).flatMap((subject) => Object.entries((0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .recordAt */ .zR)(subject, 'digest')).map(([algorithm, hex]) => `${algorithm}:${String(hex)}`));
}
/** https://github.com/sigstore/cosign/blob/main/specs/SIGNATURE_SPEC.md */
const digestIn = (payload) => (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)((0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .parseObject */ .lj)(payload.toString('utf8')), 'critical', 'image', 'docker-manifest-digest');
/** The text of a DER string, after its type and length. A length of 128 or more has further bytes. */
function derText(value) {
    const bytes = Buffer.from(value);
    const length = bytes[1] ?? 0;
    return bytes.subarray(length < 0x80 ? 2 : 2 + (length & 0x7f)).toString('utf8');
}
/**
 * Checks that a workflow of a repository's owner signed. The workflow may be a shared one.
 *
 * @throws Error with the reason
 */
function checkSigner(signer, { owner, repo }) {
    const { issuer, workflow, repository } = factsOf(signer);
    if (issuer !== ISSUER)
        throw new Error(`its signer was authenticated by ${issuer || 'no issuer'}`);
    if (!isBelow(workflow, owner))
        throw new Error(`its signer is ${workflow || 'no workflow'}`);
    if (repository.toLowerCase() !== `https://github.com/${owner}/${repo}`.toLowerCase())
        throw new Error(`it was built from ${repository || 'an unknown repository'}`);
}
/** Returns whether a workflow of an owner signed, which ran in any of its repositories. */
function isSignedByOwner(signer, { owner }) {
    const { issuer, workflow, repository } = factsOf(signer);
    return issuer === ISSUER && isBelow(workflow, owner) && isBelow(repository, owner);
}
/** Names a signer without the branch or tag, which differs between releases. */
function describeSigner(signer) {
    const { issuer, workflow } = factsOf(signer);
    const name = workflow.replace(/@refs\/.*$/, '') || 'no name';
    return issuer === ISSUER ? name : `${name} (${issuer || 'no issuer'})`;
}
const isBelow = (url, owner) => url.toLowerCase().startsWith(`https://github.com/${owner.toLowerCase()}/`);
function factsOf({ identity }) {
    const found = identity?.oids?.find(({ oid }) => oid?.id.join('.') === SOURCE_REPOSITORY_OID);
    return {
        issuer: identity?.extensions?.issuer ?? '',
        workflow: identity?.subjectAlternativeName ?? '',
        repository: found === undefined ? '' : derText(found.value),
    };
}


/***/ })

};
