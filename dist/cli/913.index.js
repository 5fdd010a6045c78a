export const id = 913;
export const ids = [913];
export const modules = {

/***/ 87913:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   doctor: () => (/* binding */ doctor)
/* harmony export */ });
/* harmony import */ var _aws_backup_bucket__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45871);
/* harmony import */ var _after__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3266);
/* harmony import */ var _before__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80042);
/* harmony import */ var _finding__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73841);




/** Checks the account before the first apply, or the stack after it. @returns exit code: 1 with a problem */
async function doctor(command, runtime) {
    const { aws, clock } = runtime;
    const accountId = await (0,_aws_backup_bucket__WEBPACK_IMPORTED_MODULE_0__/* .readAccountId */ .V)(aws);
    const components = await (0,_after__WEBPACK_IMPORTED_MODULE_1__/* .findComponents */ .I)(command.stack, aws);
    const isBefore = components.length === 0;
    runtime.print(isBefore
        ? `Account ${accountId}, ${aws.session.region}: ${command.stack} does not exist yet. Checks before the first apply, size ${command.size}:`
        : `Account ${accountId}, ${aws.session.region}: checks of the stack ${command.stack}:`);
    const now = new Date(clock.wallClockMs());
    const checks = isBefore
        ? (0,_before__WEBPACK_IMPORTED_MODULE_2__/* .checksBeforeApply */ .J)({ ...command, accountId }, aws)
        : (0,_after__WEBPACK_IMPORTED_MODULE_1__/* .checksAfterApply */ .A)({ stack: command.stack, accountId, now, components }, aws);
    const findings = await (0,_finding__WEBPACK_IMPORTED_MODULE_3__/* .runChecks */ .JT)(checks);
    for (const line of (0,_finding__WEBPACK_IMPORTED_MODULE_3__/* .renderFindings */ .vO)(findings))
        runtime.print(line);
    return findings.some(({ status }) => status === 'problem') ? 1 : 0;
}


/***/ })

};
