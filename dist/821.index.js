export const id = 821;
export const ids = [821];
export const modules = {

/***/ 8821:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openSession: () => (/* binding */ openSession)
});

// EXTERNAL MODULE: ./src/aws/assume-role.ts + 1 modules
var assume_role = __webpack_require__(6886);
// EXTERNAL MODULE: ./src/aws/error.ts
var aws_error = __webpack_require__(5155);
// EXTERNAL MODULE: ./src/aws/client.ts
var aws_client = __webpack_require__(658);
// EXTERNAL MODULE: ./src/aws/role.ts
var role = __webpack_require__(2085);
;// CONCATENATED MODULE: ./src/aws/session.ts



/**
 * A session with the credentials that the step was given: environment, profile, container, instance.
 * AWS is asked for the account (`sts:GetCallerIdentity`) only when there is a list to compare it with;
 * without one, missing credentials come to light at the first call.
 *
 * @throws AwsError when there are no credentials, or AWS does not accept them; Error when the account is not allowed
 */
async function ambientSession(request, world) {
    const { region, allowedAccountIds } = request;
    const session = { region, accountId: undefined, credentials: undefined };
    if (allowedAccountIds.length === 0)
        return session;
    const accountId = await callerAccount(session, world);
    (0,role/* checkAccount */.g4)(accountId, allowedAccountIds, 'The step runs with AWS credentials whose identity');
    return { ...session, accountId };
}
async function callerAccount(session, world) {
    const { STSClient, GetCallerIdentityCommand } = await Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(695)]).then(__webpack_require__.t.bind(__webpack_require__, 1695, 19));
    const client = new STSClient(await (0,aws_client/* clientSettings */.r)('STS', session, world));
    try {
        const { Account } = await client.send(new GetCallerIdentityCommand({}));
        if (Account !== undefined)
            return Account;
    }
    catch (error) {
        throw new aws_error/* AwsError */.Gy((0,aws_error/* factsOf */.xS)(error, 'sts:GetCallerIdentity'), { cause: error });
    }
    finally {
        client.destroy();
    }
    throw new aws_error/* AwsError */.Gy((0,aws_error/* incomplete */.$x)('sts:GetCallerIdentity', 'an account'));
}

;// CONCATENATED MODULE: ./src/aws/session-name.ts
// RoleSessionName of AssumeRoleWithWebIdentity: 2 to 64 characters of [\w+=,.@-].
const LONGEST = 64;
/**
 * The name under which CloudTrail files what this run does: `owner-name-<run id>-<attempt>`.
 * A long repository is cut, the run id and the attempt never are: they lead back to the run.
 */
function sessionName({ repository, runId, runAttempt }) {
    const run = sanitise(`${runId}-${runAttempt}`).slice(-LONGEST);
    const room = Math.max(0, LONGEST - run.length - 1);
    const prefix = sanitise(repository).slice(0, room);
    return prefix === '' ? run : `${prefix}-${run}`;
}
function sanitise(text) {
    return text.replace(/[^\w+=,.@-]+/g, '-');
}

// EXTERNAL MODULE: ./src/inputs.ts
var src_inputs = __webpack_require__(8422);
;// CONCATENATED MODULE: ./src/commands/session.ts




/** Who the step is in AWS: the role it is to assume, or the credentials it was started with. */
async function openSession(inputs, region, world) {
    if (region === undefined) {
        throw new src_inputs/* InvalidInput */.o('aws-region: is required, as in eu-central-1; AWS_REGION and AWS_DEFAULT_REGION are not set either');
    }
    const { roleToAssume, allowedAccountIds, roleDurationSeconds: durationSeconds } = inputs;
    const aws = {
        ...world.clock,
        env: world.env,
        mask: world.log.mask,
        proxyUrl: world.proxyUrl,
        idToken: world.idToken,
    };
    if (roleToAssume === undefined)
        return ambientSession({ region, allowedAccountIds }, aws);
    const name = sessionName({
        repository: world.env['GITHUB_REPOSITORY'] ?? 'local',
        runId: world.env['GITHUB_RUN_ID'] ?? '0',
        runAttempt: world.env['GITHUB_RUN_ATTEMPT'] ?? '1',
    });
    const session = await (0,assume_role/* assumeRole */.x)({ roleArn: roleToAssume, region, durationSeconds, sessionName: name, allowedAccountIds }, aws);
    world.log.info(`Assumed ${roleToAssume} as ${name}`);
    return session;
}


/***/ })

};
