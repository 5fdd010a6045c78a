export const id = 6661;
export const ids = [6661,5351];
export const modules = {

/***/ 65351:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createStepDirectory: () => (/* binding */ createStepDirectory),
/* harmony export */   i: () => (/* binding */ stepDirectory)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var _step_state__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(47993);





const STATE_NAME = 'directory';
/**
 * Makes a directory that only its user may read. Its path is saved before, so that the `post` step finds it whenever
 * this step is killed.
 *
 * @throws InvalidContext
 */
async function createStepDirectory(env) {
    const parent = env['RUNNER_TEMP'] || (0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)();
    const directory = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(parent, `langfuse-deploy-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`);
    (0,_step_state__WEBPACK_IMPORTED_MODULE_4__/* .saveStepState */ .jU)(env, STATE_NAME, directory);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(directory, { mode: 0o700 }).catch((cause) => {
        throw (0,_step_state__WEBPACK_IMPORTED_MODULE_4__/* .unusablePath */ .Z6)('RUNNER_TEMP', parent, cause);
    });
    return directory;
}
/** Returns the directory of the step that this `post` step belongs to; undefined when it never made one. */
const stepDirectory = (env) => (0,_step_state__WEBPACK_IMPORTED_MODULE_4__/* .readStepState */ .C_)(env, STATE_NAME);


/***/ }),

/***/ 86661:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   commentInvalidInputs: () => (/* binding */ commentInvalidInputs),
/* harmony export */   runPostStep: () => (/* binding */ runPostStep)
/* harmony export */ });
/* harmony import */ var _github_step_directory__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65351);
/* harmony import */ var _github_log__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53385);
/* harmony import */ var _github_publish__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(495);
/* harmony import */ var _inputs_inputs__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(40546);




/** Reads the step's inputs; without them the report has no facts from AWS. */
function inputsOfStep(env) {
    try {
        return (0,_inputs_inputs__WEBPACK_IMPORTED_MODULE_3__/* .readInputs */ .K)(env);
    }
    catch {
        return undefined;
    }
}
/** Runs the `post` step: waits for a Terraform that outlived its step, and reports its result. */
async function runPostStep(env) {
    const directory = (0,_github_step_directory__WEBPACK_IMPORTED_MODULE_0__/* .stepDirectory */ .i)(env);
    // A step without Terraform has none.
    if (directory === undefined)
        return;
    const [{ runPost }, { stepRuntime }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(1858), __webpack_require__.e(5731), __webpack_require__.e(9759), __webpack_require__.e(8538), __webpack_require__.e(4600), __webpack_require__.e(7421), __webpack_require__.e(1911), __webpack_require__.e(9061), __webpack_require__.e(3442)]).then(__webpack_require__.bind(__webpack_require__, 33442)),
        Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 99373)),
    ]);
    const runtime = stepRuntime(env, (0,_github_log__WEBPACK_IMPORTED_MODULE_1__/* .openLog */ .N)(process.stdout));
    const outcome = await runPost(directory, { inputs: inputsOfStep(env), runtime });
    if (outcome !== undefined)
        (0,_github_publish__WEBPACK_IMPORTED_MODULE_2__/* .publish */ .m)(outcome, env);
}
const COMMENT_INPUTS = [
    ...['INPUT_COMMAND', 'INPUT_STACK', 'INPUT_WORKING-DIRECTORY', 'INPUT_GITHUB-TOKEN', 'INPUT_COMMENT'],
    ...['INPUT_PULL-REQUEST-NUMBER', 'INPUT_PULL-REQUEST-SHA'],
];
/** Comments on the pull request of a plan whose other inputs are invalid. */
async function commentInvalidInputs(error, env) {
    const inputs = inputsOfStep(Object.fromEntries(COMMENT_INPUTS.map((name) => [name, env[name]])));
    if (inputs?.command !== 'plan')
        return;
    const [{ commentLostRun }, { stepRuntime }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(1858), __webpack_require__.e(9759), __webpack_require__.e(1911), __webpack_require__.e(4617)]).then(__webpack_require__.bind(__webpack_require__, 81911)),
        Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 99373)),
    ]);
    await commentLostRun(error, inputs, stepRuntime(env, (0,_github_log__WEBPACK_IMPORTED_MODULE_1__/* .openLog */ .N)(process.stdout)));
}


/***/ })

};
