export const id = 5731;
export const ids = [5731];
export const modules = {

/***/ 22214:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ replaceInstanceKeys),
/* harmony export */   c: () => (/* binding */ maskInstanceKeys)
/* harmony export */ });
const INSTANCE_KEY = /\["(?:[^"\\]|\\.)*"\]/g;
/** Replaces the string keys in resource addresses: `aws_subnet.main["a"]`. All other parts are names in the configuration. */
const replaceInstanceKeys = (text, replace) => text.replace(INSTANCE_KEY, replace);
/** Masks the string keys in resource addresses. */
const maskInstanceKeys = (text) => replaceInstanceKeys(text, () => '["***"]');


/***/ }),

/***/ 93146:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YK: () => (/* binding */ parseExpression),
/* harmony export */   f_: () => (/* binding */ isTooDeep),
/* harmony export */   wf: () => (/* binding */ leavesOf),
/* harmony export */   xE: () => (/* binding */ parseJsonSyntax),
/* harmony export */   z4: () => (/* binding */ parseHcl)
/* harmony export */ });
/* harmony import */ var _install_hcl__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(84799);
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21789);


/** No configuration is nested deeper. */
const MAX_DEPTH = 200;
const newBlock = (type, labels) => ({
    type,
    labels,
    attributes: new Map(),
    blocks: [],
});
/** Parses a file in HCL as one block, also where it has errors. */
function parseHcl(source) {
    const tokens = (0,_install_hcl__WEBPACK_IMPORTED_MODULE_0__/* .tokenize */ .q)(source);
    const open = [newBlock('', [])];
    for (let at = 0; at < tokens.length;) {
        const token = tokens[at];
        const block = open.at(-1);
        if (token === undefined || block === undefined)
            break;
        const next = tokens[at + 1];
        if (token.kind === 'close') {
            if (open.length > 1)
                open.pop();
            at += 1;
        }
        else if (token.kind !== 'word')
            at += 1;
        else if (next?.text === '=' && next.kind === 'other') {
            const end = endOfExpression(tokens, at + 2);
            block.attributes.set(token.text, attributeOf(source, tokens.slice(at + 2, end)));
            at = end;
        }
        else {
            const labels = labelsAt(tokens, at + 1);
            at += 1 + labels.length;
            if (tokens[at]?.text !== '{' || tokens[at]?.kind !== 'open')
                continue;
            const child = newBlock(token.text, labels);
            // Deeper blocks are read, but not as blocks of blocks.
            const parent = open[Math.min(open.length, MAX_DEPTH) - 1];
            parent?.blocks.push(child);
            open.push(child);
            at += 1;
        }
    }
    return open[0] ?? newBlock('', []);
}
/** A line break ends an expression outside of brackets. */
function endOfExpression(tokens, start) {
    let depth = 0;
    for (let at = start; at < tokens.length; at++) {
        const token = tokens[at];
        if (depth === 0 && at > start && token?.startsLine)
            return at;
        if (token?.kind === 'open')
            depth += 1;
        if (token?.kind === 'close')
            depth -= 1;
        if (depth < 0)
            return at;
    }
    return tokens.length;
}
function labelsAt(tokens, start) {
    const labels = [];
    for (const token of tokens.slice(start, start + MAX_LABELS)) {
        if (token.startsLine || (token.kind !== 'string' && token.kind !== 'word'))
            break;
        labels.push(token.text);
    }
    return labels;
}
const MAX_LABELS = 3;
/** Returns an expression's source and the strings and numbers in it. */
const parseExpression = (source) => attributeOf(source, (0,_install_hcl__WEBPACK_IMPORTED_MODULE_0__/* .tokenize */ .q)(source));
function attributeOf(source, tokens) {
    const start = tokens[0]?.start ?? 0;
    const end = tokens.at(-1)?.end ?? start;
    const literals = [];
    let number = '';
    for (const [at, token] of tokens.entries()) {
        if (token.kind === 'string' || token.kind === 'template')
            literals.push(token.text);
        const isAdjacent = tokens[at - 1]?.end === token.start;
        const isDigit = token.kind === 'other' && /[\d.]/.test(token.text);
        if (number !== '' && !(isDigit && isAdjacent)) {
            literals.push(number);
            number = '';
        }
        if (isDigit)
            number += token.text;
    }
    if (number !== '')
        literals.push(number);
    return { text: source.slice(start, end), literals };
}
/** Blocks with labels, and their number. */
const LABEL_COUNTS = new Map([
    ['resource', 2],
    ['data', 2],
    ['ephemeral', 2],
    ['variable', 1],
    ['provider', 1],
    ['backend', 1],
    ['module', 1],
    ['output', 1],
    ['provisioner', 1],
]);
/** Parses a file in the JSON syntax (https://developer.hashicorp.com/terraform/language/syntax/json). */
function parseJsonSyntax(source) {
    const value = isTooDeep(source) ? undefined : (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qF)(source);
    return jsonBlock('', [], (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(value) ? value : {});
}
function jsonBlock(type, labels, body) {
    const entries = Object.entries(body);
    return {
        type,
        labels,
        attributes: new Map(entries.map(([name, value]) => [name, jsonAttribute(value)])),
        // JSON does not tell blocks from objects.
        blocks: entries.flatMap(([name, value]) => jsonBlocks(name, value, [])),
    };
}
function jsonBlocks(type, value, labels) {
    const missing = (LABEL_COUNTS.get(type) ?? 0) - labels.length;
    const bodies = Array.isArray(value) ? value : [value];
    return bodies
        .filter(_text_json__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)
        .flatMap((body) => missing > 0
        ? Object.entries(body).flatMap(([label, inner]) => jsonBlocks(type, inner, [...labels, label]))
        : [jsonBlock(type, labels, body)]);
}
const jsonAttribute = (value) => ({
    text: typeof value === 'string' ? value : JSON.stringify(value),
    literals: leavesOf(value),
});
/** Returns the strings and numbers in a JSON value. */
function leavesOf(value) {
    if (typeof value === 'string' || typeof value === 'number')
        return [String(value)];
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : [];
}
function isTooDeep(source) {
    let depth = 0;
    for (const character of source) {
        if (character === '{' || character === '[')
            depth += 1;
        if (character === '}' || character === ']')
            depth -= 1;
        if (depth > MAX_DEPTH)
            return true;
    }
    return false;
}


/***/ }),

/***/ 15248:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ isOverrideFile),
/* harmony export */   l: () => (/* binding */ isConfigurationFile)
/* harmony export */ });
/** Whether a file is configuration; editors' backup files are not. */
const isConfigurationFile = (name) => /^[^.#].*\.(?:tf|tofu)(?:\.json)?$/.test(name);
/** Whether a file overrides others (https://developer.hashicorp.com/terraform/language/files/override). */
const isOverrideFile = (name) => /(?:^|_)override\.(?:tf|tofu)(?:\.json)?$/.test(name);


/***/ }),

/***/ 52052:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  qk: () => (/* binding */ mayQuoteUnknownSecret),
  TD: () => (/* binding */ readConfiguration),
  bH: () => (/* binding */ readModule)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/text/json.ts
var json = __webpack_require__(21789);
// EXTERNAL MODULE: ./src/terraform/configuration-block.ts
var configuration_block = __webpack_require__(93146);
// EXTERNAL MODULE: ./src/terraform/configuration-files.ts
var configuration_files = __webpack_require__(15248);
// EXTERNAL MODULE: ./src/terraform/install/hcl.ts
var hcl = __webpack_require__(84799);
;// CONCATENATED MODULE: ./src/terraform/sensitive-calls.ts


const CALL = /\bsensitive\s*\(/;
const FILE = /\bfile(?:base64)?\(\s*"((?:\$\{path\.(?:module|root)\})?[^"$\\]+)"\s*\)/g;
/** Without calls, references and indexes, whose words are no secrets. */
const IS_LITERAL = /^(?![^]*[\w)\]]\s*[([])(?![^]*\b(?:var|local|data|module|each|self)\.)/;
/** Finds calls of `sensitive()` in the source of an expression. */
function sensitiveCalls(source) {
    const found = CALL.test(source) ? callsIn(source, (0,hcl/* tokenize */.q)(source)) : [];
    return {
        literals: found.flatMap(({ literals }) => literals),
        variables: found.flatMap(({ variables }) => variables),
        files: found.flatMap(({ files }) => files),
    };
}
function callsIn(source, tokens) {
    return tokens.flatMap(({ kind, text, start, end }, at) => {
        // A string with an interpolation is one token.
        if (kind === 'template')
            return [sensitiveCalls(source.slice(start + 1, end - 1))];
        const bracket = tokens[at + 1];
        if (kind !== 'word' || text !== 'sensitive' || bracket?.text !== '(')
            return [];
        return [readArgument(source.slice(bracket.end, endOfCall(tokens, at + 2)).trim())];
    });
}
function readArgument(argument) {
    const [, variable] = /^var\.([\w-]+)$/.exec(argument) ?? [];
    return {
        literals: IS_LITERAL.test(argument) ? (0,configuration_block/* parseExpression */.YK)(argument).literals : [],
        variables: variable === undefined ? [] : [variable],
        files: [...argument.matchAll(FILE)].map(([, path = '']) => path.replace('${path.root}/', '')),
    };
}
/** Returns the position of the bracket that closes a call. */
function endOfCall(tokens, first) {
    let depth = 1;
    for (const { kind, start } of tokens.slice(first)) {
        if (kind === 'open')
            depth += 1;
        if (kind === 'close')
            depth -= 1;
        if (depth === 0)
            return start;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./src/terraform/configuration.ts






async function readModule(directory) {
    const names = (await (0,promises_.readdir)(directory).catch(() => [])).filter(configuration_files/* isConfigurationFile */.l).sort();
    const ordered = [...names.filter((name) => !(0,configuration_files/* isOverrideFile */.L)(name)), ...names.filter(configuration_files/* isOverrideFile */.L)];
    return Promise.all(ordered.map(async (name) => {
        const text = await (0,promises_.readFile)((0,external_node_path_.join)(directory, name), 'utf8').catch(() => '');
        return name.endsWith('.json') ? (0,configuration_block/* parseJsonSyntax */.xE)(text) : (0,configuration_block/* parseHcl */.z4)(text);
    }));
}
/**
 * Reads the root module and, after `init`, the modules that it calls.
 *
 * @param dataDirectory value of TF_DATA_DIR
 */
async function readConfiguration(directory, dataDirectory) {
    const index = (0,external_node_path_.resolve)(directory, dataDirectory || '.terraform', 'modules', 'modules.json');
    const modules = (0,json/* recordsIn */.Q0)((0,json/* parseObject */.lj)(await (0,promises_.readFile)(index, 'utf8').catch(() => ''))?.['Modules']);
    const called = modules.flatMap(({ Dir: path }) => (typeof path === 'string' && path !== '.' ? [path] : []));
    const root = await readModule(directory);
    const children = await Promise.all(called.map((path) => readModule((0,external_node_path_.resolve)(directory, path))));
    const found = new SecretSearch();
    for (const file of root)
        found.addFile(file, { module: 'root', path: directory });
    for (const [at, files] of children.entries())
        for (const file of files)
            found.addFile(file, { module: 'child', path: (0,external_node_path_.resolve)(directory, called[at] ?? '') });
    for (const path of found.files) {
        const text = await (0,promises_.readFile)((0,external_node_path_.resolve)(directory, path), 'utf8').catch(() => '');
        if (text.length <= MAX_SECRET_FILE_LENGTH)
            found.literals.add(text);
    }
    const variables = new Map();
    for (const block of root.flatMap(({ blocks }) => blocks).filter(({ type }) => type === 'variable')) {
        const [name = ''] = block.labels;
        variables.set(name, declaredVariable(block, variables.get(name), found.variables.has(name)));
    }
    return { variables, literals: [...found.literals], unknownSecrets: found.unknown };
}
const isOn = (attribute) => attribute !== undefined && !/^\W*false\W*$/.test(attribute.text.slice(0, MAX_FLAG_LENGTH));
const MAX_FLAG_LENGTH = 100;
/** Longer files are documents, not secrets. */
const MAX_SECRET_FILE_LENGTH = 64 * 1024;
/** @param before declaration that an override file changes */
function declaredVariable({ attributes }, before, isUsedAsSecret) {
    const isEphemeral = isOn(attributes.get('ephemeral')) || before?.isEphemeral === true;
    const type = attributes.get('type')?.text;
    const given = attributes.get('default');
    return {
        isEphemeral,
        isSecret: isEphemeral || isUsedAsSecret || isOn(attributes.get('sensitive')) || before?.isSecret === true,
        syntax: type === undefined ? (before?.syntax ?? 'text') : isPrimitive(type) ? 'text' : 'expression',
        defaults: [...(before?.defaults ?? []), ...(given === undefined ? [] : [given])],
    };
}
/** Also the quoted form of Terraform 0.11. */
const isPrimitive = (type) => /^["(\s]*(?:string|number|bool)[")\s]*$/.test(type.slice(0, MAX_FLAG_LENGTH));
/** Arguments of providers, backends and connections that are credentials. */
const CREDENTIAL = /secret|token|passw|passphrase|private_key|access_key|api_?key|app_key|client_key|(?:^|_)(?:auth|pem)$|authorization|credential|conn_str|external_id|bearer/i;
const WRITE_ONLY = /_wo$/;
/** `key_provider` is part of OpenTofu's encryption. */
const CREDENTIAL_BLOCKS = ['provider', 'backend', 'connection', 'key_provider'];
class SecretSearch {
    literals = new Set();
    variables = new Set();
    unknown = new Set();
    /** Paths of files whose content is a secret. */
    files = new Set();
    /** @param path of the module */
    addFile(file, { module, path }) {
        for (const block of file.blocks) {
            if (block.type === 'ephemeral')
                this.unknown.add('ephemeral');
            const [type = '', name = ''] = block.labels;
            const subject = block.type === 'resource' ? `${type}.${name}` : `${block.type}.${type}`;
            this.addBlock(block, { subject, module, path, isCredential: CREDENTIAL_BLOCKS.includes(block.type) });
        }
    }
    addBlock(block, where) {
        for (const [name, attribute] of block.attributes) {
            const { literals, variables, files } = sensitiveCalls(attribute.text);
            for (const literal of literals)
                this.literals.add(literal);
            for (const file of files)
                this.files.add(file.replace('${path.module}', where.path));
            if (where.module === 'root')
                for (const one of variables)
                    this.variables.add(one);
            const isSecret = WRITE_ONLY.test(name) || (where.isCredential && CREDENTIAL.test(name));
            if (isSecret || isEphemeralUse(attribute))
                this.addSecret(attribute, where);
        }
        for (const child of block.blocks) {
            const isCredential = where.isCredential || CREDENTIAL_BLOCKS.includes(child.type);
            this.addBlock(child, { ...where, isCredential });
        }
    }
    addSecret({ text, literals }, { subject, module }) {
        for (const literal of literals)
            this.literals.add(literal);
        if (module === 'root')
            for (const [, name = ''] of text.matchAll(/\bvar\.([\w-]+)/g))
                this.variables.add(name);
        if (module === 'root' && /^var\.[\w-]+$/.test(text.trim()))
            return;
        // A function, local value or module can make a text that no input has.
        if (/[\w-]\s*\(|\b(?:ephemeral|local|module|var|each|self)\b/.test(text))
            this.unknown.add(subject);
    }
}
const isEphemeralUse = ({ text }) => /\bephemeral\./.test(text);
/**
 * Whether the text of an error may contain a secret that is not known.
 *
 * @param address of a resource or provider; undefined for text of unknown origin
 */
function mayQuoteUnknownSecret({ unknownSecrets }, address) {
    if (unknownSecrets.size === 0)
        return false;
    if (address === undefined)
        return true;
    const [type = '', name = ''] = lastModulePart(address).split('.', 2);
    // The address has the provider's source; a module may call it by any name.
    if (type.startsWith('provider['))
        return [...unknownSecrets].some((one) => one.startsWith('provider.'));
    if (type === 'ephemeral')
        return true;
    return unknownSecrets.has(`${type}.${name.replace(/\[.*/s, '')}`);
}
/** Removes the modules in front of an address. */
function lastModulePart(address) {
    const at = address.lastIndexOf('module.');
    if (at < 0)
        return address;
    // An instance key may contain dots.
    return address.slice(at).replace(/^module\.[^.[]+(?:\["(?:[^"\\]|\\.)*"\]|\[\d+\])?\./, '');
}


/***/ }),

/***/ 77891:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ parseEvent)
/* harmony export */ });
/* harmony import */ var _plan_engine__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13497);
/* harmony import */ var _diagnostic__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10917);
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21789);



const APPLY_STEPS = new Map([
    ['apply_start', 'start'],
    ['apply_progress', 'progress'],
    ['apply_complete', 'complete'],
    ['apply_errored', 'errored'],
]);
const ACTION_STEPS = new Map([
    ['action_start', 'start'],
    ['action_progress', 'progress'],
    ['action_complete', 'complete'],
    ['action_errored', 'errored'],
]);
/** Parses a line of output, after applying `clean` to it. */
function parseEvent(line, clean = (value) => value) {
    const parsed = line.startsWith('{') ? (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .parseObject */ .lj)(line) : undefined;
    const fields = parsed && clean(parsed);
    // Lines of OpenTofu's `init` have no type.
    const type = (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(fields) ? ((0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(fields, 'type') ?? loggedType(fields)) : undefined;
    if (!(0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(fields) || type === undefined)
        return { kind: 'text', message: String(clean(line)) };
    const event = parseKind(type, fields);
    const message = (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(fields, '@message') ?? '';
    return { message: event.kind === 'diagnostic' ? (0,_diagnostic__WEBPACK_IMPORTED_MODULE_1__/* .formatDiagnostic */ .xy)(event.diagnostic) : message, ...event };
}
/** As in plan records. */
function versionOf(fields) {
    const tofu = (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(fields, 'tofu');
    return (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(fields, 'terraform') ?? (tofu === undefined ? '' : (0,_plan_engine__WEBPACK_IMPORTED_MODULE_0__/* .engineVersion */ .TR)(_plan_engine__WEBPACK_IMPORTED_MODULE_0__/* .OPENTOFU */ .lY, tofu));
}
const loggedType = (fields) => (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(fields, '@module') === 'tofu.ui' ? 'log' : undefined;
function parseKind(type, fields) {
    const step = APPLY_STEPS.get(type);
    if (step !== undefined)
        return parseApplyStep(step, (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .recordAt */ .zR)(fields, 'hook'));
    const actionStep = ACTION_STEPS.get(type);
    if (actionStep !== undefined)
        return parseActionStep(actionStep, (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .recordAt */ .zR)(fields, 'hook'));
    switch (type) {
        case 'version':
            return { kind: 'version', version: versionOf(fields) };
        case 'planned_change':
            return parsePlannedChange('planned-change', (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .recordAt */ .zR)(fields, 'change'));
        case 'resource_drift':
            return parsePlannedChange('drift', (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .recordAt */ .zR)(fields, 'change'));
        case 'change_summary':
            return parseSummary((0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .recordAt */ .zR)(fields, 'changes'));
        case 'diagnostic':
            return { kind: 'diagnostic', diagnostic: (0,_diagnostic__WEBPACK_IMPORTED_MODULE_1__/* .parseDiagnostic */ .Z5)((0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .recordAt */ .zR)(fields, 'diagnostic')) };
        case 'provision_progress':
            return parseProvisionerOutput((0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .recordAt */ .zR)(fields, 'hook'));
        case 'outputs':
            return { kind: 'outputs', names: Object.keys((0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .recordAt */ .zR)(fields, 'outputs')) };
        default:
            return { kind: 'other', type };
    }
}
const addressOf = (fields) => (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)((0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .recordAt */ .zR)(fields, 'resource'), 'addr') ?? '';
function parsePlannedChange(kind, change) {
    const action = (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(change, 'action') ?? '';
    return { kind, address: addressOf(change), action, reason: (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(change, 'reason') };
}
function parseApplyStep(step, hook) {
    const action = (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(hook, 'action') ?? '';
    const elapsedSeconds = (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .numberAt */ .tk)(hook, 'elapsed_seconds') ?? 0;
    return { kind: 'apply', step, address: addressOf(hook), action, elapsedSeconds };
}
function parseActionStep(step, hook) {
    const trigger = (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .recordAt */ .zR)(hook, 'lifecycle');
    return {
        kind: 'action',
        step,
        address: (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)((0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .recordAt */ .zR)(hook, 'action'), 'addr') ?? '',
        triggeredBy: (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)((0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .recordAt */ .zR)(trigger, 'resource'), 'addr'),
        event: (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(trigger, 'trigger_event'),
        error: (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(hook, 'error') ?? '',
    };
}
function parseProvisionerOutput(hook) {
    const output = (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(hook, 'output') ?? '';
    return {
        kind: 'provision',
        address: addressOf(hook),
        isSuppressed: /^\(output suppressed due to (?:sensitive|ephemeral)/.test(output),
    };
}
function parseSummary(changes) {
    const count = (key) => (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .numberAt */ .tk)(changes, key) ?? 0;
    return {
        kind: 'summary',
        operation: (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(changes, 'operation') ?? '',
        add: count('add'),
        change: count('change'),
        import: count('import'),
        remove: count('remove'),
    };
}


/***/ }),

/***/ 82002:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gQ: () => (/* binding */ followFile)
/* harmony export */ });
/* unused harmony exports MAX_LINE_LENGTH, LineSplitter */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46193);
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_string_decoder__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_2__);



const FILE_POLL_MS = 50;
const CHUNK_BYTES = 64 * 1024;
/** In UTF-16 code units; longer lines are truncated. */
const MAX_LINE_LENGTH = 1024 * 1024;
/** Splits a stream of bytes into lines. */
class LineSplitter {
    onLine;
    decoder = new node_string_decoder__WEBPACK_IMPORTED_MODULE_1__.StringDecoder('utf8');
    line = '';
    cut = 0;
    constructor(onLine) {
        this.onLine = onLine;
    }
    add(bytes) {
        const [first = '', ...others] = this.decoder.write(bytes).split('\n');
        this.extend(first);
        for (const piece of others) {
            this.emit();
            this.extend(piece);
        }
    }
    end() {
        this.extend(this.decoder.end());
        if (this.line !== '')
            this.emit();
    }
    extend(piece) {
        const room = MAX_LINE_LENGTH - this.line.length;
        this.line += piece.slice(0, room);
        this.cut += Math.max(0, piece.length - room);
    }
    emit() {
        const line = this.line.endsWith('\r') ? this.line.slice(0, -1) : this.line;
        const cut = this.cut;
        this.line = '';
        this.cut = 0;
        this.onLine(cut > 0 ? `${line}… (${cut} more characters)` : line);
    }
}
/** Reads the lines of a file that grows until `ended` is aborted. */
async function followFile(path, onLine, ended) {
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(path, 'r');
    try {
        const lines = new LineSplitter(onLine);
        const buffer = Buffer.alloc(CHUNK_BYTES);
        for (;;) {
            // Checked first, so that the last output is read.
            const isLast = ended.aborted;
            const { bytesRead } = await file.read(buffer, 0, CHUNK_BYTES);
            if (bytesRead > 0)
                lines.add(buffer.subarray(0, bytesRead));
            else if (isLast)
                break;
            else
                await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_2__.setTimeout)(FILE_POLL_MS, undefined, { signal: ended }).catch(() => undefined);
        }
        lines.end();
    }
    finally {
        await file.close();
    }
}


/***/ }),

/***/ 84799:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ tokenize)
/* harmony export */ });
/** Whitespace and comments. */
const SKIPPED = /\s+|#[^\n]*|\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)/y;
const WORD = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;
const HEREDOC = /<<(-?)([\p{ID_Start}_][\p{ID_Continue}-]*)[^\S\n]*\n/uy;
/** Splits HCL into tokens (https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#lexical-elements). */
function tokenize(text) {
    const tokens = [];
    let at = text.startsWith('\ufeff') ? 1 : 0;
    const match = (pattern) => {
        pattern.lastIndex = at;
        return pattern.exec(text);
    };
    let startsLine = true;
    while (at < text.length) {
        const [skipped] = match(SKIPPED) ?? [];
        if (skipped !== undefined) {
            at += skipped.length;
            startsLine ||= skipped.includes('\n');
            continue;
        }
        const scanned = tokenAt(text, at, match);
        tokens.push({ ...scanned, start: at, startsLine });
        startsLine = false;
        at = scanned.end;
    }
    return tokens;
}
function tokenAt(text, at, match) {
    const [word] = match(WORD) ?? [];
    if (word !== undefined)
        return { kind: 'word', text: word, end: at + word.length };
    const heredoc = match(HEREDOC);
    if (heredoc !== null)
        return heredocAt(text, at, heredoc);
    const character = text[at] ?? '';
    if (character === '"')
        return stringAt(text, at);
    const kind = '{[('.includes(character) ? 'open' : '}])'.includes(character) ? 'close' : 'other';
    return { kind, text: character, end: at + 1 };
}
/** Ends with the delimiter line. `<<-` removes the common indentation. */
function heredocAt(text, at, [opening = '', flag, delimiter = '']) {
    const start = at + opening.length;
    let end = start;
    const lines = [];
    while (end < text.length) {
        const next = text.indexOf('\n', end);
        const line = text.slice(end, next < 0 ? text.length : next);
        end += line.length;
        if (line.trim() === delimiter)
            break;
        lines.push(line);
        end += 1;
    }
    const indents = lines
        .filter((line) => line.trim() !== '')
        .map((line) => line.length - line.trimStart().length);
    const indent = flag === '-' ? indents.reduce((least, one) => Math.min(least, one), Infinity) : 0;
    const body = lines.map((line) => `${line.slice(Math.min(indent, line.length))}\n`).join('');
    return { kind: 'template', text: body.replace(/([$%])\1\{/g, '$1{'), end: Math.min(end, text.length) };
}
/** Deeper templates are read as one text. */
const MAX_DEPTH = 100;
function stringAt(text, start, depth = 0) {
    let at = start + 1;
    let isPlain = true;
    while (at < text.length && text[at] !== '"' && text[at] !== '\n') {
        if (text[at] === '\\')
            at += 2;
        else if (/^(?:\$\$|%%)\{/.test(text.slice(at, at + 3)))
            at += 3;
        else if (/^[$%]\{/.test(text.slice(at, at + 2))) {
            isPlain = false;
            at = depth < MAX_DEPTH ? endOfTemplate(text, at + 2, depth) : at + 2;
        }
        else
            at += 1;
    }
    const content = text.slice(start + 1, at);
    return { kind: isPlain ? 'string' : 'template', text: unescape(content), end: at + 1 };
}
/** Returns the position after an interpolation. */
function endOfTemplate(text, start, depth) {
    let at = start;
    for (let braces = 1; at < text.length && braces > 0;) {
        if (text[at] === '"') {
            at = stringAt(text, at, depth + 1).end;
            continue;
        }
        if (text[at] === '{')
            braces += 1;
        if (text[at] === '}')
            braces -= 1;
        at += 1;
    }
    return at;
}
const ESCAPES = { n: '\n', r: '\r', t: '\t' };
const ESCAPE = /\\u[\dA-Fa-f]{4}|\\U[\dA-Fa-f]{8}|\\.|\$\$\{|%%\{/gs;
const unescape = (content) => content.replace(ESCAPE, (escape) => {
    const [first = '', second = ''] = escape;
    if (first !== '\\')
        return `${first}{`;
    if (escape.length > 2)
        return fromCodePoint(parseInt(escape.slice(2), 16), escape);
    return ESCAPES[second] ?? second;
});
const fromCodePoint = (code, otherwise) => code <= 0x10ffff ? String.fromCodePoint(code) : otherwise;


/***/ }),

/***/ 5336:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D4: () => (/* binding */ writePidFile),
/* harmony export */   O2: () => (/* binding */ isReadOnlyCommand),
/* harmony export */   P2: () => (/* binding */ startTimeOf),
/* harmony export */   UL: () => (/* binding */ readPidFile),
/* harmony export */   W_: () => (/* binding */ isRunning),
/* harmony export */   gD: () => (/* binding */ waitForProcess),
/* harmony export */   ix: () => (/* binding */ killProcess),
/* harmony export */   j$: () => (/* binding */ interruptOnce),
/* harmony export */   qE: () => (/* binding */ removePidFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21789);


/** Writes the file atomically. Synchronous, because this process may be about to die. */
function writePidFile(path, record) {
    const draft = `${path}.new`;
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(draft, JSON.stringify(record), { mode: 0o600 });
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(draft, path);
}
/** Removes the file, or moves it to `endedFile`. */
function removePidFile(path, endedFile) {
    if (endedFile === undefined)
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(path, { force: true });
    else
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(path, endedFile);
}
/** Returns undefined if the file is missing or invalid. */
function readPidFile(path) {
    const fields = (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .parseObject */ .lj)(readText(path) ?? '');
    if (fields === undefined)
        return undefined;
    const { pid, startTime } = fields;
    const texts = ['command', 'directory', 'startedAt', 'stdoutFile', 'stderrFile'].map((key) => (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(fields, key));
    const [command, directory, startedAt, stdoutFile, stderrFile] = texts;
    // Others would address process groups.
    if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid <= 1)
        return undefined;
    if (!command || !directory || !startedAt || !stdoutFile || !stderrFile)
        return undefined;
    return {
        pid,
        startTime: typeof startTime === 'string' ? startTime : undefined,
        program: (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(fields, 'program') ?? 'terraform',
        command,
        directory,
        startedAt,
        stdoutFile,
        stderrFile,
        interrupted: fields['interrupted'] === true,
    };
}
/** The second field may contain spaces and parentheses (proc_pid_stat(5)). */
function readProcStat(pid) {
    const text = readText(`/proc/${pid}/stat`);
    if (text === undefined)
        return undefined;
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '', startTime: fields[19] ?? '' };
}
/** Returns a process's start time; undefined without /proc. */
function startTimeOf(pid) {
    return readProcStat(pid)?.startTime;
}
/** Whether the recorded process still runs. */
function isRunning({ pid, startTime }) {
    const stat = readProcStat(pid);
    if (stat !== undefined) {
        // A zombie has ended.
        const hasEnded = stat.state === 'Z' || stat.state === 'X';
        return !hasEnded && (startTime === undefined || stat.startTime === startTime);
    }
    if (startTime !== undefined)
        return false;
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (error) {
        return (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(error) && error['code'] === 'EPERM';
    }
}
/** Interrupts the recorded process once, and returns whether it did. */
function interruptOnce(path) {
    const record = readPidFile(path);
    if (record === undefined || record.interrupted || !isRunning(record))
        return false;
    // Recorded first: after a second interrupt Terraform exits without saving its state.
    writePidFile(path, { ...record, interrupted: true });
    process.kill(record.pid, 'SIGINT');
    return true;
}
/** Of `state`, only `pull` is interruptible. */
const READ_ONLY_COMMANDS = ['init', 'validate', 'plan', 'show', 'fmt', 'output', 'state'];
/** Whether a command may be killed. */
const isReadOnlyCommand = (command) => READ_ONLY_COMMANDS.includes(command);
/** Kills Terraform and its provider processes. */
function killProcess(record) {
    if (!isRunning(record))
        return;
    // Windows has no process groups.
    process.kill(process.platform === 'win32' ? record.pid : -record.pid, 'SIGKILL');
}
const PROCESS_POLL_MS = 250;
/** Returns whether the process ended within the limit. */
async function waitForProcess(record, { limitMs, sleep, now }) {
    const untilMs = now() + limitMs;
    while (isRunning(record)) {
        if (now() >= untilMs)
            return false;
        await sleep(PROCESS_POLL_MS);
    }
    return true;
}
function readText(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8');
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 88381:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y2: () => (/* binding */ runTerraform),
/* harmony export */   dQ: () => (/* binding */ TerraformNotStarted)
/* harmony export */ });
/* unused harmony exports TerraformCancelled, startTerraform */
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _plan_engine__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13497);
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(21789);
/* harmony import */ var _pid_file__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5336);
/* harmony import */ var _follow_file__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(82002);






/** Terraform could not be started. */
class TerraformNotStarted extends Error {
    name = 'TerraformNotStarted';
    reason = 'terraform-failed';
}
/** The run was cancelled before Terraform was started. */
class TerraformCancelled extends Error {
    name = 'TerraformCancelled';
    reason = 'cancelled';
}
/**
 * Runs Terraform to its end.
 *
 * @throws like `startTerraform`
 */
const runTerraform = async (args, options) => (await startTerraform(args, options)).ended;
/**
 * Starts Terraform in a process group that does not receive this process's signals.
 *
 * @throws TerraformCancelled, TerraformNotStarted
 */
async function startTerraform(args, options) {
    const { pidFile, interruption } = options;
    const [command = ''] = args;
    if (interruption?.aborted)
        throw new TerraformCancelled(`${(0,_plan_engine__WEBPACK_IMPORTED_MODULE_2__/* .engineOfProgram */ ._j)(options.program).command} ${command} was not started because the run was cancelled`);
    const child = spawnProcess(args, options);
    const exited = waitForExit(child);
    const pid = await waitForSpawn(child, options);
    const record = {
        pid,
        startTime: (0,_pid_file__WEBPACK_IMPORTED_MODULE_3__/* .startTimeOf */ .P2)(pid),
        program: options.program,
        command,
        directory: options.cwd,
        startedAt: new Date().toISOString(),
        stdoutFile: options.stdoutFile,
        stderrFile: options.stderrFile,
        interrupted: false,
    };
    (0,_pid_file__WEBPACK_IMPORTED_MODULE_3__/* .writePidFile */ .D4)(pidFile, record);
    const interrupt = () => {
        // The pid of an ended process may be reused.
        if (child.exitCode !== null || child.signalCode !== null)
            return;
        if ((0,_pid_file__WEBPACK_IMPORTED_MODULE_3__/* .interruptOnce */ .j$)(pidFile) && (0,_pid_file__WEBPACK_IMPORTED_MODULE_3__/* .isReadOnlyCommand */ .O2)(command))
            escalateSignals(child, record, exited);
    };
    interruption?.addEventListener('abort', interrupt);
    const ended = forwardOutput(exited, options).finally(() => {
        interruption?.removeEventListener('abort', interrupt);
        (0,_pid_file__WEBPACK_IMPORTED_MODULE_3__/* .removePidFile */ .qE)(pidFile, options.endedFile);
    });
    if (interruption?.aborted)
        interrupt();
    return { pid, ended, interrupt };
}
// The runner kills this process 10 s after the cancellation.
const SECOND_INTERRUPT_MS = 3_000;
const KILL_MS = 6_000;
/** Without an answer from the backend, a command would ignore the interrupt. */
function escalateSignals(child, record, exited) {
    const timers = [
        // After a second interrupt Terraform stops waiting, but tries to release its lock.
        setTimeout(() => child.kill('SIGINT'), SECOND_INTERRUPT_MS),
        setTimeout(() => {
            (0,_pid_file__WEBPACK_IMPORTED_MODULE_3__/* .killProcess */ .ix)(record);
        }, KILL_MS),
    ];
    void exited.then(() => {
        timers.forEach(clearTimeout);
    });
}
function spawnProcess(args, options) {
    const files = [options.stdoutFile, options.stderrFile].map((path) => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(path, 'a', 0o600));
    try {
        return (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(options.program, args, {
            cwd: options.cwd,
            env: options.env,
            stdio: ['ignore', ...files],
            // On Windows, interrupts do not reach a detached child.
            detached: process.platform !== 'win32',
        });
    }
    finally {
        for (const file of files)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(file);
    }
}
function waitForExit(child) {
    return new Promise((resolve) => {
        child.once('exit', (code, signal) => {
            resolve({ exitCode: code ?? undefined, signal: signal ?? undefined });
        });
    });
}
function waitForSpawn(child, { program, cwd }) {
    return new Promise((resolve, reject) => {
        child.once('spawn', () => {
            resolve(child.pid ?? 0);
        });
        child.once('error', (error) => {
            const reason = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(cwd)
                ? startFailureReason(error)
                : `the directory ${cwd} does not exist. Check the input working-directory`;
            reject(new TerraformNotStarted(`${program} could not be started: ${reason}`, { cause: error }));
        });
    });
}
function startFailureReason(error) {
    const code = (0,_text_json__WEBPACK_IMPORTED_MODULE_5__/* .isRecord */ .u4)(error) ? error['code'] : undefined;
    if (code === 'ENOENT')
        return 'the program does not exist. Install it in an earlier step';
    if (code === 'EACCES')
        return 'the file is not executable. Check its file mode';
    if (code === 'E2BIG')
        return 'its arguments and environment are too long. Move variables to a var-file';
    return String(error);
}
/** Waits for the end even if `onLine` throws. */
async function forwardOutput(exited, options) {
    const ended = new AbortController();
    const { stdoutFile, stderrFile, onLine, ignoredStreams = [] } = options;
    const streams = [
        ['stdout', stdoutFile],
        ['stderr', stderrFile],
    ];
    const followed = streams
        .filter(([stream]) => !ignoredStreams.includes(stream))
        .map(([stream, path]) => (0,_follow_file__WEBPACK_IMPORTED_MODULE_4__/* .followFile */ .gQ)(path, (line) => {
        onLine(line, stream);
    }, ended.signal));
    const forwarded = Promise.allSettled(followed);
    const exit = await exited;
    ended.abort();
    for (const result of await forwarded)
        if (result.status === 'rejected')
            throw result.reason;
    return exit;
}


/***/ }),

/***/ 5731:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  by: () => (/* binding */ Runner),
  hN: () => (/* binding */ appliedFilePath),
  tz: () => (/* binding */ pidFilePath)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./src/terraform/diagnostic.ts
var terraform_diagnostic = __webpack_require__(10917);
// EXTERNAL MODULE: ./src/terraform/error.ts + 1 modules
var error = __webpack_require__(15792);
// EXTERNAL MODULE: ./src/terraform/process.ts
var terraform_process = __webpack_require__(88381);
// EXTERNAL MODULE: ./src/terraform/configuration.ts + 1 modules
var configuration = __webpack_require__(52052);
// EXTERNAL MODULE: ./src/plan/instance-key.ts
var instance_key = __webpack_require__(22214);
// EXTERNAL MODULE: ./src/text/redact.ts
var redact = __webpack_require__(53326);
// EXTERNAL MODULE: ./src/terraform/events.ts
var events = __webpack_require__(77891);
;// CONCATENATED MODULE: ./src/terraform/output-collector.ts





const MAX_TEXT_LINES = 40;
/** `TF_LOG=trace` prints millions of lines. */
const MAX_DEFERRED_LINES = 20_000;
const SECRETS_UNKNOWN = '(withheld: the text may contain secrets, and the secret values could not be read)';
const UNKNOWN_SECRETS = '(withheld: the error may contain an ephemeral or write-only value, which this action cannot know; run the command locally to see it)';
const TEXT_WITHHELD = '(withheld: lines that are not JSON, because they may contain ephemeral or write-only values, which this action cannot know)';
const PROVISIONER_WITHHELD = "(withheld: the provisioner's configuration contains a sensitive value; run its command locally to see the output)";
/** Collects and emits the output of a command. */
class OutputCollector {
    listener;
    mode;
    configuration;
    diagnostics = [];
    text = [];
    deferred = [];
    dropped = 0;
    /** Addresses. */
    suppressed = new Set();
    /** Masked addresses. */
    masked = new Map();
    isTextWithheld = false;
    /** Terraform has read or changed a resource. */
    hasReadResources = false;
    /** @param configuration without it, no secret stays unknown */
    constructor(listener, mode, configuration = { unknownSecrets: new Set() }) {
        this.listener = listener;
        this.mode = mode;
        this.configuration = configuration;
    }
    addLine(line, stream) {
        const event = this.parse(line, stream);
        if (event.kind === 'provision' && event.isSuppressed)
            this.suppressed.add(event.address);
        this.hasReadResources ||= isAboutResource(event);
        if (!this.isDeferred(event)) {
            this.emit(event);
            return;
        }
        this.deferred.push([line, stream]);
        if (this.deferred.length < 2 * MAX_DEFERRED_LINES)
            return;
        this.deferred = this.deferred.slice(MAX_DEFERRED_LINES);
        this.dropped += MAX_DEFERRED_LINES;
    }
    isDeferred({ kind, message }) {
        if (this.mode === 'immediate')
            return false;
        if (MAY_CONTAIN_SECRETS.has(kind))
            return true;
        return this.mode === 'deferred-keys' && (0,instance_key/* maskInstanceKeys */.c)(message) !== message;
    }
    get hasDeferredLines() {
        return this.deferred.length > 0;
    }
    emitDeferred = () => {
        if (this.dropped > 0)
            this.emit({ kind: 'text', message: `(${this.dropped} earlier lines omitted)` });
        for (const [line, stream] of this.deferred.splice(0))
            this.emit(this.parse(line, stream));
    };
    /** Emits the deferred diagnostics without their details. */
    withholdDeferred = () => {
        for (const [line, stream] of this.deferred.splice(0)) {
            const event = this.parse(line, stream);
            if (event.kind === 'action')
                this.emit(withoutMessage(event));
            if (!MAY_CONTAIN_SECRETS.has(event.kind))
                this.emit({ ...event, message: (0,instance_key/* maskInstanceKeys */.c)(event.message) });
            if (event.kind !== 'diagnostic')
                continue;
            // Diagnostics without a location concern the backend or its lock.
            const { address, range } = event.diagnostic;
            const isBackendError = address === undefined && range === undefined;
            this.emit(isBackendError ? event : withheld(event.diagnostic, SECRETS_UNKNOWN));
        }
    };
    emit(event) {
        const emitted = this.withoutUnknownSecrets(event);
        if (emitted === undefined)
            return;
        if (emitted.kind === 'diagnostic' && !(0,terraform_diagnostic/* isIntroduction */.de)(emitted.diagnostic))
            this.diagnostics.push(emitted.diagnostic);
        if (emitted.kind === 'text') {
            this.text.push(emitted.message);
            if (this.text.length > MAX_TEXT_LINES)
                this.text.shift();
        }
        this.listener.onEvent(emitted);
    }
    /** Returns undefined for text after the first notice. */
    withoutUnknownSecrets(event) {
        if (event.kind === 'diagnostic') {
            const reason = this.withholdingReason(event.diagnostic);
            return reason === undefined ? event : withheld(event.diagnostic, reason);
        }
        if (event.kind === 'action')
            return (0,configuration/* mayQuoteUnknownSecret */.qk)(this.configuration, event.address) ? withoutMessage(event) : event;
        if (event.kind !== 'text' || !(0,configuration/* mayQuoteUnknownSecret */.qk)(this.configuration, undefined))
            return event;
        if (this.isTextWithheld)
            return undefined;
        this.isTextWithheld = true;
        return { kind: 'text', message: TEXT_WITHHELD };
    }
    withholdingReason({ summary, address }) {
        const isOfSuppressed = address === undefined ? this.suppressed.size > 0 : this.suppressed.has(address);
        if (isOfSuppressed && / provisioner error$/.test(summary))
            return PROVISIONER_WITHHELD;
        if (address === undefined)
            return undefined;
        return (0,configuration/* mayQuoteUnknownSecret */.qk)(this.configuration, address) ? UNKNOWN_SECRETS : undefined;
    }
    /** Numbers the masks, because a report has one entry for each address. */
    maskAddress(address) {
        const clean = this.listener.redact(address);
        if (clean === address)
            return address;
        const known = this.masked.get(address);
        if (known !== undefined)
            return known;
        const count = [...this.masked.values()].filter((one) => one.replace(/\*{3} \d+/, '***') === clean).length;
        const masked = count === 0 ? clean : clean.replace('***', `*** ${count + 1}`);
        this.masked.set(address, masked);
        return masked;
    }
    parse(line, stream) {
        const clean = (value) => (0,redact/* redactDeep */.KL)(value, (text, at) => at === 'addr' || at === 'address' ? this.maskAddress(text) : this.listener.redact(text));
        return (0,events/* parseEvent */.w)(stream === 'stderr' ? stripTerminalFrame(line) : line, clean);
    }
}
const MAY_CONTAIN_SECRETS = new Set([
    'diagnostic',
    'text',
    // Providers write the messages of actions.
    'action',
]);
const isAboutResource = (event) => event.kind === 'apply' ||
    event.kind === 'action' ||
    event.kind === 'planned-change' ||
    event.kind === 'drift' ||
    (event.kind === 'other' && /^(?:refresh|ephemeral_op)_/.test(event.type));
/** Summaries of Terraform itself; those of providers may quote values. */
const FIXED_SUMMARY = /^(?:[\w-]{1,40} provisioner error|Resource (?:pre|post)condition failed|Check block assertion failed|Invalid value for (?:input )?variable|Unsupported argument|Missing required argument)$/;
const withoutMessage = (event) => ({
    ...event,
    error: event.error === '' ? '' : UNKNOWN_SECRETS,
    message: `${event.address}: ${event.step}`,
});
function withheld(diagnostic, detail) {
    const { severity } = diagnostic;
    const summary = FIXED_SUMMARY.test(diagnostic.summary) ? diagnostic.summary : `Provider ${severity}`;
    const changed = { ...diagnostic, summary, detail };
    return { kind: 'diagnostic', diagnostic: changed, message: (0,terraform_diagnostic/* formatDiagnostic */.xy)(changed) };
}
/** Removes colors and box-drawing characters. */
const stripTerminalFrame = (line) => line.replace(/\u001b\[[\d;]*m/g, '').replace(/^[╷│╵] ?/, '');

;// CONCATENATED MODULE: ./src/terraform/runner.ts







const MAX_LOCK_ATTEMPTS = 5;
const LOCK_RACE_WAIT_MS = 250;
/** Path of the running command's record. */
const pidFilePath = (folder) => (0,external_node_path_.join)(folder, 'terraform.json');
/** Path of an ended apply's record. */
const appliedFilePath = (folder) => (0,external_node_path_.join)(folder, 'applied.json');
/** Runs Terraform commands in one directory. */
class Runner {
    directory;
    runtime;
    count = 0;
    constructor(directory, runtime) {
        this.directory = directory;
        this.runtime = runtime;
    }
    /**
     * Runs a command. `read` gets the standard output before its file is deleted.
     *
     * @throws TerraformFailed, TerraformCancelled, TerraformNotStarted
     */
    async run(command, read) {
        try {
            for (let tries = 1;; tries++) {
                const result = await this.attempt(command, read);
                // Without the lock, Terraform has changed nothing.
                if ((0,terraform_diagnostic/* isLockRaceResolved */.$y)(result.diagnostics) && tries < MAX_LOCK_ATTEMPTS) {
                    await this.waitForLock(tries);
                    continue;
                }
                if (isExpectedExit(command, result))
                    return result;
                throw this.failure(command, result);
            }
        }
        finally {
            await Promise.all((command.temporaryFiles ?? []).map((path) => (0,promises_.rm)(path, { force: true })));
        }
    }
    waitForLock(tries) {
        const { interruption } = this.runtime;
        return (0,external_node_timers_promises_.setTimeout)(LOCK_RACE_WAIT_MS * 2 ** (tries - 1), undefined, interruption && { signal: interruption }).catch(() => undefined);
    }
    async attempt(command, read) {
        const mode = command.readSecrets === undefined ? 'immediate' : command.hasNewKeys ? 'deferred-keys' : 'deferred';
        const output = new OutputCollector(this.runtime, mode, command.configuration);
        const options = this.processOptions(command, (line, stream) => {
            output.addLine(line, stream);
        });
        try {
            const exit = await (0,terraform_process/* runTerraform */.Y2)(command.args, options);
            const ended = { exit, mayHaveReadSecrets: output.hasReadResources || exit.signal !== undefined };
            if (output.hasDeferredLines)
                await command.readSecrets?.(ended).then(output.emitDeferred, output.withholdDeferred);
            const result = { exit, diagnostics: output.diagnostics, text: output.text };
            if (isExpectedExit(command, result))
                await read?.(options.stdoutFile);
            return result;
        }
        finally {
            // The files may contain secrets.
            const files = [options.stdoutFile, options.stderrFile].slice(options.endedFile === undefined ? 0 : 1);
            await Promise.all(files.map((path) => (0,promises_.rm)(path, { force: true })));
        }
    }
    failure({ args: [command = ''] }, result) {
        const interrupted = this.runtime.interruption?.aborted ?? false;
        const { engine } = this.runtime;
        return new error/* TerraformFailed */.sM({ command, directory: this.directory, interrupted, engine, ...result });
    }
    processOptions({ args, output, when }, onLine) {
        const { program, env, folder, interruption } = this.runtime;
        this.count += 1;
        const name = `${process.pid}-${this.count}-${(args[0] ?? '').replace(/\W/g, '')}`;
        return {
            program,
            env,
            cwd: this.directory,
            stdoutFile: (0,external_node_path_.join)(folder, `${name}.stdout`),
            stderrFile: (0,external_node_path_.join)(folder, `${name}.stderr`),
            pidFile: pidFilePath(folder),
            endedFile: args[0] === 'apply' ? appliedFilePath(folder) : undefined,
            onLine,
            ignoredStreams: output === 'document' ? ['stdout'] : [],
            interruption: when === 'always' ? undefined : interruption,
        };
    }
}
function isExpectedExit({ expectedExitCodes = [0] }, { exit }) {
    return expectedExitCodes === 'any' || expectedExitCodes.includes(exit.exitCode ?? -1);
}


/***/ }),

/***/ 53326:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KL: () => (/* binding */ redactDeep),
/* harmony export */   UY: () => (/* binding */ redactCredentials),
/* harmony export */   lY: () => (/* binding */ createRedactor),
/* harmony export */   se: () => (/* binding */ redactValues),
/* harmony export */   v5: () => (/* binding */ MASK)
/* harmony export */ });
/* harmony import */ var _json__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21789);
/* harmony import */ var _secret_forms__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88613);
/* harmony import */ var _secret_matcher__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67968);



/** Replaces a secret. */
const MASK = '***';
/** Shorter secrets are words such as `on`, and shorter numbers are ports. */
const MIN_WHOLE_LENGTH = 4;
const MIN_WHOLE_DIGITS = 6;
function createRedactor(secrets) {
    const whole = new Set(secrets.filter(({ length }) => length >= MIN_WHOLE_LENGTH));
    const matcher = new _secret_matcher__WEBPACK_IMPORTED_MODULE_0__/* .SecretMatcher */ .N(secrets.flatMap(_secret_forms__WEBPACK_IMPORTED_MODULE_1__/* .secretForms */ .e));
    const isSecret = (value) => {
        if (typeof value === 'string')
            return whole.has(value);
        return typeof value === 'number' && String(value).length >= MIN_WHOLE_DIGITS && whole.has(String(value));
    };
    return { redact: (text) => matcher.replace(text, MASK), isSecret };
}
/**
 * Masks secrets in all strings and keys of a JSON value.
 *
 * @param redact also gets the key of the object that has the string
 */
function redactDeep(value, redact, at) {
    if (typeof value === 'string')
        return redact(value, at);
    if (Array.isArray(value))
        return value.map((item) => redactDeep(item, redact));
    if (!(0,_json__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(value))
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [redact(key), redactDeep(item, redact, key)]));
}
/** Masks secrets in all strings, numbers and keys of a JSON value, short secrets too if they are a whole value. */
function redactValues(value, redactor) {
    if (redactor.isSecret(value))
        return MASK;
    if (typeof value === 'string')
        return redactor.redact(value);
    if (typeof value === 'number')
        return redactor.redact(String(value)) === String(value) ? value : MASK;
    if (Array.isArray(value))
        return value.map((item) => redactValues(item, redactor));
    if (!(0,_json__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(value))
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [redactor.redact(key), redactValues(item, redactor)]));
}
const CREDENTIALS = [
    // The user and password of a URL; the password may contain / and @.
    [/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s:"'<>/]*:[^\s"'<>]+@/gi, `$1${MASK}@`],
    [/\b((?:bearer|basic)\s+)[\w.~+/=-]{8,}/gi, `$1${MASK}`],
    [/\b(?:sk-lf-|pk-lf-|sk-|gh[opsu]_|xox[abp]-)[\w-]{8,}/g, MASK],
    [/\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g, MASK],
    [
        /((?:password|passwd|secret|token|api[_-]?key|salt|encryption[_-]?key)["']?\s*[:=]\s*["']?)[^\s"',;&}]{4,}/gi,
        `$1${MASK}`,
    ],
];
/** Masks what looks like a credential in the output of a program whose secrets are not known. */
const redactCredentials = (text) => CREDENTIALS.reduce((line, [pattern, replacement]) => line.replace(pattern, replacement), text);


/***/ }),

/***/ 88613:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ secretForms)
/* harmony export */ });
/* harmony import */ var _secret_matcher__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67968);

/**
 * Returns the forms in which programs print a secret: whole and by lines, in upper and lower case, quoted in JSON, HCL,
 * a shell, HTML and XML, percent-encoded, and in Base64.
 *
 * @returns texts of at least {@link MIN_SECRET_LENGTH} characters
 */
function secretForms(secret) {
    // Terraform quotes single lines of a PEM key.
    const lines = secret.split(/\r?\n/).map((line) => line.trim());
    const plain = [secret, secret.trim(), ...lines, ...lines.flatMap(wrappedParts)];
    const forms = plain
        .filter((form) => form.length >= _secret_matcher__WEBPACK_IMPORTED_MODULE_0__/* .MIN_SECRET_LENGTH */ .v)
        .flatMap((form) => [
        ...[form, form.toUpperCase(), form.toLowerCase()],
        // No quoting or encoding changes such a text.
        ...(/^[\w.-]+$/.test(form) ? [] : [...quotedForms(form), ...percentForms(form)]),
        ...[Buffer.from(form), Buffer.from(form, 'utf16le')].flatMap(base64Forms),
    ]);
    return [...new Set(forms)].filter((form) => form.length >= _secret_matcher__WEBPACK_IMPORTED_MODULE_0__/* .MIN_SECRET_LENGTH */ .v);
}
/** Longer texts are no pass phrases. */
const MAX_WRAPPED_LENGTH = 200;
/** Returns the two parts of a pass phrase that a program wraps between two words, except for single words. */
function wrappedParts(line) {
    const words = line.length <= MAX_WRAPPED_LENGTH ? line.split(' ') : [];
    const parts = words.flatMap((_, at) => [words.slice(0, at), words.slice(at)]);
    return parts.filter(({ length }) => length > 1 && length < words.length).map((part) => part.join(' '));
}
// Also JSON inside JSON.
function quotedForms(text) {
    const once = JSON.stringify(text).slice(1, -1);
    // Go's encoder escapes `<`, `>` and `&`, and Python's all other than ASCII.
    const go = once.replaceAll('<', '\\u003c').replaceAll('>', '\\u003e').replaceAll('&', '\\u0026');
    const ascii = once.replace(/[\u0080-\uffff]/g, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`);
    const json = [once, go, ascii];
    const hcl = once.replace(/([$%])\{/g, '$1$1{');
    const html = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    return [
        ...json.flatMap((form) => [form, JSON.stringify(form).slice(1, -1)]),
        hcl,
        text.replaceAll("'", "'\\''"),
        text.replaceAll("'", "''"),
        text.replaceAll('"', '""'),
        html,
        html.replaceAll('"', '&quot;').replaceAll("'", '&#39;'),
        // Go's html/template and encoding/xml.
        html.replaceAll('"', '&#34;').replaceAll("'", '&#39;'),
        html.replaceAll('"', '&quot;').replaceAll("'", '&apos;'),
    ];
}
/** Characters that encoders do not encode, except for letters and digits. */
const UNENCODED = [
    // JavaScript's encodeURIComponent.
    "-_.!~*'()",
    // RFC 3986, Go's QueryEscape.
    '-_.~',
    // Python's quote.
    '-_.~/',
    // Go's PathEscape and user information of a URL.
    '-_.~$&+=:@',
    '-_.~$&+,;=',
];
function percentForms(text) {
    // A lone surrogate has no UTF-8 form.
    const characters = Buffer.from(text).toString().match(/./gsu) ?? [];
    return UNENCODED.flatMap((unencoded) => {
        const form = characters
            .map((one) => (/[a-z\d]/i.test(one) || unencoded.includes(one) ? one : percentEncode(one)))
            .join('');
        const lower = form.replace(/%[\dA-F]{2}/g, (code) => code.toLowerCase());
        return [form, form.replaceAll('%20', '+'), lower];
    });
}
const percentEncode = (text) => [...Buffer.from(text)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
// One form for each offset in a group of three bytes, as in `user:password`.
function base64Forms(bytes) {
    return [0, 1, 2].flatMap((offset) => {
        const encoded = Buffer.concat([Buffer.alloc(offset), bytes])
            .toString('base64')
            .replace(/=+$/, '');
        // Omits characters that share bits with neighboring text.
        const start = offset === 0 ? 0 : offset + 1;
        const end = (offset + bytes.length) % 3 === 0 ? encoded.length : encoded.length - 1;
        const form = encoded.slice(start, end);
        return [form, form.replaceAll('+', '-').replaceAll('/', '_')];
    });
}


/***/ }),

/***/ 67968:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ SecretMatcher),
/* harmony export */   v: () => (/* binding */ MIN_SECRET_LENGTH)
/* harmony export */ });
/** Shorter values match too much other text: `true`, `eu-west`, a port. */
const MIN_SECRET_LENGTH = 8;
const PROBE_CHARACTERS = 4;
const PROBE_SLOTS = 1 << 16;
/** Whitespace, escaped line breaks and the frames in which Terraform and editors put lines. */
const BREAK = /\s+|\\[nrt]|[│|>]\s/g;
const LINE_BREAK = /[\r\n]|\\[nr]/;
/**
 * Replaces thousands of secrets in a text, also those that are wrapped or indented. A regular expression, which tries
 * each secret at each character, would take seconds.
 */
class SecretMatcher {
    forms;
    whole;
    unbroken;
    /** @param forms texts to replace; those shorter than {@link MIN_SECRET_LENGTH} are ignored */
    constructor(forms) {
        this.forms = forms;
        this.whole = new FormIndex(forms);
    }
    replace(text, mask) {
        if (this.forms.length === 0)
            return text;
        const ranges = this.whole.find(text);
        if (LINE_BREAK.test(text))
            ranges.push(...this.findBroken(text));
        return ranges.length === 0 ? text : replaceRanges(text, ranges, mask);
    }
    /** Compares without breaks. */
    findBroken(text) {
        this.unbroken ??= new FormIndex(this.forms.map(removeBreaks));
        const pieces = [];
        /** Start of each piece, without and with breaks. */
        const starts = [];
        let length = 0;
        let at = 0;
        const add = (end) => {
            if (end === at)
                return;
            starts.push([length, at]);
            pieces.push(text.slice(at, end));
            length += end - at;
        };
        for (const { index, 0: found } of text.matchAll(BREAK)) {
            add(index);
            at = index + found.length;
        }
        add(text.length);
        const ranges = this.unbroken.find(pieces.join(''));
        let piece = 0;
        const originOf = (position) => {
            while ((starts[piece + 1]?.[0] ?? Infinity) <= position)
                piece += 1;
            const [unbroken = 0, original = 0] = starts[piece] ?? [];
            return original + position - unbroken;
        };
        // Ranges are in order, but may overlap.
        return mergeRanges(ranges).map(([start, end]) => [originOf(start), originOf(end - 1) + 1]);
    }
}
/** Without its spaces, a short secret can be a word: `pass word`. */
function removeBreaks(form) {
    const unbroken = form.replace(BREAK, '');
    return unbroken === form || unbroken.length >= 2 * MIN_SECRET_LENGTH ? unbroken : form;
}
/** Forms by their first characters. */
class FormIndex {
    /** Longest first. */
    byHead = new Map();
    /** Hashes of the first characters of all forms. */
    probe = new Uint8Array(PROBE_SLOTS);
    constructor(forms) {
        const usable = [...new Set(forms)].filter(({ length }) => length >= MIN_SECRET_LENGTH);
        for (const form of usable.sort((a, b) => b.length - a.length)) {
            const head = form.slice(0, MIN_SECRET_LENGTH);
            const known = this.byHead.get(head);
            if (known === undefined)
                this.byHead.set(head, [form]);
            else
                known.push(form);
            this.probe[hashProbe(form, 0)] = 1;
        }
    }
    /** Returns where a form begins, in order. */
    find(text) {
        const found = [];
        for (let at = 0; at <= text.length - MIN_SECRET_LENGTH; at++) {
            const form = this.probe[hashProbe(text, at)] === 1 ? this.findAt(text, at) : undefined;
            if (form !== undefined)
                found.push([at, at + form.length]);
        }
        return found;
    }
    findAt(text, at) {
        return this.byHead.get(text.slice(at, at + MIN_SECRET_LENGTH))?.find((form) => text.startsWith(form, at));
    }
}
function replaceRanges(text, ranges, mask) {
    const pieces = [];
    let copied = 0;
    for (const [start, end] of mergeRanges(ranges)) {
        pieces.push(text.slice(copied, start), mask);
        copied = end;
    }
    return pieces.join('') + text.slice(copied);
}
/** A secret that begins inside of another one extends its range. */
function mergeRanges(ranges) {
    const merged = [];
    for (const [start, end] of [...ranges].sort(([a], [b]) => a - b)) {
        const last = merged.at(-1);
        if (last !== undefined && start < last[1])
            merged[merged.length - 1] = [last[0], Math.max(last[1], end)];
        else
            merged.push([start, end]);
    }
    return merged;
}
function hashProbe(text, at) {
    let slot = 0;
    for (let index = at; index < at + PROBE_CHARACTERS; index++)
        slot = (slot * 31 + text.charCodeAt(index)) % PROBE_SLOTS;
    return slot;
}


/***/ })

};
