export const id = 8051;
export const ids = [8051];
export const modules = {

/***/ 48051:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   setUp: () => (/* binding */ setUp)
/* harmony export */ });
/* harmony import */ var _arguments__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11506);

/** Runs a command that sets up a repository. */
async function setUp(command, line, environment) {
    const dryRun = line.options['dry-run'] === true;
    const release = (0,_arguments__WEBPACK_IMPORTED_MODULE_0__/* .textOption */ .vU)(line, 'release');
    switch (command) {
        case 'init':
            return (await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(9296), __webpack_require__.e(3318), __webpack_require__.e(709), __webpack_require__.e(4973)]).then(__webpack_require__.bind(__webpack_require__, 14973))).init(initCommand(line), environment);
        case 'upgrade':
            return (await Promise.all(/* import() */[__webpack_require__.e(9296), __webpack_require__.e(8354)]).then(__webpack_require__.bind(__webpack_require__, 78354))).upgrade({ release, dryRun }, environment);
        case 'uninstall': {
            const yes = line.options.yes === true;
            return (await Promise.all(/* import() */[__webpack_require__.e(9296), __webpack_require__.e(6511)]).then(__webpack_require__.bind(__webpack_require__, 16511))).uninstall({ dryRun, yes }, environment);
        }
    }
}
const initCommand = (line) => ({
    given: {
        region: line.region,
        stack: (0,_arguments__WEBPACK_IMPORTED_MODULE_0__/* .textOption */ .vU)(line, 'stack'),
        email: (0,_arguments__WEBPACK_IMPORTED_MODULE_0__/* .textOption */ .vU)(line, 'email'),
        domain: (0,_arguments__WEBPACK_IMPORTED_MODULE_0__/* .textOption */ .vU)(line, 'domain-name'),
        zone: (0,_arguments__WEBPACK_IMPORTED_MODULE_0__/* .textOption */ .vU)(line, 'zone-name'),
        size: (0,_arguments__WEBPACK_IMPORTED_MODULE_0__/* .textOption */ .vU)(line, 'size'),
        langfuse: (0,_arguments__WEBPACK_IMPORTED_MODULE_0__/* .textOption */ .vU)(line, 'langfuse'),
        reviewers: (0,_arguments__WEBPACK_IMPORTED_MODULE_0__/* .textOption */ .vU)(line, 'reviewers'),
    },
    repository: (0,_arguments__WEBPACK_IMPORTED_MODULE_0__/* .textOption */ .vU)(line, 'repository'),
    release: (0,_arguments__WEBPACK_IMPORTED_MODULE_0__/* .textOption */ .vU)(line, 'release'),
    dryRun: line.options['dry-run'] === true,
    yes: line.options.yes === true,
    skipChecks: line.options['skip-checks'] === true,
    noWait: line.options['no-wait'] === true,
});


/***/ })

};
