export const id = 5351;
export const ids = [5351];
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


/***/ })

};
