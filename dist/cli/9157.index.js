export const id = 9157;
export const ids = [9157];
export const modules = {

/***/ 9157:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   query: () => (/* binding */ query),
/* harmony export */   runQuery: () => (/* binding */ runQuery)
/* harmony export */ });
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(21789);
/* harmony import */ var _aws_ecs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67720);
/* harmony import */ var _names__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82010);
/* harmony import */ var _task_follow__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11728);
/* harmony import */ var _table__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(48997);





/** Runs a statement in a task of the worker, which has the network access and the credentials, and prints its rows. */
async function query(command, runtime) {
    const result = await runQuery(command, runtime);
    for (const line of command.format === 'json' ? jsonLines(result) : tableLines(result))
        runtime.print(line);
    if (result.isTruncated)
        runtime.progress(`Only the first ${command.maxRows} rows are shown. Use LIMIT, or raise --max-rows.`);
}
/** @throws CommandFailed with the database's message */
async function runQuery(command, runtime) {
    const names = (0,_names__WEBPACK_IMPORTED_MODULE_2__/* .stackNames */ .z)(command.stack);
    const cluster = new _aws_ecs__WEBPACK_IMPORTED_MODULE_0__/* .Cluster */ .d(names.cluster, runtime.aws);
    const { taskDefinition, network } = await cluster.service(names.service('worker'));
    const { sql, write, maxRows } = command;
    const program = await runtime.readProgram(`query-${command.database}`);
    const { arn, calls } = await cluster.run({
        taskDefinition,
        network,
        program,
        args: { sql, write, maxRows },
    });
    const release = runtime.onInterrupt(() => `Interrupted. The statement goes on in its task. Cancel it: aws ecs stop-task --cluster ${cluster.name} --task ${arn} --region ${runtime.aws.session.region}`);
    const events = [];
    try {
        await (0,_task_follow__WEBPACK_IMPORTED_MODULE_1__/* .followProgram */ .O)(calls, {
            clock: runtime.clock,
            onEvent: (event) => events.push(event),
            onStatus: (status) => {
                runtime.progress(`Task ${status.toLowerCase()}`);
            },
        });
    }
    finally {
        release();
    }
    return resultOf(events);
}
function resultOf(events) {
    const ofKind = (kind) => events.filter((event) => event.kind === kind).map(({ value }) => value);
    return {
        columns: (0,_text_json__WEBPACK_IMPORTED_MODULE_3__/* .itemsOf */ .S3)(ofKind('columns')[0]).map(String),
        rows: ofKind('row').map(_text_json__WEBPACK_IMPORTED_MODULE_3__/* .itemsOf */ .S3),
        text: ofKind('text').map(String),
        isTruncated: ofKind('truncated').length > 0,
    };
}
function tableLines({ columns, rows, text }) {
    return columns.length > 0 ? (0,_table__WEBPACK_IMPORTED_MODULE_4__/* .formatTable */ .k)(columns, rows) : text;
}
function jsonLines({ columns, rows, text }) {
    if (columns.length === 0)
        return text;
    return rows.map((row) => JSON.stringify(Object.fromEntries(columns.map((name, index) => [name, row[index]]))));
}


/***/ })

};
