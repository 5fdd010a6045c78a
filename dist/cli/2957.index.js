export const id = 2957;
export const ids = [2957];
export const modules = {

/***/ 62957:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   deletePreviousClusters: () => (/* binding */ deletePreviousClusters)
/* harmony export */ });
/* harmony import */ var _aws_connection__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27725);
/* harmony import */ var _names__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82010);
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(52836);
/* harmony import */ var _rehearse__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21692);




const POLL_MS = 15_000;
const MAX_POLLS = 120;
/**
 * Deletes the Aurora clusters that restores have kept, with their instances and without final snapshots. Terraform does not
 * know them, and they use the subnet group and the security group of the stack.
 */
async function deletePreviousClusters(stack, runtime) {
    (0,_rehearse__WEBPACK_IMPORTED_MODULE_1__.requireRehearsalName)(stack);
    const prefix = `${(0,_names__WEBPACK_IMPORTED_MODULE_2__/* .stackNames */ .z)(stack).postgres}-before-`;
    const clusters = new Clusters(prefix, runtime.aws);
    const found = await clusters.names();
    for (const name of found) {
        runtime.progress(`Deleting ${name}`);
        await clusters.delete(name);
    }
    for (let polls = 0; (await clusters.names()).length > 0; polls += 1) {
        if (polls >= MAX_POLLS)
            throw new _error__WEBPACK_IMPORTED_MODULE_3__/* .CommandFailed */ .nk(`RDS has not deleted ${found.join(', ')} in ${(MAX_POLLS * POLL_MS) / 60_000} min. Run the same command again.`);
        await runtime.clock.sleep(POLL_MS);
    }
    runtime.print(found.length === 0 ? `No cluster ${prefix}… exists.` : `Deleted ${found.join(', ')}.`);
}
class Clusters {
    prefix;
    aws;
    constructor(prefix, aws) {
        this.prefix = prefix;
        this.aws = aws;
    }
    async names() {
        const { paginateDescribeDBClusters } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(7202)]).then(__webpack_require__.t.bind(__webpack_require__, 57202, 19));
        const client = await this.client();
        const names = [];
        await (0,_aws_connection__WEBPACK_IMPORTED_MODULE_0__/* .callAws */ .IY)('rds:DescribeDBClusters', async () => {
            for await (const { DBClusters = [] } of paginateDescribeDBClusters({ client }, {}))
                names.push(...DBClusters.map(({ DBClusterIdentifier = '' }) => DBClusterIdentifier));
        });
        return names.filter((name) => name.startsWith(this.prefix));
    }
    async delete(DBClusterIdentifier) {
        const rds = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(7202)]).then(__webpack_require__.t.bind(__webpack_require__, 57202, 19));
        const client = await this.client();
        const Filters = [{ Name: 'db-cluster-id', Values: [DBClusterIdentifier] }];
        const { DBInstances = [] } = await (0,_aws_connection__WEBPACK_IMPORTED_MODULE_0__/* .callAws */ .IY)('rds:DescribeDBInstances', () => client.send(new rds.DescribeDBInstancesCommand({ Filters })));
        for (const { DBInstanceIdentifier, DBInstanceStatus } of DBInstances)
            if (DBInstanceStatus !== 'deleting')
                await (0,_aws_connection__WEBPACK_IMPORTED_MODULE_0__/* .callAws */ .IY)('rds:DeleteDBInstance', () => client.send(new rds.DeleteDBInstanceCommand({ DBInstanceIdentifier, SkipFinalSnapshot: true })));
        await (0,_aws_connection__WEBPACK_IMPORTED_MODULE_0__/* .callAws */ .IY)('rds:DeleteDBCluster', () => client.send(new rds.DeleteDBClusterCommand({ DBClusterIdentifier, SkipFinalSnapshot: true })));
    }
    async client() {
        const { RDSClient } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(7202)]).then(__webpack_require__.t.bind(__webpack_require__, 57202, 19));
        return new RDSClient(await this.aws.settings('RDS'));
    }
}


/***/ })

};
