export const id = 9759;
export const ids = [9759];
export const modules = {

/***/ 92897:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ describeReason),
/* harmony export */   w: () => (/* binding */ parseAction)
/* harmony export */ });
// https://developer.hashicorp.com/terraform/internals/json-format#change-representation
const ACTIONS = new Map([
    ['no-op', { kind: 'no-op', order: undefined }],
    ['create', { kind: 'create', order: undefined }],
    ['read', { kind: 'read', order: undefined }],
    ['update', { kind: 'update', order: undefined }],
    ['delete', { kind: 'delete', order: undefined }],
    ['forget', { kind: 'forget', order: undefined }],
    ['delete,create', { kind: 'replace', order: 'delete-first' }],
    ['create,delete', { kind: 'replace', order: 'create-first' }],
    ['create,forget', { kind: 'replace', order: 'forget-old' }],
    ['forget,create', { kind: 'replace', order: 'forget-old' }],
]);
/** Parses a change's `actions` array. Returns undefined for an unknown combination. */
const parseAction = (actions) => ACTIONS.get(actions.join(','));
const REASON_TEXTS = new Map([
    ['replace_because_tainted', 'it is tainted: an earlier apply failed, or the command taint was run'],
    ['replace_because_cannot_update', 'the provider cannot make this change in place'],
    ['replace_by_request', 'the replacement was requested with -replace'],
    ['replace_by_triggers', 'a value in its replace_triggered_by changes'],
    ['delete_because_no_resource_config', 'its resource block is no longer in the configuration'],
    ['delete_because_enabled_false', 'its enabled argument is false'],
    ['delete_because_no_module', 'its module is no longer in the configuration'],
    [
        'delete_because_wrong_repetition',
        'its address no longer matches the resource, which gained or lost count or for_each',
    ],
    ['delete_because_count_index', 'its index is beyond the count of the resource'],
    ['delete_because_each_key', 'its key is no longer in for_each'],
    ['delete_because_no_move_target', 'it was moved to an address that is not in the configuration'],
    ['read_because_config_unknown', 'its configuration is known only after apply'],
    ['read_because_dependency_pending', 'it depends on a resource that changes'],
    ['read_because_check_nested', 'a check block reads it'],
]);
/** Describes an `action_reason`; an unknown one by its identifier. */
function describeReason(reason) {
    return REASON_TEXTS.get(reason) ?? reason.replace(/[^a-z0-9_]/gi, '').replaceAll('_', ' ');
}


/***/ }),

/***/ 82877:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FZ: () => (/* binding */ listField),
/* harmony export */   Lv: () => (/* binding */ isList),
/* harmony export */   M8: () => (/* binding */ textField),
/* harmony export */   OT: () => (/* binding */ parseJsonExactly),
/* harmony export */   ZZ: () => (/* binding */ field),
/* harmony export */   dj: () => (/* binding */ canonicalJson),
/* harmony export */   fR: () => (/* binding */ isEqualJson)
/* harmony export */ });
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21789);

/** Reports whether a value is an array. */
const isList = (value) => Array.isArray(value);
/** Returns an object's own field. Attribute names in a plan include `constructor` and `toString`. */
const field = (value, key) => (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value) && Object.hasOwn(value, key) ? value[key] : undefined;
/** Returns a field that is a non-empty string. */
const textField = (value, key) => {
    const found = field(value, key);
    return typeof found === 'string' && found !== '' ? found : undefined;
};
/** Returns a field that is an array, or an empty array. */
const listField = (value, key) => {
    const found = field(value, key);
    return isList(found) ? found : [];
};
// A double represents every integer of up to fifteen digits exactly.
const LONG_NUMBER = /[:,[]\s*-?[\d.]{16}/;
const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]{15,}/g;
/**
 * Parses JSON. A number that a double cannot represent becomes a string, so that two different plans never compare
 * as equal.
 *
 * @throws SyntaxError
 */
function parseJsonExactly(text) {
    if (!LONG_NUMBER.test(text))
        return JSON.parse(text);
    const quoted = text.replace(STRING_OR_NUMBER, (token) => token.startsWith('"') || String(Number(token)) === token ? token : `"${token}"`);
    return JSON.parse(quoted);
}
/** Serializes a value with sorted keys. */
function canonicalJson(value) {
    if (isList(value))
        return `[${value.map(canonicalJson).join(',')}]`;
    if (!(0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value))
        return JSON.stringify(value ?? null);
    const keys = Object.keys(value).sort();
    return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`).join(',')}}`;
}
/** Reports whether two JSON values are equal. A missing value equals null. */
function isEqualJson(a, b) {
    if (Object.is(a, b))
        return true;
    if (isList(a)) {
        return isList(b) && a.length === b.length && a.every((item, index) => isEqualJson(item, b[index]));
    }
    if (!(0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(a))
        return (a ?? null) === (b ?? null);
    const keys = Object.keys(a);
    return ((0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(b) &&
        keys.length === Object.keys(b).length &&
        keys.every((key) => Object.hasOwn(b, key) && isEqualJson(a[key], b[key])));
}


/***/ }),

/***/ 20194:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ hasMark)
/* harmony export */ });
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21789);
/* harmony import */ var _json__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82877);


/** Reports whether a mask (`after_unknown`, `after_sensitive`) marks any value. */
function hasMark(mark) {
    if ((0,_json__WEBPACK_IMPORTED_MODULE_0__/* .isList */ .Lv)(mark))
        return mark.some(hasMark);
    if ((0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(mark))
        return Object.values(mark).some(hasMark);
    return mark === true;
}


/***/ }),

/***/ 30333:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  tH: () => (/* binding */ InvalidPlan),
  u1: () => (/* binding */ hasEffect),
  yu: () => (/* binding */ isMoved),
  PI: () => (/* binding */ isReadOnly),
  vS: () => (/* binding */ parsePlan)
});

// EXTERNAL MODULE: ./src/text/json.ts
var text_json = __webpack_require__(21789);
// EXTERNAL MODULE: ./src/plan/action.ts
var plan_action = __webpack_require__(92897);
// EXTERNAL MODULE: ./src/plan/json.ts
var plan_json = __webpack_require__(82877);
// EXTERNAL MODULE: ./src/plan/sensitive-values.ts
var sensitive_values = __webpack_require__(5582);
;// CONCATENATED MODULE: ./src/plan/check.ts

/**
 * Returns the failed `check` blocks. Other failed conditions are errors of the plan.
 *
 * @param checks field `checks` of a plan
 */
function parseFailedChecks(checks) {
    return checks.flatMap((check) => {
        const address = (0,plan_json/* field */.ZZ)(check, 'address');
        const status = (0,plan_json/* textField */.M8)(check, 'status');
        if ((0,plan_json/* textField */.M8)(address, 'kind') !== 'check' || (status !== 'fail' && status !== 'error'))
            return [];
        const problems = (0,plan_json/* listField */.FZ)(check, 'instances').flatMap((instance) => (0,plan_json/* listField */.FZ)(instance, 'problems'));
        const messages = problems.flatMap((problem) => (0,plan_json/* textField */.M8)(problem, 'message') ?? []);
        return [{ address: (0,plan_json/* textField */.M8)(address, 'to_display') ?? 'a check', messages }];
    });
}

;// CONCATENATED MODULE: ./src/plan/pending.ts

/** Parses an item of `action_invocations`. */
function parseActionInvocation(value) {
    const trigger = (0,plan_json/* field */.ZZ)(value, 'lifecycle_action_trigger');
    const type = (0,plan_json/* textField */.M8)(value, 'type') ?? '';
    return {
        address: (0,plan_json/* textField */.M8)(value, 'address') ?? `action.${type}.${(0,plan_json/* textField */.M8)(value, 'name') ?? ''}`,
        type,
        triggeredBy: (0,plan_json/* textField */.M8)(trigger, 'triggering_resource_address'),
        event: (0,plan_json/* textField */.M8)(trigger, 'action_trigger_event'),
        onFailure: parseOnFailure((0,plan_json/* textField */.M8)(trigger, 'on_failure')),
        config: (0,plan_json/* field */.ZZ)(value, 'config_values') ?? {},
        configSensitive: (0,plan_json/* field */.ZZ)(value, 'config_sensitive') ?? false,
        content: (0,plan_json/* canonicalJson */.dj)(value),
    };
}
/** Terraform writes its constant (`ActionOnFailureTaint`). */
const parseOnFailure = (text = '') => ['halt', 'taint', 'continue'].find((one) => text.toLowerCase().endsWith(one));
/** Parses an item of `deferred_changes`. */
function parseDeferred(value) {
    const resource = (0,plan_json/* field */.ZZ)(value, 'resource_change');
    const actions = (0,plan_json/* field */.ZZ)((0,plan_json/* field */.ZZ)(resource, 'change'), 'actions');
    return {
        address: (0,plan_json/* textField */.M8)(resource, 'address') ?? 'a resource',
        reason: (0,plan_json/* textField */.M8)(value, 'reason') ?? 'unknown',
        actions: Array.isArray(actions) ? actions.filter((one) => typeof one === 'string') : [],
        content: (0,plan_json/* canonicalJson */.dj)(value),
    };
}

;// CONCATENATED MODULE: ./src/plan/plan.ts






/** Thrown for JSON that is not a supported plan. */
class InvalidPlan extends Error {
    name = 'InvalidPlan';
    reason = 'terraform-failed';
}
/**
 * Parses `terraform show -json <plan file>`.
 *
 * @param json text or parsed JSON
 * @throws InvalidPlan
 */
function parsePlan(json) {
    const plan = typeof json === 'string' ? parseText(json) : json;
    if (!(0,text_json/* isRecord */.u4)(plan))
        throw new InvalidPlan('the plan is not a JSON object; expected the output of show -json <plan file>');
    checkFormat(plan);
    const errored = (0,plan_json/* field */.ZZ)(plan, 'errored') === true;
    const outputs = (0,plan_json/* field */.ZZ)(plan, 'output_changes');
    return {
        terraformVersion: (0,plan_json/* textField */.M8)(plan, 'terraform_version') ?? '',
        resources: (0,plan_json/* listField */.FZ)(plan, 'resource_changes').map((one, index) => parseResource(one, `resource_changes[${index}]`)),
        outputs: (0,text_json/* isRecord */.u4)(outputs) ? Object.entries(outputs).map(parseOutput) : [],
        failedChecks: parseFailedChecks((0,plan_json/* listField */.FZ)(plan, 'checks')),
        drift: (0,plan_json/* listField */.FZ)(plan, 'resource_drift').map((one, index) => parseResource(one, `resource_drift[${index}]`)),
        deferred: (0,plan_json/* listField */.FZ)(plan, 'deferred_changes').map(parseDeferred),
        actionInvocations: [
            ...(0,plan_json/* listField */.FZ)(plan, 'action_invocations'),
            ...(0,plan_json/* listField */.FZ)(plan, 'deferred_action_invocations').map((one) => (0,plan_json/* field */.ZZ)(one, 'action_invocation') ?? one),
        ].map(parseActionInvocation),
        hasState: hasManagedResource((0,plan_json/* field */.ZZ)((0,plan_json/* field */.ZZ)(plan, 'prior_state'), 'values')) || hasDrift(plan),
        errored,
        applyable: (0,plan_json/* field */.ZZ)(plan, 'applyable') !== false && !errored,
        complete: (0,plan_json/* field */.ZZ)(plan, 'complete') !== false,
        variables: (0,plan_json/* field */.ZZ)(plan, 'variables') ?? {},
        secrets: (0,sensitive_values/* sensitiveValues */.D)(plan),
    };
}
function hasManagedResource(values) {
    const hasAny = (module) => (0,plan_json/* listField */.FZ)(module, 'resources').some((resource) => (0,plan_json/* field */.ZZ)(resource, 'mode') === 'managed') ||
        (0,plan_json/* listField */.FZ)(module, 'child_modules').some(hasAny);
    return hasAny((0,plan_json/* field */.ZZ)(values, 'root_module'));
}
/** The refreshed state lacks resources that were deleted outside of Terraform. */
const hasDrift = (plan) => (0,plan_json/* listField */.FZ)(plan, 'resource_drift').length > 0;
function parseText(text) {
    try {
        return (0,plan_json/* parseJsonExactly */.OT)(text);
    }
    catch {
        // No cause: the parser's message quotes the text, which may contain a secret.
        throw new InvalidPlan(`the plan is not JSON (${text.length} characters); was the output of show -json cut off?`);
    }
}
function checkFormat(plan) {
    const version = (0,plan_json/* textField */.M8)(plan, 'format_version');
    if (version === undefined) {
        throw new InvalidPlan('the plan has no format_version; expected the output of show -json <plan file>');
    }
    if (!version.startsWith('1.')) {
        throw new InvalidPlan(`the plan has format ${JSON.stringify(version)}, but this action reads 1.x; use ${version.startsWith('0.') ? 'Terraform 1.1 or later' : 'a newer version of the action, or an older one of the program that planned'}`);
    }
    if ((0,plan_json/* field */.ZZ)(plan, 'values') !== undefined && (0,plan_json/* field */.ZZ)(plan, 'planned_values') === undefined) {
        throw new InvalidPlan('this is a state, not a plan; pass a plan file to show -json');
    }
}
function parseResource(value, at) {
    const address = (0,plan_json/* textField */.M8)(value, 'address');
    if (address === undefined)
        throw new InvalidPlan(`${at} has no address; the plan is damaged`);
    const where = `the change of ${address}`;
    const type = (0,plan_json/* textField */.M8)(value, 'type');
    const mode = (0,plan_json/* textField */.M8)(value, 'mode');
    if (type === undefined || mode === undefined) {
        throw new InvalidPlan(`${where} has no ${type === undefined ? 'type' : 'mode'}, so it cannot be checked for data loss`);
    }
    const change = (0,plan_json/* field */.ZZ)(value, 'change');
    const importing = (0,plan_json/* field */.ZZ)(change, 'importing');
    return {
        ...parseChange(change, where),
        address,
        previousAddress: (0,plan_json/* textField */.M8)(value, 'previous_address'),
        deposed: (0,plan_json/* textField */.M8)(value, 'deposed'),
        mode,
        type,
        name: (0,plan_json/* textField */.M8)(value, 'name') ?? '',
        provider: (0,plan_json/* textField */.M8)(value, 'provider_name') ?? '',
        importId: (0,text_json/* isRecord */.u4)(importing) ? importId(importing) : undefined,
        reason: (0,plan_json/* textField */.M8)(value, 'action_reason'),
        replacePaths: (0,plan_json/* listField */.FZ)(change, 'replace_paths').filter(plan_json/* isList */.Lv),
    };
}
// Since Terraform 1.12, an import block may give an identity instead of an ID.
function importId(importing) {
    const identity = (0,plan_json/* field */.ZZ)(importing, 'identity');
    return (0,plan_json/* textField */.M8)(importing, 'id') ?? ((0,text_json/* isRecord */.u4)(identity) ? JSON.stringify(identity) : '(known after apply)');
}
function parseOutput([name, change]) {
    return { ...parseChange(change, `the change of output ${name}`), name };
}
function parseChange(change, where) {
    const actions = (0,plan_json/* field */.ZZ)(change, 'actions');
    if (!(0,plan_json/* isList */.Lv)(actions))
        throw new InvalidPlan(`${where} has no actions; the plan is damaged`);
    const action = (0,plan_action/* parseAction */.w)(actions);
    if (action === undefined) {
        throw new InvalidPlan(`${where} has the actions ${JSON.stringify(actions)}, which this version of the action does not support; use a newer one`);
    }
    return {
        ...action,
        before: (0,plan_json/* field */.ZZ)(change, 'before') ?? null,
        after: (0,plan_json/* field */.ZZ)(change, 'after') ?? null,
        afterUnknown: (0,plan_json/* field */.ZZ)(change, 'after_unknown') ?? false,
        beforeSensitive: (0,plan_json/* field */.ZZ)(change, 'before_sensitive') ?? false,
        afterSensitive: (0,plan_json/* field */.ZZ)(change, 'after_sensitive') ?? false,
    };
}
/** Reports whether a change of this kind modifies nothing. */
const isReadOnly = (kind) => kind === 'no-op' || kind === 'read';
/** Reports whether the plan moves the resource to another address. */
const isMoved = ({ address, previousAddress }) => previousAddress !== undefined && previousAddress !== address;
/** Reports whether an apply changes the resource or its state entry. */
const hasEffect = (change) => !isReadOnly(change.kind) || isMoved(change) || change.importId !== undefined;


/***/ }),

/***/ 5582:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ sensitiveValues),
/* harmony export */   m: () => (/* binding */ sensitiveStateValues)
/* harmony export */ });
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21789);
/* harmony import */ var _json__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82877);


/**
 * Returns every value that a plan marks as sensitive, to redact it everywhere: providers lose marks
 * (`terraform_data.output` has none of its input's).
 *
 * @param plan parsed JSON
 */
function sensitiveValues(plan) {
    const found = new Set();
    for (const change of [...(0,_json__WEBPACK_IMPORTED_MODULE_0__/* .listField */ .FZ)(plan, 'resource_changes'), ...(0,_json__WEBPACK_IMPORTED_MODULE_0__/* .listField */ .FZ)(plan, 'resource_drift')]) {
        collectChange((0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(change, 'change'), found);
    }
    for (const deferred of (0,_json__WEBPACK_IMPORTED_MODULE_0__/* .listField */ .FZ)(plan, 'deferred_changes')) {
        collectChange((0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)((0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(deferred, 'resource_change'), 'change'), found);
    }
    const deferredActions = (0,_json__WEBPACK_IMPORTED_MODULE_0__/* .listField */ .FZ)(plan, 'deferred_action_invocations');
    const actions = deferredActions.map((one) => (0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(one, 'action_invocation') ?? one);
    for (const action of [...(0,_json__WEBPACK_IMPORTED_MODULE_0__/* .listField */ .FZ)(plan, 'action_invocations'), ...actions])
        collect((0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(action, 'config_values'), (0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(action, 'config_sensitive'), found);
    const outputs = (0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(plan, 'output_changes');
    if ((0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(outputs))
        for (const change of Object.values(outputs))
            collectChange(change, found);
    collectValues((0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(plan, 'planned_values'), found);
    collectValues((0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)((0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(plan, 'prior_state'), 'values'), found);
    collectVariables(plan, found);
    return [...found];
}
/** Returns every value that a state marks as sensitive. */
function sensitiveStateValues(state) {
    const found = new Set();
    collectValues((0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(state, 'values'), found);
    return [...found];
}
function collectValues(values, found) {
    collectOutputs((0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(values, 'outputs'), found);
    collectModule((0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(values, 'root_module'), found);
}
function collectChange(change, found) {
    collect((0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(change, 'before'), (0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(change, 'before_sensitive'), found);
    collect((0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(change, 'after'), (0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(change, 'after_sensitive'), found);
}
function collectOutputs(outputs, found) {
    if (!(0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(outputs))
        return;
    for (const output of Object.values(outputs)) {
        collect((0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(output, 'value'), (0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(output, 'sensitive'), found);
    }
}
function collectModule(module, found) {
    for (const resource of (0,_json__WEBPACK_IMPORTED_MODULE_0__/* .listField */ .FZ)(module, 'resources')) {
        collect((0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(resource, 'values'), (0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(resource, 'sensitive_values'), found);
    }
    for (const child of (0,_json__WEBPACK_IMPORTED_MODULE_0__/* .listField */ .FZ)(module, 'child_modules'))
        collectModule(child, found);
}
function collectVariables(plan, found) {
    const declared = (0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)((0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)((0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(plan, 'configuration'), 'root_module'), 'variables');
    if (!(0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(declared))
        return;
    for (const [name, variable] of Object.entries(declared)) {
        const given = (0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)((0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)((0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(plan, 'variables'), name), 'value') ?? (0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(variable, 'default');
        collect(given, (0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(variable, 'sensitive'), found);
    }
}
/** The key of a sensitive map that is a name is no secret: `password`, `db_password`, `web-1`. */
const isName = (key) => /^[a-z]{1,20}(?:[_ .-][a-z]{1,20}){0,9}[_-]?\d{0,3}$/i.test(key);
/** @param mark true, or a mask with the structure of the value */
function collect(value, mark, found) {
    if (mark === undefined || mark === false || value === undefined || value === null)
        return;
    if ((0,_json__WEBPACK_IMPORTED_MODULE_0__/* .isList */ .Lv)(value)) {
        value.forEach((item, index) => {
            collect(item, mark === true || ((0,_json__WEBPACK_IMPORTED_MODULE_0__/* .isList */ .Lv)(mark) && mark[index]), found);
        });
    }
    else if ((0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(value)) {
        for (const [key, item] of Object.entries(value)) {
            if (mark === true && !isName(key))
                found.add(key);
            collect(item, mark === true || (0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(mark, key), found);
        }
    }
    else if (mark === true && (typeof value === 'string' || typeof value === 'number')) {
        found.add(String(value));
    }
}


/***/ }),

/***/ 27687:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ providerOf),
/* harmony export */   m: () => (/* binding */ providerSetting)
/* harmony export */ });
const PROVIDER = 'provider ';
/** Name of the setting with a provider's version. */
const providerSetting = (provider) => `${PROVIDER}${provider}`;
/** Returns the provider whose version a setting of this name has. */
const providerOf = (name) => name.startsWith(PROVIDER) ? name.slice(PROVIDER.length) : undefined;


/***/ }),

/***/ 18969:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Iz: () => (/* binding */ actionContent),
/* harmony export */   kQ: () => (/* binding */ resourceContent),
/* harmony export */   nE: () => (/* binding */ planContent),
/* harmony export */   rt: () => (/* binding */ outputContent),
/* harmony export */   w9: () => (/* binding */ settingContent)
/* harmony export */ });
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21789);
/* harmony import */ var _plan_json__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82877);
/* harmony import */ var _plan_masks__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(20194);
/* harmony import */ var _plan_plan__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30333);




/** Returns the content of every effective change, action, deferred change and setting. */
function planContent({ plan, settings }) {
    return [
        ...plan.resources.filter(_plan_plan__WEBPACK_IMPORTED_MODULE_0__/* .hasEffect */ .u1).map(resourceContent),
        ...plan.outputs.filter(({ kind }) => !(0,_plan_plan__WEBPACK_IMPORTED_MODULE_0__/* .isReadOnly */ .PI)(kind)).map(outputContent),
        ...numbered(plan.actionInvocations.map(actionContent)),
        ...numbered(plan.deferred.map(({ address, content }) => opaqueContent('deferred', `${address} (deferred)`, content))),
        ...settingContent(settings),
    ];
}
/** Returns the content of the run of a provider action. */
function actionContent({ address, triggeredBy, event, content }) {
    const trigger = triggeredBy === undefined ? '' : ` (${event ?? 'triggered'} of ${triggeredBy})`;
    return opaqueContent('action', `${address}${trigger}`, content);
}
/** Returns the content of settings. */
const settingContent = (settings) => numbered(settings.map(({ name, content }) => opaqueContent('setting', name, content)));
function opaqueContent(kind, name, text) {
    return {
        name,
        kind,
        attributes: [],
        content: joinContent({ name, kind }, [['', text]]),
        unknown: {},
        identity: '',
        created: undefined,
        removed: undefined,
    };
}
/** Names are keys. Terraform walks its graph in parallel, so the order has no meaning. */
function numbered(contents) {
    const counts = new Map();
    const sorted = [...contents].sort((a, b) => (a.content < b.content ? -1 : a.content > b.content ? 1 : 0));
    return sorted.map((content) => {
        const count = (counts.get(content.name) ?? 0) + 1;
        counts.set(content.name, count);
        return count === 1 ? content : { ...content, name: `${content.name} #${count}` };
    });
}
/** Returns the content of a resource change. */
function resourceContent(change) {
    const { address, previousAddress, deposed, mode, type, provider, kind, order, importId, after } = change;
    const attributes = changedAttributes(change);
    // Distinguishes a requested replacement from the next one.
    const replaced = kind === 'replace' ? arnAndId(change.before) : undefined;
    const head = { address, previousAddress, deposed, mode, type, provider, kind, order, importId, replaced };
    const name = deposed === undefined ? address : `${address} (deposed ${deposed})`;
    const unknown = partlyUnknown(change.afterUnknown);
    const identity = { address, mode, type, provider };
    const isCreated = kind === 'create' || kind === 'replace';
    const isRemoved = kind === 'delete' || kind === 'replace';
    return {
        name,
        kind,
        attributes,
        content: joinContent(head, attributes),
        unknown,
        identity: (0,_plan_json__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .dj)(identity),
        created: isCreated ? (0,_plan_json__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .dj)({ ...identity, after, unknown }) : undefined,
        removed: isRemoved ? (0,_plan_json__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .dj)({ ...identity, object: objectIdentity(change.before) }) : undefined,
    };
}
/** Returns the content of an output change. */
function outputContent(change) {
    const name = `output.${change.name}`;
    const { kind, afterUnknown } = change;
    const attributes = [['value', attributeContent(change, undefined)]];
    const content = joinContent({ name, kind }, attributes);
    return {
        name,
        kind,
        attributes,
        content,
        unknown: partlyUnknown({ value: afterUnknown }),
        identity: '',
        created: undefined,
        removed: undefined,
    };
}
function partlyUnknown(marks) {
    const entries = (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(marks) ? Object.entries(marks) : [];
    return Object.fromEntries(entries.filter(([, mark]) => (0,_plan_masks__WEBPACK_IMPORTED_MODULE_3__/* .hasMark */ .m)(mark)));
}
// Only changed attributes: AWS updates others continuously, such as `latest_restorable_time` every five minutes.
function changedAttributes(change) {
    if (change.kind === 'delete' || change.kind === 'forget')
        return objectIdentity(change.before);
    const { before, after, afterUnknown } = change;
    const names = new Set([before, after, afterUnknown].flatMap((value) => ((0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(value) ? Object.keys(value) : [])));
    return [...names].sort().flatMap((name) => {
        if (!(0,_plan_masks__WEBPACK_IMPORTED_MODULE_3__/* .hasMark */ .m)((0,_plan_json__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)(afterUnknown, name)) && (0,_plan_json__WEBPACK_IMPORTED_MODULE_1__/* .isEqualJson */ .fR)((0,_plan_json__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)(before, name), (0,_plan_json__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)(after, name)))
            return [];
        return [[name, attributeContent(change, name)]];
    });
}
function joinContent(head, attributes) {
    const lines = attributes.map(([name, content]) => `${JSON.stringify(name)}:${content}`);
    return [(0,_plan_json__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .dj)(head), ...lines].join('\n');
}
function objectIdentity(before) {
    const known = arnAndId(before);
    return known.length > 0 ? known : [['', (0,_plan_json__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .dj)(before)]];
}
const arnAndId = (before) => ['arn', 'id']
    .filter((name) => typeof (0,_plan_json__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)(before, name) === 'string')
    .map((name) => [name, (0,_plan_json__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .dj)((0,_plan_json__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)(before, name))]);
/** Returns the change of an attribute, or of the whole value without a name. */
function attributeContent({ before, after, afterUnknown }, name) {
    const of = (value) => (name === undefined ? value : (0,_plan_json__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)(value, name));
    const unknown = (0,_plan_masks__WEBPACK_IMPORTED_MODULE_3__/* .hasMark */ .m)(of(afterUnknown)) && of(afterUnknown);
    return (0,_plan_json__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .dj)(unknown === true ? { unknown } : { before: of(before), after: of(after), unknown });
}


/***/ }),

/***/ 85085:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ environmentSecrets)
/* harmony export */ });
/* harmony import */ var _text_secret_parts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71572);

/** Names of credentials: `TF_HTTP_PASSWORD`, `PG_CONN_STR`, `TF_TOKEN_app_terraform_io`, `AWS_SECRET_ACCESS_KEY`. */
const CREDENTIAL = /(?:SECRET|TOKEN|PASSWORD|PASSWD|PASSPHRASE|_PASS|API_?KEY|APP_?KEY|(?:ACCESS|ENCRYPTION|PRIVATE|SECRET|SIGNING|SSH)_KEY|CREDENTIALS?|CONN_STR|_AUTH|_PEM|_PEM_FILE)$|^TF_TOKEN_/i;
const PATH = /^(?:~?\/|\.{1,2}\/|[a-z]:\\)[^\n]*$|^[\w./-]+\.(?:json|pem|key|ya?ml)$/i;
/** Keys of OpenTofu's encryption in TF_ENCRYPTION. */
const ENCRYPTION_KEY = /\b(?:passphrase|key|token|secret\w*)["']?\s*[=:]\s*"((?:[^"\\]|\\.)+)"/g;
const AUTHORIZATION = /^\s*authorization:\s*(?:[a-z]+\s+)?(\S+)\s*$/i;
/** Returns the credentials in the environment of Terraform. Its providers and backends quote them in errors. */
function environmentSecrets(env) {
    return Object.entries(env).flatMap(([name, value]) => {
        if (name === 'TF_ENCRYPTION')
            return [...value.matchAll(ENCRYPTION_KEY)].map(([, key = '']) => key);
        // Git's header for modules in private repositories.
        if (/^GIT_CONFIG_VALUE_\d+$/.test(name)) {
            const [, credential] = AUTHORIZATION.exec(value) ?? [];
            if (credential !== undefined)
                return [credential];
        }
        const isSecret = CREDENTIAL.test(name) && !PATH.test(value);
        return [...(isSecret ? [value] : []), ...(0,_text_secret_parts__WEBPACK_IMPORTED_MODULE_0__/* .urlPasswords */ .s)(value).filter((one) => one !== '')];
    });
}


/***/ }),

/***/ 71572:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ secretParts),
/* harmony export */   s: () => (/* binding */ urlPasswords)
/* harmony export */ });
/* harmony import */ var _json__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21789);

/** Longer texts are documents, not secrets. */
const MAX_STRUCTURED_LENGTH = 64 * 1024;
const MAX_DEPTH = 20;
/** A URL in a JSON string in a line of an `.env` file in Base64. */
const MAX_NESTED_FORMATS = 4;
/**
 * Returns the values inside of a structured secret, at all depths: JSON, YAML, `.env`, INI and `key=value` texts,
 * connection strings, URLs, HTTP headers, and these in Base64. Keys and host names of URLs are no parts.
 */
function secretParts(secret) {
    const found = new Set();
    if (secret.length <= MAX_STRUCTURED_LENGTH)
        addParts(secret, found, MAX_NESTED_FORMATS);
    found.delete(secret);
    return [...found];
}
// `//` begins the rest of a URL after its scheme.
function addParts(text, found, formats) {
    if (formats === 0)
        return;
    for (const part of partsOf(text)) {
        const clean = part.trim();
        if (clean === text || clean === '' || isPublic(clean) || clean.startsWith('//'))
            continue;
        const isKnown = found.has(clean);
        found.add(clean);
        if (!isKnown)
            addParts(clean, found, formats - 1);
    }
}
/** A Region is in every ARN. */
const isPublic = (text) => /^[a-z]{2,3}(?:-[a-z]{2,10}){1,3}-\d$/.test(text);
function partsOf(text) {
    const json = /^\s*[{["]/.test(text) ? (0,_json__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .qF)(text) : undefined;
    if (json !== undefined)
        return leavesOf(json, 0);
    return [...urlPasswords(text), ...text.split(/\r?\n/).flatMap(lineParts), ...base64Parts(text)];
}
function leavesOf(value, depth) {
    if (typeof value === 'string' || typeof value === 'number')
        return [String(value)];
    if (depth > MAX_DEPTH)
        return [];
    if (Array.isArray(value))
        return value.flatMap((item) => leavesOf(item, depth + 1));
    return (0,_json__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value) ? Object.values(value).flatMap((item) => leavesOf(item, depth + 1)) : [];
}
const USER_INFORMATION = /\b[a-z][a-z\d+.-]{0,30}:\/\/([^\s/?#@"'<>]{1,4096})@/gi;
/** A user name that is as long as a token, as in `https://<token>@github.com`. */
const MIN_TOKEN_LENGTH = 20;
/** Returns password or token of URLs, as written and decoded. */
function urlPasswords(text) {
    return [...text.matchAll(USER_INFORMATION)].flatMap(([, information = '']) => {
        const at = information.indexOf(':');
        const [user, password] = at < 0 ? [information, ''] : [information.slice(0, at), information.slice(at + 1)];
        const isToken = at < 0 || user.length >= MIN_TOKEN_LENGTH;
        return [password, ...(isToken ? [user] : [])].flatMap((part) => [part, decoded(part)]);
    });
}
/** Pairs in one line: `Server=db;Password={a;b}`, `host=db password='a b'`, `?user=a&password=b`, `{a: b, c: d}`. */
const PAIR = /[\w.-]{1,40}\s?[:=]\s?("(?:[^"\\]|\\.){0,1000}"|'[^']{0,1000}'|\{[^}]{0,1000}\}|[^\s;,&"'{}]+)/g;
const SCHEME = /^(?:bearer|basic|token|digest) +(\S+)$/i;
function lineParts(line) {
    const pairs = [...line.matchAll(PAIR)].map(([, found = '']) => found);
    const scheme = SCHEME.exec(line)?.[1];
    return [...lineValue(line), ...pairs, ...(scheme === undefined ? [] : [scheme])].flatMap((part) => [
        unquoted(part),
        decoded(unquoted(part)),
    ]);
}
/** Returns the value of `key: value`, `export KEY=value` or `- item`, with and without a comment. */
function lineValue(line) {
    let item = line.trim();
    while (item.startsWith('- '))
        item = item.slice(2).trimStart();
    const key = /^["']?[^:=]{1,100}[:=]/.exec(item)?.[0] ?? '';
    if (key === '' && item === line.trim())
        return [];
    const value = item.slice(key.length).trim();
    return [...(item === line.trim() ? [] : [item, withoutComment(item)]), value, withoutComment(value)];
}
const withoutComment = (value) => (/^["']/.test(value) ? /^(?:"(?:[^"\\]|\\.)*"|'[^']*')/.exec(value)?.[0] : value.split(/\s#/, 1)[0]) ??
    value;
function unquoted(text) {
    const value = text.trim();
    const [first = '', last = ''] = [value[0], value.at(-1)];
    if (value.length < 2 || !['""', "''", '{}'].includes(first + last))
        return value;
    const inside = value.slice(1, -1);
    const json = first === '"' ? (0,_json__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .qF)(value) : undefined;
    return typeof json === 'string' ? json : inside;
}
/** Docker, Kubernetes and HTTP encode `user:password`. */
function base64Parts(text) {
    if (!/^[\w+/-]{8,}={0,2}$/.test(text))
        return [];
    const bytes = Buffer.from(text, 'base64');
    const plain = bytes.toString('utf8');
    // Otherwise the text is a random key.
    return /^[\t\r\n -~]{4,}$/.test(plain) ? [plain] : [];
}
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}


/***/ })

};
