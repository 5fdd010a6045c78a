export const id = 361;
export const ids = [361];
export const modules = {

/***/ 7090:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ih: () => (/* binding */ annotationsOf),
  rh: () => (/* binding */ commentOnPullRequest),
  wo: () => (/* binding */ countOutputs),
  o: () => (/* binding */ diagnosticsOf),
  Z_: () => (/* binding */ openPullRequestApi),
  Gy: () => (/* binding */ postComment),
  EN: () => (/* binding */ renderFor)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/github/comment.ts
var github_comment = __webpack_require__(7318);
// EXTERNAL MODULE: ./src/github/octokit.ts
var octokit = __webpack_require__(6702);
// EXTERNAL MODULE: ./src/terraform/error.ts
var terraform_error = __webpack_require__(4790);
// EXTERNAL MODULE: ./src/plan/plan.ts
var plan = __webpack_require__(8720);
// EXTERNAL MODULE: ./src/plan/attribute-path.ts
var attribute_path = __webpack_require__(5163);
// EXTERNAL MODULE: ./src/text/json.ts
var json = __webpack_require__(1789);
// EXTERNAL MODULE: ./src/plan/masks.ts
var masks = __webpack_require__(194);
// EXTERNAL MODULE: ./src/plan/json.ts
var plan_json = __webpack_require__(2877);
// EXTERNAL MODULE: ./src/report/diff/line.ts
var line = __webpack_require__(7764);
// EXTERNAL MODULE: ./src/text/redact.ts
var redact = __webpack_require__(3326);
;// CONCATENATED MODULE: ./src/text/secret-matcher.ts
/** All forms are at least as long, so that these many characters of a text tell whether one may begin there. */
const SHORTEST_FORM = 8;
const PROBE_CHARACTERS = 4;
const PROBE_SLOTS = 1 << 16;
/**
 * Finds many texts in many others. One regular expression of thousands of alternatives tries them all at every
 * character, which takes seconds for a plan with a secret in each of its resources.
 */
class SecretSearch {
    /** By their first characters, the longest first. */
    forms = new Map();
    /** Marks the slots of characters with which a form begins. */
    probe = new Uint8Array(PROBE_SLOTS);
    /** @param forms those that are shorter than {@link SHORTEST_FORM} are left out */
    constructor(forms) {
        const usable = [...new Set(forms)].filter(({ length }) => length >= SHORTEST_FORM);
        // Longest first, else a secret within another would leave the rest of the longer one.
        for (const form of usable.sort((a, b) => b.length - a.length)) {
            const head = form.slice(0, SHORTEST_FORM);
            const known = this.forms.get(head);
            if (known === undefined)
                this.forms.set(head, [form]);
            else
                known.push(form);
            this.probe[slotOf(form, 0)] = 1;
        }
    }
    replace(text, mask) {
        if (this.forms.size === 0)
            return text;
        const pieces = [];
        let copied = 0;
        for (let at = 0; at <= text.length - SHORTEST_FORM; at++) {
            const found = this.probe[slotOf(text, at)] === 1 ? this.formAt(text, at) : undefined;
            if (found === undefined)
                continue;
            pieces.push(text.slice(copied, at), mask);
            copied = at + found.length;
            at = copied - 1;
        }
        return copied === 0 ? text : pieces.join('') + text.slice(copied);
    }
    formAt(text, at) {
        return this.forms.get(text.slice(at, at + SHORTEST_FORM))?.find((form) => text.startsWith(form, at));
    }
}
function slotOf(text, at) {
    let slot = 0;
    for (let index = at; index < at + PROBE_CHARACTERS; index++)
        slot = (slot * 31 + text.charCodeAt(index)) % PROBE_SLOTS;
    return slot;
}

;// CONCATENATED MODULE: ./src/report/diff/sensitive-mask.ts





class EveryElement {
    mask;
    constructor(mask) {
        this.mask = mask;
    }
}
/** Marks of `before_sensitive` and `after_sensitive` together: what one side hides, the other must not show. */
function unite(before, after) {
    if (before === true || after === true)
        return true;
    if ((0,plan_json/* sameJson */.Vk)(before, after))
        return before;
    if ((0,json/* isRecord */.u4)(before) && (0,json/* isRecord */.u4)(after)) {
        const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
        return Object.fromEntries([...keys].map((key) => [key, unite((0,plan_json/* field */.ZZ)(before, key), (0,plan_json/* field */.ZZ)(after, key))]));
    }
    // A list on one side and a map on the other have no place in common.
    if (((0,json/* isRecord */.u4)(before) && (0,plan_json/* isList */.Lv)(after)) || ((0,plan_json/* isList */.Lv)(before) && (0,json/* isRecord */.u4)(after))) {
        return (0,masks/* marksAny */.H)(before) || (0,masks/* marksAny */.H)(after);
    }
    // Elements may have other places on the two sides, so a mark on one is a mark on all.
    const elements = [before, after].flatMap((side) => ((0,plan_json/* isList */.Lv)(side) ? side : []));
    if (elements.length > 0)
        return new EveryElement(elements.reduce(unite, false));
    return (0,json/* isRecord */.u4)(before) ? before : after;
}
function maskAt(mask, key) {
    if (mask === true)
        return true;
    if (mask instanceof EveryElement)
        return mask.mask;
    if (typeof key === 'number')
        return (0,plan_json/* isList */.Lv)(mask) ? mask[key] : false;
    return (0,plan_json/* field */.ZZ)(mask, key);
}
const MASK = '***';
/** Shorter ones are words like `on`, which would hide half of the plan. */
const SHORTEST_WHOLE_SECRET = 4;
function redactorOf(secrets) {
    const whole = new Set(secrets.filter(({ length }) => length >= SHORTEST_WHOLE_SECRET));
    const search = new SecretSearch(secrets.flatMap(redact/* secretForms */.eo));
    return { redact: (text) => search.replace(text, MASK), isSecret: (text) => whole.has(text) };
}

// EXTERNAL MODULE: ./src/text/sanitize.ts
var sanitize = __webpack_require__(4212);
;// CONCATENATED MODULE: ./src/report/diff/display-value.ts




const ABSENT = { kind: 'absent' };
/** JSON in a string can be nested as deep as its author likes; a stack cannot. */
const DEEPEST = 24;
class Display {
    redactor;
    redact;
    constructor(redactor) {
        this.redactor = redactor;
        this.redact = redactor.redact;
    }
    show(marked, place = { depth: 0, inJson: false }) {
        const { value, unknown, mask } = marked;
        if (mask === true)
            return value === null && unknown !== true ? ABSENT : { kind: 'sensitive', raw: value };
        if (unknown === true)
            return { kind: 'unknown' };
        if (place.depth > DEEPEST)
            return { kind: 'scalar', text: '(nested too deep to show)', raw: value };
        const inner = { ...place, depth: place.depth + 1 };
        if ((0,plan_json/* isList */.Lv)(value))
            return this.list(value, marked, inner);
        if ((0,json/* isRecord */.u4)(value))
            return this.object(value, marked, inner);
        return this.leaf(value, inner);
    }
    /** The text of a key or another name, without secrets. */
    name(text) {
        const clean = this.redact(text);
        return /^[a-z_][\w.:/-]*$/i.test(clean) ? clean : (0,sanitize/* escapeInvisible */.ts)(JSON.stringify(clean));
    }
    list(list, { unknown, mask }, inner) {
        const items = list.map((value, index) => this.show({ value, unknown: maskAt(unknown, index), mask: maskAt(mask, index) }, inner));
        return { kind: 'list', items, isJson: false };
    }
    object(fields, { unknown, mask }, inner) {
        // What is not known yet has no key among the values.
        const keys = new Set([...Object.keys(fields), ...((0,json/* isRecord */.u4)(unknown) ? Object.keys(unknown) : [])]);
        const entries = [...keys].sort().map((key) => {
            const value = (0,plan_json/* field */.ZZ)(fields, key) ?? null;
            return [key, this.show({ value, unknown: maskAt(unknown, key), mask: maskAt(mask, key) }, inner)];
        });
        return { kind: 'object', entries: new Map(entries), isJson: false };
    }
    leaf(value, inner) {
        if (typeof value === 'string')
            return this.text(value, inner);
        if ((value === null || value === undefined) && !inner.inJson)
            return ABSENT;
        return { kind: 'scalar', text: this.redact((0,plan_json/* canonicalJson */.dj)(value)), raw: value };
    }
    text(value, inner) {
        if (this.redactor.isSecret(value))
            return { kind: 'sensitive', raw: value };
        const json = parseContainer(value);
        if (json !== undefined) {
            const shown = this.show({ value: json, unknown: false, mask: false }, { ...inner, inJson: true });
            return shown.kind === 'object' || shown.kind === 'list' ? { ...shown, isJson: true } : shown;
        }
        const clean = this.redact(value).replace(/\r\n/g, '\n');
        if (!clean.includes('\n'))
            return { kind: 'scalar', text: (0,sanitize/* escapeInvisible */.ts)(JSON.stringify(clean)), raw: value };
        // A heredoc ends its last line as well.
        return { kind: 'lines', lines: (0,sanitize/* escapeInvisible */.ts)(clean.replace(/\n$/, '')).split('\n'), raw: value };
    }
}
/** An object or a list in JSON, as policies and container definitions are; undefined for other text. */
function parseContainer(text) {
    if (!/^\s*[[{]/.test(text))
        return undefined;
    try {
        const value = (0,plan_json/* parseJson */.qF)(text);
        return ((0,plan_json/* isList */.Lv)(value) ? value.length : Object.keys((0,json/* isRecord */.u4)(value) ? value : {}).length) > 0
            ? value
            : undefined;
    }
    catch {
        return undefined;
    }
}
function equalsDisplay(a, b) {
    // Providers take null for an empty list, and the other way around, as they please.
    if (isEmpty(a) && isEmpty(b))
        return true;
    if (a.kind === 'unknown' || b.kind === 'unknown')
        return false;
    if ('raw' in a && 'raw' in b)
        return (0,plan_json/* sameJson */.Vk)(a.raw, b.raw);
    if (a.kind === 'list' && b.kind === 'list') {
        return (a.items.length === b.items.length &&
            a.items.every((item, index) => equalsDisplay(item, b.items[index] ?? ABSENT)));
    }
    if (a.kind !== 'object' || b.kind !== 'object')
        return false;
    const keys = new Set([...a.entries.keys(), ...b.entries.keys()]);
    return [...keys].every((key) => equalsDisplay(a.entries.get(key) ?? ABSENT, b.entries.get(key) ?? ABSENT));
}
/** Nothing to see: null, an empty list or an empty map. */
const isEmpty = (shown) => shown.kind === 'absent' ||
    (shown.kind === 'list' && shown.items.length === 0) ||
    (shown.kind === 'object' && [...shown.entries.values()].every(isEmpty));

;// CONCATENATED MODULE: ./src/report/diff/match-items.ts

/** Attributes that name an element, in policies, container definitions and the provider's blocks. */
const IDENTITIES = ['name', 'Name', 'Sid', 'sid', 'id', 'Id', 'ID', 'key', 'rule_id', 'containerPath'];
/** Share of attributes in common from which two elements without a name are taken for one. */
const ALIKE = 0.5;
/** Every one is compared with every other. */
const MOST_COMPARED = 2_500;
/** Takes a removed and an added element for one that changed, when they share a name or most of what they are. */
function matchItems(steps) {
    const pairings = [];
    for (let index = 0; index < steps.length;) {
        const isKept = steps[index]?.kind === 'keep';
        const length = steps.slice(index).findIndex(({ kind }) => (kind === 'keep') !== isKept);
        const run = steps.slice(index, length < 0 ? steps.length : index + length);
        if (isKept)
            pairings.push({ kind: 'kept', items: run.flatMap((step) => ('after' in step ? [step.after] : [])) });
        else
            pairings.push(...pairRun(run, run.length === steps.length));
        index += run.length;
    }
    return pairings;
}
function pairRun(run, isWholeList) {
    const removed = run.flatMap((step) => (step.kind === 'remove' ? [step.before] : []));
    const added = run.flatMap((step) => (step.kind === 'add' ? [step.after] : []));
    // A list of one is how providers write a block that there can only be one of.
    const isSingleBlock = isWholeList && removed.length === 1 && added.length === 1;
    const matches = removed.length * added.length > MOST_COMPARED ? [] : matchesOf(removed, added, isSingleBlock ? 0 : ALIKE);
    const partners = new Map();
    const taken = new Set();
    for (const { changed } of matches.toSorted((a, b) => b.likeness - a.likeness)) {
        if (taken.has(changed.before) || partners.has(changed.after))
            continue;
        taken.add(changed.before);
        partners.set(changed.after, changed);
    }
    return [
        ...removed.filter((one) => !taken.has(one)).map((before) => ({ kind: 'removed', before })),
        ...added.map((after) => partners.get(after) ?? { kind: 'added', after }),
    ];
}
function matchesOf(removed, added, least) {
    return added.flatMap((after) => removed.flatMap((before) => {
        if (before.kind !== 'object' || after.kind !== 'object')
            return [];
        const identity = IDENTITIES.find((name) => isName(before.entries.get(name)) && isName(after.entries.get(name)));
        const isNamesake = identity !== undefined && sameAt(identity, before.entries, after.entries);
        // Elements with two names are two things, however much they have in common.
        if (identity !== undefined && !isNamesake && least > 0)
            return [];
        const likeness = isNamesake ? 1 : similarity(before.entries, after.entries);
        const changed = { kind: 'changed', before, after, identity: isNamesake ? identity : undefined };
        return likeness >= least ? [{ changed, likeness }] : [];
    }));
}
const isName = (shown) => shown?.kind === 'scalar' && shown.raw !== '';
const sameAt = (name, a, b) => equalsDisplay(a.get(name) ?? ABSENT, b.get(name) ?? ABSENT);
/** The share of entries that are the same in both, of those that say something. */
function similarity(a, b) {
    const names = [...new Set([...a.keys(), ...b.keys()])].filter((name) => {
        return !isEmpty(a.get(name) ?? ABSENT) || !isEmpty(b.get(name) ?? ABSENT);
    });
    return names.length === 0 ? 0 : names.filter((name) => sameAt(name, a, b)).length / names.length;
}

;// CONCATENATED MODULE: ./src/report/diff/lcs.ts
/** Cells of the table of common subsequences that are filled in well under a second. */
const MOST_CELLS = 1_000_000;
/** The fewest removals and additions that lead from one sequence to the other, removals first. */
function align(before, after, same) {
    const head = commonHead(before, after, same);
    const [restBefore, restAfter] = [before.slice(head.length), after.slice(head.length)];
    const tail = commonHead(restBefore.toReversed(), restAfter.toReversed(), same).reverse();
    const middle = alignMiddle(restBefore.slice(0, restBefore.length - tail.length), restAfter.slice(0, restAfter.length - tail.length), same);
    return [...head, ...middle, ...tail];
}
function commonHead(before, after, same) {
    const steps = [];
    for (const [index, one] of before.entries()) {
        const other = after.at(index);
        if (index >= after.length || other === undefined || !same(one, other))
            break;
        steps.push({ kind: 'keep', before: one, after: other });
    }
    return steps;
}
function alignMiddle(before, after, same) {
    const removed = before.map((one) => ({ kind: 'remove', before: one }));
    const added = after.map((one) => ({ kind: 'add', after: one }));
    if (removed.length * added.length > MOST_CELLS)
        return [...removed, ...added];
    // lengths[i][j]: how long a subsequence before from i and after from j have in common.
    const lengths = Array.from({ length: before.length + 1 }, () => new Uint32Array(after.length + 1));
    const lengthAt = (i, j) => lengths[i]?.[j] ?? 0;
    for (let i = before.length - 1; i >= 0; i--) {
        const [row, one] = [lengths[i], before[i]];
        if (row === undefined || one === undefined)
            continue;
        for (const j of after.keys()) {
            const k = after.length - 1 - j;
            const other = after[k];
            const equal = other !== undefined && same(one, other);
            row[k] = equal ? lengthAt(i + 1, k + 1) + 1 : Math.max(lengthAt(i + 1, k), lengthAt(i, k + 1));
        }
    }
    return walk(before, after, { same, lengthAt });
}
function walk(before, after, { same, lengthAt }) {
    const steps = [];
    let [i, j] = [0, 0];
    for (;;) {
        const [one, other] = [before[i], after[j]];
        if (one === undefined && other === undefined)
            return steps;
        if (one !== undefined && other !== undefined && same(one, other)) {
            steps.push({ kind: 'keep', before: one, after: other });
            i++;
            j++;
        }
        else if (one !== undefined && (other === undefined || lengthAt(i + 1, j) >= lengthAt(i, j + 1))) {
            steps.push({ kind: 'remove', before: one });
            i++;
        }
        else if (other !== undefined) {
            steps.push({ kind: 'add', after: other });
            j++;
        }
    }
}

// EXTERNAL MODULE: ./src/text/markdown.ts
var markdown = __webpack_require__(6590);
;// CONCATENATED MODULE: ./src/report/diff/value-writer.ts



const WIDEST_LIST = 80;
const WIDEST_KEY = 40;
/** Writes values out, as they are before or after. */
class Writer {
    display;
    constructor(display) {
        this.display = display;
    }
    write(shown, { mark, depth, label }) {
        const short = this.inline(shown);
        if (short !== undefined)
            return [(0,line/* line */.n8)(mark, depth, `${label.text}${short}${label.after}`)];
        const { open, close } = brackets(shown);
        return [
            (0,line/* line */.n8)(mark, depth, `${label.text}${open}`),
            ...this.inside(shown, mark, depth + 1),
            (0,line/* line */.n8)(mark, depth, `${close}${label.after}`),
        ];
    }
    /** A value on one line; undefined when it needs several. */
    inline(shown) {
        switch (shown.kind) {
            case 'absent':
                return 'null';
            case 'unknown':
                return '(known after apply)';
            case 'sensitive':
                return '(sensitive)';
            case 'scalar':
                return (0,markdown/* shorten */.ml)(shown.text);
            case 'lines':
                return undefined;
            case 'object':
                return isEmpty(shown) && !shown.isJson ? '{}' : undefined;
            case 'list':
                return this.inlineList(shown.items, shown.isJson);
        }
    }
    /** The names of siblings, padded so that their values stand below one another. */
    labels(names) {
        const clean = names.map((name) => [name, this.display.name(name)]);
        const width = Math.max(0, ...clean.map(([, { length }]) => length).filter((length) => length <= WIDEST_KEY));
        return new Map(clean.map(([name, text]) => [name, { text: `${text.padEnd(width)} = `, after: '' }]));
    }
    inlineList(items, isJson) {
        const texts = items.map((item) => item.kind === 'object' || item.kind === 'list' ? undefined : this.inline(item));
        if (texts.includes(undefined))
            return undefined;
        const text = `[${texts.join(', ')}]`;
        return text.length > WIDEST_LIST ? undefined : isJson ? `jsonencode(${text})` : text;
    }
    inside(shown, mark, depth) {
        if (shown.kind === 'lines')
            return shown.lines.map((text) => (0,line/* line */.n8)(mark, depth, text));
        if (shown.kind === 'list') {
            const label = { text: '', after: ',' };
            return shown.items.flatMap((item) => this.write(item, { mark, depth, label }));
        }
        return shown.kind === 'object' ? this.entries(shown.entries, mark, depth) : [];
    }
    entries(entries, mark, depth) {
        const filled = [...entries].filter(([, value]) => !isEmpty(value));
        const labels = this.labels(filled.map(([name]) => name));
        return filled.flatMap(([name, value]) => {
            const label = labels.get(name);
            return label === undefined ? [] : this.write(value, { mark, depth, label });
        });
    }
}
/** What a value of several lines is set between. */
function brackets(shown) {
    if (shown.kind === 'lines')
        return { open: '<<-EOT', close: 'EOT' };
    const [open, close] = shown.kind === 'list' ? ['[', ']'] : ['{', '}'];
    const isJson = (shown.kind === 'list' || shown.kind === 'object') && shown.isJson;
    return isJson ? { open: `jsonencode(${open}`, close: `${close})` } : { open, close };
}
/** A value in a few words, where what it was is of little interest. */
function summarize(shown, writer) {
    switch (shown.kind) {
        case 'lines':
            return `(${(0,markdown/* plural */.LS)(shown.lines.length, 'line')})`;
        case 'object':
            return '{…}';
        case 'list':
            return `[${(0,markdown/* plural */.LS)(shown.items.length, 'item')}]`;
        case 'absent':
        case 'unknown':
        case 'sensitive':
        case 'scalar':
            return writer.inline(shown) ?? '';
    }
}

;// CONCATENATED MODULE: ./src/report/diff/diff.ts






const WIDEST_CHANGE = 100;
/** Unchanged lines of a text, or items of a list, that are shown rather than counted. */
const CONTEXT = 2;
/** Writes what differs between two values, and only that. */
class Differ {
    writer;
    constructor(writer) {
        this.writer = writer;
    }
    /** @returns nothing for values that are the same */
    diff(pair, depth, label) {
        const { before, after } = pair;
        if (equalsDisplay(before, after))
            return [];
        if (before.kind === 'absent')
            return this.writer.write(after, { mark: '+', depth, label });
        if (after.kind === 'absent')
            return this.writer.write(before, { mark: '-', depth, label });
        const inside = this.inside(pair, depth + 1);
        if (inside === undefined)
            return this.replaced(pair, depth, label);
        const { open, close } = brackets(after);
        return [
            (0,line/* line */.n8)(' ', depth, `${label.text}${open}${label.after.replace(/^,/, '')}`),
            ...inside,
            (0,line/* line */.n8)(' ', depth, `${close}${label.after.startsWith(',') ? ',' : ''}`),
        ];
    }
    /** The entries of two objects that differ, and how many do not. */
    entries(before, after, { depth, always }) {
        const names = [...new Set([...before.keys(), ...after.keys()])].sort();
        const pairs = names.map((name) => ({
            name,
            before: before.get(name) ?? ABSENT,
            after: after.get(name) ?? ABSENT,
        }));
        const isSame = (pair) => equalsDisplay(pair.before, pair.after);
        // The name first, like a heading.
        const shown = [
            ...pairs.filter(({ name }) => name === always),
            ...pairs.filter((pair) => pair.name !== always && !isSame(pair)),
        ];
        const labels = this.writer.labels(shown.map(({ name }) => name));
        const lines = shown.flatMap((pair) => {
            const label = labels.get(pair.name) ?? line/* NO_LABEL */.fy;
            return isSame(pair)
                ? this.writer.write(pair.after, { mark: ' ', depth, label })
                : this.diff(pair, depth, label);
        });
        const unchanged = pairs.filter((pair) => isSame(pair) && pair.name !== always && !isEmpty(pair.after)).length;
        return unchanged === 0 ? lines : [...lines, (0,line/* remark */.Vg)(depth, (0,markdown/* plural */.LS)(unchanged, 'unchanged attribute'))];
    }
    /** What differs within two values of one shape; undefined when they have none in common. */
    inside({ before, after }, depth) {
        if (before.kind === 'object' && after.kind === 'object') {
            return before.isJson === after.isJson
                ? this.entries(before.entries, after.entries, { depth, always: undefined })
                : undefined;
        }
        if (before.kind === 'list' && after.kind === 'list') {
            return before.isJson === after.isJson ? this.items(before.items, after.items, depth) : undefined;
        }
        if (before.kind !== 'lines' || after.kind !== 'lines')
            return undefined;
        const steps = align(before.lines, after.lines, (a, b) => a === b);
        if (steps.every(({ kind }) => kind === 'keep'))
            return [(0,line/* remark */.Vg)(depth, 'it differs in what is not shown')];
        return textLines(steps, depth);
    }
    replaced({ before, after }, depth, label) {
        if (before.kind === 'sensitive' && after.kind === 'sensitive') {
            return [(0,line/* line */.n8)('!', depth, `${label.text}(sensitive)${label.after}`)];
        }
        const from = after.kind === 'unknown' ? summarize(before, this.writer) : this.writer.inline(before);
        const to = this.writer.inline(after);
        if (from !== undefined && to !== undefined && from.length + to.length <= WIDEST_CHANGE) {
            const text = from === to ? `${to}  # it differs in what is not shown` : `${from} -> ${to}`;
            return [(0,line/* line */.n8)('!', depth, `${label.text}${text}${label.after}`)];
        }
        if (before.kind === 'scalar' && after.kind === 'scalar') {
            const at = firstDifference(before.text, after.text);
            return [
                (0,line/* line */.n8)('-', depth, `${label.text}${(0,markdown/* shorten */.ml)(before.text, at)}`),
                (0,line/* line */.n8)('+', depth, `${label.text}${(0,markdown/* shorten */.ml)(after.text, at)}${label.after}`),
            ];
        }
        const bare = { text: label.text, after: '' };
        return [
            ...this.writer.write(before, { mark: '-', depth, label: bare }),
            ...this.writer.write(after, { mark: '+', depth, label }),
        ];
    }
    items(before, after, depth) {
        const label = { text: '', after: ',' };
        return matchItems(align(before, after, equalsDisplay)).flatMap((one) => {
            switch (one.kind) {
                case 'kept':
                    return this.keptItems(one.items, depth);
                case 'removed':
                    return this.writer.write(one.before, { mark: '-', depth, label });
                case 'added':
                    return this.writer.write(one.after, { mark: '+', depth, label });
                case 'changed':
                    return this.changedItem(one, depth);
            }
        });
    }
    keptItems(items, depth) {
        const isShort = items.length <= CONTEXT && items.every(({ kind }) => kind === 'scalar');
        if (!isShort)
            return [(0,line/* remark */.Vg)(depth, (0,markdown/* plural */.LS)(items.length, 'unchanged item'))];
        return items.flatMap((item) => this.writer.write(item, { mark: ' ', depth, label: { text: '', after: ',' } }));
    }
    /** An element that is the same thing with other attributes; by its name people know which one. */
    changedItem({ before, after, identity }, depth) {
        if (before.kind !== 'object' || after.kind !== 'object')
            return [];
        const inside = this.entries(before.entries, after.entries, { depth: depth + 1, always: identity });
        return [(0,line/* line */.n8)(' ', depth, '{'), ...inside, (0,line/* line */.n8)(' ', depth, '},')];
    }
}
function firstDifference(a, b) {
    for (let at = 0; at < a.length; at++)
        if (a[at] !== b[at])
            return at;
    return a.length;
}
/** The lines of a text that differ, each with its neighbours. */
function textLines(steps, depth) {
    const isNear = steps.map((_, index) => steps.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some(({ kind }) => kind !== 'keep'));
    const lines = [];
    let hidden = [];
    const close = () => {
        // A count takes as much room as a line.
        if (hidden.length === 1)
            lines.push(...hidden.map((step) => textLine(step, depth)));
        else if (hidden.length > 1)
            lines.push((0,line/* line */.n8)(' ', depth, `⋮ ${(0,markdown/* plural */.LS)(hidden.length, 'unchanged line')}`));
        hidden = [];
    };
    for (const [index, step] of steps.entries()) {
        if (isNear[index] === true) {
            close();
            lines.push(textLine(step, depth));
        }
        else
            hidden.push(step);
    }
    close();
    return lines;
}
function textLine(step, depth) {
    switch (step.kind) {
        case 'keep':
            return (0,line/* line */.n8)(' ', depth, (0,markdown/* shorten */.ml)(step.after));
        case 'remove':
            return (0,line/* line */.n8)('-', depth, (0,markdown/* shorten */.ml)(step.before));
        case 'add':
            return (0,line/* line */.n8)('+', depth, (0,markdown/* shorten */.ml)(step.after));
    }
}

;// CONCATENATED MODULE: ./src/report/diff/attributes.ts










const WIDEST_LINE = 96;
/** Attributes that will only be known later are written one by one while they are fewer. */
const MANY_UNKNOWN = 4;
/** Writes what a change does, attribute by attribute. */
class AttributeWriter {
    display;
    writer;
    differ;
    redact;
    constructor(display) {
        this.display = display;
        this.writer = new Writer(display);
        this.differ = new Differ(this.writer);
        this.redact = display.redact;
    }
    /** @param paths those that force a replacement, as the plan has them */
    write(change, paths = []) {
        const names = namesIn(change);
        const changed = names.flatMap((name) => this.attribute(change, name, paths));
        const isForcing = ({ forces }) => forces.length > 0;
        const computed = changed.filter((one) => one.after.kind === 'unknown' && !isForcing(one));
        const folded = new Set(computed.length >= MANY_UNKNOWN ? computed : []);
        const single = changed.filter((one) => !folded.has(one));
        const labels = this.writer.labels(single.map(({ name }) => name));
        // What forces a replacement is what a reader looks for, so it comes first.
        const inOrder = [...single.filter(isForcing), ...single.filter((one) => !isForcing(one))];
        const unchanged = names.filter((name) => isUnchanged(change, name)).length;
        return [
            ...inOrder.flatMap((one) => this.lines(one, labels.get(one.name) ?? line/* NO_LABEL */.fy)),
            ...this.unknownLines([...folded]),
            ...(unchanged > 0 ? [(0,line/* remark */.Vg)(0, (0,markdown/* plural */.LS)(unchanged, 'unchanged attribute'))] : []),
        ];
    }
    /** The values of outputs, which have no attributes. */
    writeOutputs(changes) {
        const labels = this.writer.labels(changes.map(({ name }) => name));
        return changes.flatMap((change) => {
            const pair = this.pair(change, (value) => value);
            return this.differ.diff(pair, 0, labels.get(change.name) ?? line/* NO_LABEL */.fy);
        });
    }
    /** Whether there is anything to show. */
    changes(change) {
        return namesIn(change).some((name) => this.attribute(change, name, []).length > 0);
    }
    attribute(change, name, paths) {
        if ((0,plan_json/* sameJson */.Vk)((0,plan_json/* field */.ZZ)(change.before, name), (0,plan_json/* field */.ZZ)(change.after, name)) && !isUnknown(change, name))
            return [];
        const pair = this.pair(change, (value) => maskAt(value, name));
        if (isBlank(pair.before) && isBlank(pair.after))
            return [];
        const isReformatted = equalsDisplay(pair.before, pair.after) && typeof (0,plan_json/* field */.ZZ)(change.after, name) === 'string';
        if (equalsDisplay(pair.before, pair.after) && !isReformatted)
            return [];
        if (name === 'tags_all' && this.isLikeTags(change, pair))
            return [];
        const forces = paths.filter(([first]) => first === name).map(attribute_path/* formatPath */.j);
        return [{ name, ...pair, forces }];
    }
    /** The AWS provider has every change of `tags` a second time, with the tags of the provider added. */
    isLikeTags(change, all) {
        const tags = this.pair(change, (value) => maskAt(value, 'tags'));
        return equalsDisplay(tags.before, all.before) && equalsDisplay(tags.after, all.after);
    }
    pair(change, at) {
        const [before, after, unknown] = [at(change.before), at(change.after), at(change.afterUnknown)];
        const hasBefore = before !== null && before !== undefined;
        const hasAfter = change.after !== null || (0,masks/* marksAny */.H)(unknown);
        const [maskBefore, maskAfter] = [at(change.beforeSensitive), at(change.afterSensitive)];
        const mask = !hasBefore ? maskAfter : !hasAfter ? maskBefore : unite(maskBefore, maskAfter);
        return {
            before: hasBefore ? this.display.show({ value: before, unknown: false, mask }) : ABSENT,
            after: hasAfter ? this.display.show({ value: after ?? null, unknown, mask }) : ABSENT,
        };
    }
    lines({ name, before, after, forces }, label) {
        // The same JSON, written in another way.
        if (equalsDisplay(before, after))
            return [(0,line/* remark */.Vg)(0, `${this.display.name(name)}: only its formatting differs`)];
        const [first, ...rest] = this.differ.diff({ before, after }, 0, label);
        if (first === undefined)
            return [];
        if (forces.length === 0)
            return [first, ...rest];
        const inside = forces.filter((path) => path !== name);
        const where = inside.length === 0 ? '' : ` (${inside.map((path) => this.display.name(path)).join(', ')})`;
        return [{ ...first, text: `${first.text}  # forces replacement${where}` }, ...rest];
    }
    unknownLines(attributes) {
        const isNew = ({ before }) => before.kind === 'absent';
        const written = (mark, some) => wrap(some.map(({ name }) => this.display.name(name))).map((text) => (0,line/* line */.n8)(mark, 0, text));
        return [
            ...written('!', attributes.filter((one) => !isNew(one))),
            ...written('+', attributes.filter(isNew)),
        ];
    }
}
/** Like {@link isEmpty}, and an empty text, which the AWS provider takes for null. */
const isBlank = (shown) => isEmpty(shown) || (shown.kind === 'scalar' && shown.raw === '');
function namesIn({ before, after, afterUnknown }) {
    const names = [before, after, afterUnknown].flatMap((value) => ((0,json/* isRecord */.u4)(value) ? Object.keys(value) : []));
    return [...new Set(names)].sort();
}
const isUnknown = (change, name) => (0,masks/* marksAny */.H)(maskAt(change.afterUnknown, name));
/** Whether there is a value, and the same before and after. */
function isUnchanged(change, name) {
    const after = (0,plan_json/* field */.ZZ)(change.after, name) ?? null;
    return after !== null && (0,plan_json/* sameJson */.Vk)((0,plan_json/* field */.ZZ)(change.before, name), after) && !isUnknown(change, name);
}
/** `a, b, c = (known after apply)`, over as many lines as it takes. */
function wrap(names) {
    if (names.length === 0)
        return [];
    const lines = [];
    let current = '';
    for (const [index, name] of names.entries()) {
        const piece = index === names.length - 1 ? `${name} = (known after apply)` : `${name},`;
        if (current !== '' && current.length + piece.length + 1 > WIDEST_LINE) {
            lines.push(current);
            current = piece;
        }
        else
            current = current === '' ? piece : `${current} ${piece}`;
    }
    return [...lines, current];
}

// EXTERNAL MODULE: ./src/report/destructive-changes.ts
var destructive_changes = __webpack_require__(2766);
// EXTERNAL MODULE: ./src/report/fit.ts
var fit = __webpack_require__(877);
// EXTERNAL MODULE: ./src/report/footer.ts
var footer = __webpack_require__(7403);
// EXTERNAL MODULE: ./src/plan/counts.ts
var plan_counts = __webpack_require__(2407);
;// CONCATENATED MODULE: ./src/report/headline.ts


/** The plan in one line, and below it what the counts do not say. */
function headline(plan) {
    const counts = (0,plan_counts/* countsOf */.m)(plan);
    return [firstLine(plan, counts), ...asides(plan)].join('\n\n');
}
function firstLine(plan, counts) {
    const list = listOf(counts);
    if (plan.errored) {
        const until = list === '' ? '' : ` What it had found until then: ${list}.`;
        return `Terraform could not finish the plan, so there is nothing to apply.${until}`;
    }
    if (list !== '')
        return `**Plan:** ${list}.`;
    if (counts.hasChanges)
        return '**Plan:** nothing to create, update or destroy.';
    return '✅ **No changes.** What is deployed is what the configuration describes.';
}
function listOf(counts) {
    const loud = (text) => `**${text}**`;
    const parts = [
        counts.create > 0 && `${counts.create} to create`,
        counts.update > 0 && `${counts.update} to update`,
        counts.replace > 0 && loud(`${counts.replace} to replace`),
        counts.destroy > 0 && loud(`${counts.destroy} to destroy`),
        counts.move > 0 && `${counts.move} to move`,
        counts.import > 0 && `${counts.import} to import`,
        counts.forget > 0 && loud(`${counts.forget} to forget`),
        counts.outputs > 0 && `${(0,markdown/* plural */.LS)(counts.outputs, 'output')} to change`,
    ];
    return parts.filter((part) => part !== false).join(', ');
}
function asides({ resources, deferred, actionInvocations, complete, errored }) {
    const reads = resources.filter(({ kind }) => kind === 'read').length;
    const waits = deferred.length > 0 || (!complete && !errored);
    return [
        reads > 0 && `During the apply, ${(0,markdown/* plural */.LS)(reads, 'data source')} ${reads === 1 ? 'is' : 'are'} read.`,
        actionInvocations.length > 0 &&
            `The apply also runs ${(0,markdown/* plural */.LS)(actionInvocations.length, 'action')} of providers.`,
        waits && `Terraform puts off ${(0,markdown/* plural */.LS)(deferred.length, 'change')} to another plan after this one.`,
    ].filter((text) => text !== false);
}

// EXTERNAL MODULE: ./src/report/resource.ts
var resource = __webpack_require__(8492);
;// CONCATENATED MODULE: ./src/report/resources.ts


/** What needs eyes most comes first, and so is the last to be cut. */
const URGENCY = new Map([
    ['delete', 'to destroy'],
    ['replace', 'to replace'],
    ['forget', 'to forget'],
    ['update', 'to update'],
    ['create', 'to create'],
]);
/** The resources that the plan changes, each as one item; the rest is counted or listed elsewhere. */
function resourceItems(plan, attributes) {
    return [...URGENCY.keys()].flatMap((kind) => plan.resources
        .filter((change) => change.kind === kind)
        .map((change) => ({ kind, text: (0,resource/* memoize */.Bj)(() => (0,resource/* renderResource */.H5)(change, attributes)) })));
}
/** @param elsewhere where the rest can be read, as the end of a sentence */
function resourceSection(items, elsewhere) {
    return {
        open: '',
        items,
        separator: '\n\n',
        close: '',
        share: 1,
        leftOut: (left) => {
            const counts = [...URGENCY].map(([kind, verb]) => ({
                verb,
                count: left.filter((item) => item.kind === kind).length,
            }));
            const parts = counts.filter(({ count }) => count > 0);
            const list = parts.map(({ verb, count }) => `${count.toLocaleString('en-US')} ${verb}`).join(', ');
            const are = left.length === 1 ? 'is' : 'are';
            return `**${(0,markdown/* plural */.LS)(left.length, 'more resource')}** (${list}) ${are} ${elsewhere}.`;
        },
    };
}

// EXTERNAL MODULE: ./src/report/sections.ts
var sections = __webpack_require__(3844);
;// CONCATENATED MODULE: ./src/report/plan.ts











/** GitHub takes 65,536 characters; some are for the marker by which a comment is found again. */
const COMMENT_BYTES = 60_000;
/** GitHub takes 1 MiB a step. */
const SUMMARY_BYTES = 1_000_000;
const NOTHING = (0,plan/* parsePlan */.vS)({ format_version: '1.2', errored: true });
/**
 * The plan as people read it.
 * @param given undefined when Terraform failed before there was one
 */
function renderPlan(given, options) {
    const plan = given ?? NOTHING;
    const { durationSeconds } = options;
    const redactor = redactorOf([...plan.secrets, ...(options.secrets ?? [])]);
    const attributes = new AttributeWriter(new Display(redactor));
    const items = resourceItems(plan, attributes);
    const { errors, warnings } = (0,sections/* diagnosticSections */.A0)(options.diagnostics ?? [], redactor.redact);
    const rest = [
        ...(0,sections/* stateSections */.CL)(plan, redactor.redact),
        (0,sections/* outputSection */.R9)(plan, attributes),
        (0,sections/* driftSection */.tX)(plan, attributes),
        warnings,
    ];
    const document = (elsewhere) => [
        `### ${plan.errored ? '❌ Terraform plan failed' : 'Terraform plan'} · ${(0,markdown/* code */.aY)(options.stack)}`,
        headline(plan),
        errors,
        ...(0,destructive_changes/* dangerSections */.K)(options.dangers, redactor.redact),
        resourceSection(items, elsewhere),
        ...rest,
        (0,footer/* footer */.qr)({
            ...options,
            rest: durationSeconds === undefined ? '' : `planned in ${(0,footer/* duration */.p0)(durationSeconds)}`,
        }),
    ];
    const inSummary = `in ${(0,footer/* link */.nf)('the summary of this run', options.runUrl)}`;
    return {
        comment: (0,fit/* fit */.U)(document(inSummary), COMMENT_BYTES),
        summary: (0,fit/* fit */.U)(document('in the log'), SUMMARY_BYTES),
    };
}

// EXTERNAL MODULE: ./src/commands/stack/stack.ts + 4 modules
var stack = __webpack_require__(5153);
;// CONCATENATED MODULE: ./src/commands/stack/pull-request-comment.ts






/** Puts a text on the pull request; what cannot be said there is in the summary of the run anyway. */
async function commentOnPullRequest(comment, { inputs, context, runtime, }) {
    if (context.event !== 'pull_request')
        return { url: undefined, warnings: [] };
    return postComment({ pull: context.number, topic: 'plan', stack: inputs.stack, ...comment }, { inputs, context, runtime });
}
async function postComment(comment, place) {
    const github = await openPullRequestApi(place.inputs, place.context, place.runtime);
    if (github === undefined)
        return { url: undefined, warnings: ['No comment was made: github-token is empty'] };
    const outcome = await (0,github_comment/* upsertComment */.lB)(github, comment);
    if (outcome.kind === 'written')
        return { url: outcome.url, warnings: [] };
    return { url: undefined, warnings: outcome.kind === 'refused' ? [outcome.reason] : [] };
}
async function openPullRequestApi(inputs, context, runtime) {
    if (inputs.githubToken === undefined)
        return undefined;
    runtime.log.mask(inputs.githubToken);
    const { apiUrl, repository } = context;
    return (0,octokit/* openGitHub */.o)({ token: inputs.githubToken, apiUrl, repository }, runtime);
}
/** How many of each, as outputs of the step. */
function countOutputs(counts) {
    const { hasChanges, outputs, ...kinds } = counts;
    const numbers = Object.entries({ ...kinds, 'output-changes': outputs });
    return {
        'has-changes': String(hasChanges),
        ...Object.fromEntries(numbers.map(([name, count]) => [name, String(count)])),
    };
}
/** Terraform's diagnostics beside the lines they are about. */
function annotationsOf(diagnostics, directory, { redact }) {
    return diagnostics.map(({ severity, summary, detail, range }) => ({
        severity,
        title: redact(summary),
        message: redact(detail || summary),
        ...(range && {
            file: (0,external_node_path_.join)(directory, range.file),
            startLine: range.startLine,
            endLine: range.endLine,
            startColumn: range.startColumn,
        }),
    }));
}
/** The plan as people read it; without one, what Terraform says of why there is none. */
function renderFor({ context, stack }, diagnostics, planned) {
    return renderPlan(planned?.plan, {
        stack: stack.inputs.stack,
        terraformVersion: stack.terraformVersion,
        commit: context.event === 'pull_request' ? context.headSha : context.sha,
        runUrl: context.runUrl,
        durationSeconds: planned?.seconds,
        dangers: planned?.dangers ?? [],
        diagnostics,
        secrets: stack.secrets.values,
    });
}
/** What Terraform had to say of a failure of its own; undefined for a cancellation and for a failure of anything else. */
function diagnosticsOf(error) {
    if (error instanceof terraform_error/* TerraformFailed */.s && error.facts.interrupted)
        return undefined;
    if (error instanceof terraform_error/* TerraformFailed */.s || error instanceof stack/* InvalidConfiguration */.s)
        return error.diagnostics;
    return undefined;
}


/***/ }),

/***/ 7318:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   lB: () => (/* binding */ upsertComment),
/* harmony export */   ls: () => (/* binding */ SUPERSEDED),
/* harmony export */   we: () => (/* binding */ markerOf)
/* harmony export */ });
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6661);
/* harmony import */ var _octokit__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6702);
/* harmony import */ var _token_owner__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3592);
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1789);




const ATTEMPTS = 3;
const PAUSE_MS = 2_000;
const SUPERSEDED = '<!-- langfuse-deploy:superseded -->';
/**
 * Writes the one comment on this topic and stack: edits the newest of ours, or makes the first.
 *
 * Ours is what begins with our marker and was written by the owner of the token, by id: a marker can be copied and
 * a login can change hands. The comment is for people; nothing that it says is ever read back.
 */
async function upsertComment(github, request) {
    try {
        return await write(github, request);
    }
    catch (error) {
        if (!(error instanceof _error__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_))
            throw error;
        return { kind: 'refused', reason: refusal(error, request) };
    }
}
/** The first line of a text. A stack's name cannot end it: `>` is escaped, and so is a dash before another. */
function markerOf(topic, stack) {
    // A lone surrogate has no bytes, and encodeURIComponent throws at it.
    const name = encodeURIComponent(Buffer.from(stack).toString()).replace(/-(?=-)/g, '%2D');
    return `<!-- langfuse-deploy:${topic}:${name} -->`;
}
async function write(github, request) {
    const marker = markerOf(request.topic, request.stack);
    const body = `${marker}\n${request.body}`;
    const place = { pull: request.pull, marker };
    for (let attempt = 1;; attempt++) {
        const ours = await findOurs(github, place);
        const newest = ours.at(-1);
        try {
            if (newest === undefined && request.first === 'leave')
                return { kind: 'absent' };
            if (newest === undefined)
                return await create(github, place, body);
            const url = newest.body === body ? newest.url : await edit(github, newest.id, body);
            return { kind: 'written', url, superseded: await supersede(github, ours.slice(0, -1), marker) };
        }
        catch (error) {
            if (attempt >= ATTEMPTS || !isWorthAnotherLook(error, newest))
                throw error;
            await github.clock.sleep(PAUSE_MS * attempt);
        }
    }
}
/** A comment that was just deleted is made anew; one whose making was not confirmed may be there now. */
function isWorthAnotherLook(error, existing) {
    if (!(error instanceof _error__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_))
        return false;
    return existing === undefined ? error.isUncertain : error.status === 404;
}
/** Our comments, oldest first. @param authorId of the token's owner, if it is known already */
async function findOurs(github, { pull, marker }, authorId) {
    const marked = await github.octokit.paginate('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', { ...github.repo, issue_number: pull, per_page: 100 }, ({ data }) => (0,_text_json__WEBPACK_IMPORTED_MODULE_3__/* .itemsOf */ .S3)(data)
        .flatMap(parseComment)
        .filter(({ body }) => body.startsWith(marker)));
    if (marked.length === 0)
        return [];
    const self = authorId ?? (await (0,_token_owner__WEBPACK_IMPORTED_MODULE_2__/* .tokenOwnerId */ .K)(github));
    return marked.filter((comment) => comment.authorId === self).sort((a, b) => a.id - b.id);
}
function parseComment(data) {
    const id = (0,_text_json__WEBPACK_IMPORTED_MODULE_3__/* .numberAt */ .tk)(data, 'id');
    const [nodeId, url] = [(0,_text_json__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(data, 'node_id'), (0,_text_json__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(data, 'html_url')];
    if (id === undefined || nodeId === undefined || url === undefined)
        return [];
    const authorId = (0,_text_json__WEBPACK_IMPORTED_MODULE_3__/* .numberAt */ .tk)(data, 'user', 'id');
    return [{ id, nodeId, url, body: (0,_text_json__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(data, 'body') ?? '', authorId }];
}
async function create(github, place, body) {
    const { data } = await github.octokit.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
        ...github.repo,
        issue_number: place.pull,
        body,
    });
    // Another run may have made one at the same time; whichever looks last sees both, and the newest stays.
    const ours = await findOurs(github, place, (0,_text_json__WEBPACK_IMPORTED_MODULE_3__/* .numberAt */ .tk)(data, 'user', 'id')).catch(orNone);
    const superseded = await supersede(github, ours.slice(0, -1), place.marker);
    return { kind: 'written', url: ours.at(-1)?.url ?? (0,_text_json__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(data, 'html_url') ?? '', superseded };
}
function orNone(error) {
    if (error instanceof _error__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_)
        return [];
    throw error;
}
async function edit(github, id, body) {
    const { data } = await github.octokit.request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', {
        ...github.repo,
        comment_id: id,
        body,
    });
    return (0,_text_json__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(data, 'html_url') ?? '';
}
const MINIMIZE = `mutation ($id: ID!) {
  minimizeComment(input: { subjectId: $id, classifier: OUTDATED }) { minimizedComment { isMinimized } }
}`;
/** Collapses comments and takes our marker out of them, so that no later run edits one that nobody sees. */
async function supersede(github, comments, marker) {
    let count = 0;
    for (const { id, nodeId, body } of comments) {
        try {
            await (0,_octokit__WEBPACK_IMPORTED_MODULE_1__/* .graphql */ .U)(github, MINIMIZE, { id: nodeId });
            await edit(github, id, body.replace(marker, SUPERSEDED));
            count += 1;
        }
        catch (error) {
            // The comment that counts is written; the next run tries this again.
            if (!(error instanceof _error__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_))
                throw error;
        }
    }
    return count;
}
function refusal(error, { pull, body }) {
    if (error.status === 422 && /too long/i.test(error.words)) {
        return `The comment on pull request #${pull} is too long for GitHub, with ${body.length} characters: ${error.words}.`;
    }
    if (error.status === 403 && /locked/i.test(error.words)) {
        return `Pull request #${pull} is locked, and the token may not comment there: unlock the conversation, and run the job again.`;
    }
    return `There is no comment on pull request #${pull}. ${error.message}`;
}


/***/ }),

/***/ 9556:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hx: () => (/* binding */ asPullRequest),
/* harmony export */   yI: () => (/* binding */ readContext)
/* harmony export */ });
/* unused harmony export InvalidContext */
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1789);

/** The step was started without what the runner gives to every step. */
class InvalidContext extends Error {
    name = 'InvalidContext';
}
/**
 * Reads what the runner says on the run and the event
 * (https://docs.github.com/actions/reference/workflows-and-actions/variables).
 */
async function readContext(env, readFile) {
    const payload = await readPayload(variable(env, 'GITHUB_EVENT_PATH'), readFile);
    const run = readRun(env, payload);
    const name = variable(env, 'GITHUB_EVENT_NAME');
    switch (name) {
        case 'pull_request':
        case 'pull_request_target':
            return { ...run, ...readPullRequest(name, payload) };
        case 'push':
            return { ...run, event: name, isDefaultBranch: run.ref === defaultRef(payload) };
        case 'merge_group':
            return { ...run, ...readMergeGroup(payload) };
        case 'schedule':
        case 'workflow_dispatch':
            return { ...run, event: name };
        default:
            return { ...run, event: 'other', name };
    }
}
/** A run that looks after a pull request of this repository which did not start it. */
function asPullRequest(run, { number, headSha }) {
    return {
        ...run,
        event: 'pull_request',
        trigger: 'pull_request',
        number,
        headSha,
        baseSha: run.sha,
        baseRef: run.ref.replace(/^refs\/heads\//, ''),
        isFork: false,
        author: run.actor,
    };
}
function readRun(env, payload) {
    const fullName = variable(env, 'GITHUB_REPOSITORY');
    const [owner = '', name = '', ...rest] = fullName.split('/');
    if (owner === '' || name === '' || rest.length > 0) {
        throw new InvalidContext(`GITHUB_REPOSITORY: '${fullName}' is not owner/name`);
    }
    const serverUrl = env['GITHUB_SERVER_URL'] || 'https://github.com';
    const runId = variable(env, 'GITHUB_RUN_ID');
    const runAttempt = env['GITHUB_RUN_ATTEMPT'] || '1';
    const payloadId = (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .numberAt */ .tk)(payload, 'repository', 'id')?.toString();
    return {
        repository: {
            owner,
            name,
            id: env['GITHUB_REPOSITORY_ID'] || payloadId || variable(env, 'GITHUB_REPOSITORY_ID'),
        },
        runId,
        runAttempt,
        runUrl: `${serverUrl}/${owner}/${name}/actions/runs/${runId}/attempts/${runAttempt}`,
        serverUrl,
        apiUrl: env['GITHUB_API_URL'] || 'https://api.github.com',
        actor: env['GITHUB_ACTOR'] ?? '',
        workflow: env['GITHUB_WORKFLOW'] ?? '',
        sha: commit(variable(env, 'GITHUB_SHA'), 'GITHUB_SHA'),
        ref: env['GITHUB_REF'] ?? '',
    };
}
function readPullRequest(trigger, payload) {
    const number = (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .numberAt */ .tk)(payload, 'pull_request', 'number');
    const baseRef = (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(payload, 'pull_request', 'base', 'ref');
    if (number === undefined || baseRef === undefined)
        throw lacking(trigger, 'pull_request');
    // The repository of the head is null once the fork is deleted; what is not known to be ours is a fork.
    const headId = (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .numberAt */ .tk)(payload, 'pull_request', 'head', 'repo', 'id');
    return {
        event: 'pull_request',
        trigger,
        number,
        headSha: commit((0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(payload, 'pull_request', 'head', 'sha'), 'pull_request.head.sha'),
        baseSha: commit((0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(payload, 'pull_request', 'base', 'sha'), 'pull_request.base.sha'),
        baseRef,
        isFork: headId === undefined || headId !== (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .numberAt */ .tk)(payload, 'pull_request', 'base', 'repo', 'id'),
        author: (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(payload, 'pull_request', 'user', 'login') ?? 'ghost',
    };
}
function readMergeGroup(payload) {
    const baseRef = (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(payload, 'merge_group', 'base_ref');
    if (baseRef === undefined)
        throw lacking('merge_group', 'merge_group');
    return {
        event: 'merge_group',
        headSha: commit((0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(payload, 'merge_group', 'head_sha'), 'merge_group.head_sha'),
        baseSha: commit((0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(payload, 'merge_group', 'base_sha'), 'merge_group.base_sha'),
        baseRef: baseRef.replace(/^refs\/heads\//, ''),
    };
}
function defaultRef(payload) {
    return `refs/heads/${(0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(payload, 'repository', 'default_branch') ?? ''}`;
}
async function readPayload(path, readFile) {
    try {
        const payload = JSON.parse(await readFile(path));
        return payload;
    }
    catch (cause) {
        const why = cause instanceof SyntaxError ? 'is not JSON' : 'cannot be read';
        throw new InvalidContext(`GITHUB_EVENT_PATH: '${path}' ${why}; the runner writes it for each event`, {
            cause,
        });
    }
}
function variable(env, name) {
    const value = env[name];
    if (value)
        return value;
    throw new InvalidContext(`${name}: is not set; GitHub's runner sets it, so run this as a step of a workflow, ` +
        'and do not empty the environment before it');
}
/** SHA-1, or SHA-256 where a repository has it. */
function commit(value, name) {
    if (typeof value === 'string' && /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(value))
        return value;
    throw new InvalidContext(`${name}: ${JSON.stringify(value)} is not the id of a commit`);
}
function lacking(event, key) {
    return new InvalidContext(`GITHUB_EVENT_PATH: the file has no '${key}' although the event is ${event}; ` +
        'GITHUB_EVENT_NAME and GITHUB_EVENT_PATH must belong together');
}


/***/ }),

/***/ 6661:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jz: () => (/* binding */ isRateLimited),
/* harmony export */   xS: () => (/* binding */ factsOf),
/* harmony export */   y_: () => (/* binding */ GitHubError)
/* harmony export */ });
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1789);
/* harmony import */ var _text_sanitize__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4212);


/** A request to GitHub that failed; the message says which, why, and what to do. */
class GitHubError extends Error {
    facts;
    name = 'GitHubError';
    status;
    words;
    constructor(facts, options) {
        const { method, path, status, words } = facts;
        const said = status === undefined ? 'was not answered' : `answered ${status}`;
        super(`${method} ${path} ${said}: ${words.replace(/\.$/, '')}. ${advise(facts)}`, options);
        this.facts = facts;
        this.status = status;
        this.words = words;
    }
    /** Whether GitHub may have done what was asked, although no answer says so. */
    get isUncertain() {
        return this.status === undefined || this.status >= 500;
    }
}
/** Reads whatever Octokit throws: its RequestError has a status even where no answer came, but then no response. */
function factsOf(error, request) {
    const fields = (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(error) ? error : {};
    const answered = (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(fields['response']);
    const headers = (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(fields, 'response', 'headers');
    return {
        method: request.method,
        path: pathOf((0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(fields, 'request', 'url') ?? request.url),
        status: answered && typeof fields['status'] === 'number' ? fields['status'] : undefined,
        words: wordsOf((0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(fields, 'response', 'data'), error),
        headers: (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(headers) ? headers : {},
    };
}
function wordsOf(data, error) {
    const errors = (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(data, 'errors');
    const details = Array.isArray(errors)
        ? errors.map((one) => (typeof one === 'string' ? one : (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(one, 'message')))
        : [];
    const said = [(0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(data, 'message'), ...details].filter((text) => text !== undefined);
    return (0,_text_sanitize__WEBPACK_IMPORTED_MODULE_1__/* .toPrintableLine */ .Ld)((0,_text_sanitize__WEBPACK_IMPORTED_MODULE_1__/* .escapeWorkflowCommands */ .Fy)(said.join(': ') || innermost(error))) || 'no reason given';
}
/** `fetch failed` says nothing; the error that caused it does, and where several did, at least its code. */
function innermost(error) {
    const cause = (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(error, 'cause');
    if ((0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(cause))
        return innermost(cause);
    return (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(error, 'message') || (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(error, 'code') || '';
}
const pathOf = (url) => (URL.canParse(url) ? new URL(url).pathname : url);
/**
 * Primary and secondary limits, which GitHub tells as 429 or 403
 * (https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api).
 */
function isRateLimited({ status, headers, words }) {
    if (status === 429)
        return true;
    if (status !== 403)
        return false;
    return (headers['retry-after'] !== undefined ||
        headers['x-ratelimit-remaining'] === '0' ||
        /secondary rate limit|abuse detection/i.test(words));
}
function advise(facts) {
    if (isRateLimited(facts))
        return `The rate limit of the token is used up: run the job again ${later(facts)}.`;
    if (/not accessible by/i.test(facts.words))
        return permit(facts);
    if (/not permitted to create or approve/i.test(facts.words))
        return PULLS_BY_ACTIONS;
    if (RULES.test(facts.words))
        return PROTECTED;
    if (/disabled workflow/i.test(facts.words))
        return 'Switch it on: `gh workflow enable`.';
    if (/workflow_dispatch/.test(facts.words))
        return 'Give the workflow the trigger `workflow_dispatch`.';
    switch (facts.status) {
        case undefined:
            return 'Check the network, HTTPS_PROXY and GITHUB_API_URL, and run the job again.';
        case 401:
            return 'The token is wrong or has expired: check github-token.';
        case 403:
            return 'The token may not do this: check github-token.';
        case 404:
            return `It does not exist, or the token may not see it. ${permit(facts)}`;
        case 410:
            return 'It was deleted or is switched off: issues are switched on in the settings of the repository.';
        default:
            return facts.status >= 500
                ? 'This is a passing fault of GitHub (https://www.githubstatus.com): run the job again.'
                : "This looks like a fault of langfuse-deploy's: please report it.";
    }
}
const PULLS_BY_ACTIONS = "Allow it in the repository's settings, under Actions, General: 'Allow GitHub Actions to create and approve pull requests'; " +
    'or give github-token the token of a GitHub App.';
/** Rulesets and the older branch protection have words of their own. */
const RULES = /rule violations|protected branch|through a pull request|required status check|approving review|reference update failed/i;
const PROTECTED = 'The rules of the branch want a pull request, or checks before: use `mode: pull-request`, ' +
    'or let the GitHub App whose token it is bypass them.';
function later({ headers }) {
    const reset = Number(headers['x-ratelimit-reset']);
    const known = headers['x-ratelimit-remaining'] === '0' && reset > 0;
    return known ? `after ${new Date(reset * 1000).toISOString()}` : 'in some minutes';
}
/** GitHub names the permissions that would do, as in `issues=write; pull_requests=write`. */
function permit({ headers, path }) {
    const named = headers['x-accepted-github-permissions'];
    const accepted = typeof named === 'string' ? [...(0,_text_sanitize__WEBPACK_IMPORTED_MODULE_1__/* .escapeWorkflowCommands */ .Fy)(named).matchAll(/(\w+)=(\w+)/g)] : [];
    const permissions = accepted.map(([, name = '', level = '']) => `\`${name.replaceAll('_', '-')}: ${level}\``);
    const usual = path.includes('/actions/') ? '`actions: write`' : '`pull-requests: write`';
    const wanted = permissions.length > 0 ? permissions.join(' or ') : usual;
    return (`Allow ${wanted} in the permissions of the job; ` +
        'pull requests from forks and by Dependabot get a token that may only read.');
}


/***/ }),

/***/ 6702:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ graphql),
/* harmony export */   o: () => (/* binding */ openGitHub)
/* harmony export */ });
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6661);
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1789);


const TRIES = 5;
const FIRST_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 15_000;
/** GitHub asks for at least this long where it names no time. */
const RATE_LIMIT_DELAY_MS = 60_000;
/** A primary limit may last an hour, which costs more than a job that is run again. */
const LONGEST_WAIT_MS = 180_000;
const ANSWER_TIMEOUT_MS = 30_000;
/** Who waits longer is told for what. */
const SILENT_WAIT_MS = 10_000;
/**
 * Opens a repository. A failure is a GitHubError, after as many tries as its kind deserves.
 *
 * Octokit's plugins for this need Bottleneck, wait an hour for a primary limit, repeat requests that
 * may have been done, and take no clock.
 */
async function openGitHub(access, runtime) {
    const { getOctokit } = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(413)]).then(__webpack_require__.bind(__webpack_require__, 2413));
    const silent = () => undefined;
    const octokit = getOctokit(access.token, {
        baseUrl: access.apiUrl,
        userAgent: 'langfuse-deploy',
        log: { debug: silent, info: silent, warn: silent, error: silent },
    });
    octokit.hook.wrap('request', (request, options) => retry(options, runtime, async () => {
        const signal = AbortSignal.timeout(ANSWER_TIMEOUT_MS);
        const response = await request({ ...options, request: { ...options.request, signal } });
        if (!isBroken(response))
            return response;
        const error = new Error('the answer broke off, or is not one that GitHub gives');
        throw Object.assign(error, { request: { url: response.url } });
    }));
    const { owner, name: repo } = access.repository;
    return { octokit, repo: { owner, repo }, clock: runtime.clock };
}
async function retry(request, runtime, attempt) {
    let waitedMs = 0;
    for (let tryNumber = 1;; tryNumber++) {
        try {
            return await attempt();
        }
        catch (cause) {
            const facts = (0,_error__WEBPACK_IMPORTED_MODULE_0__/* .factsOf */ .xS)(cause, request);
            const wait = waitBeforeNext(facts, tryNumber, runtime.clock);
            if (wait === undefined || tryNumber >= TRIES || waitedMs + wait > LONGEST_WAIT_MS) {
                throw new _error__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_(facts, { cause });
            }
            waitedMs += wait;
            if (wait > SILENT_WAIT_MS) {
                runtime.log.info(`Waiting ${Math.ceil(wait / 1000)} s for GitHub: ${facts.words}`);
            }
            await runtime.clock.sleep(wait);
        }
    }
}
/** Undefined when another try is of no use, or may do twice what is meant once. */
function waitBeforeNext(facts, tryNumber, clock) {
    // A request that met a limit was not done, whatever it asked for.
    if ((0,_error__WEBPACK_IMPORTED_MODULE_0__/* .isRateLimited */ .Jz)(facts))
        return rateLimitWait(facts, tryNumber);
    const isPassing = facts.status === undefined || facts.status >= 500;
    // A POST may have been done although its answer was lost; who sent it must look before sending it again.
    const isOnce = facts.method === 'POST' && !facts.path.endsWith('/graphql');
    if (!isPassing || isOnce)
        return undefined;
    const ceiling = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (tryNumber - 1));
    return ceiling * (0.5 + clock.random() / 2);
}
function rateLimitWait({ headers }, tryNumber) {
    const seconds = Number(headers['retry-after']);
    if (headers['retry-after'] !== undefined && Number.isFinite(seconds))
        return seconds * 1000;
    // Measured by GitHub's clock on both sides, since that of a runner may be off.
    const now = Date.parse((0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(headers, 'date') ?? '');
    const reset = Number(headers['x-ratelimit-reset']) * 1000;
    if (headers['x-ratelimit-remaining'] === '0' && reset > 0 && now > 0)
        return Math.max(0, reset - now) + 1000;
    return RATE_LIMIT_DELAY_MS * 2 ** (tryNumber - 1);
}
/** Octokit takes JSON that broke off for an empty text, and a page in HTML for an answer. */
function isBroken(response) {
    const type = (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(response, 'headers', 'content-type') ?? '';
    const isText = (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(response, 'data') !== undefined;
    return isText && (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .numberAt */ .tk)(response, 'status') !== 204 && /json|html/.test(type);
}
/**
 * Asks the GraphQL endpoint for what may be done twice, since it may be.
 * @throws GitHubError when it answers with errors, which it does with status 200
 */
async function graphql({ octokit }, query, variables) {
    try {
        const data = await octokit.graphql(query, variables);
        return data;
    }
    catch (cause) {
        if (cause instanceof _error__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_)
            throw cause;
        const facts = (0,_error__WEBPACK_IMPORTED_MODULE_0__/* .factsOf */ .xS)(cause, { method: 'POST', url: '/graphql' });
        throw new _error__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_({ ...facts, status: 200 }, { cause });
    }
}


/***/ }),

/***/ 3592:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ ACTIONS_ID),
/* harmony export */   K: () => (/* binding */ tokenOwnerId)
/* harmony export */ });
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6661);
/* harmony import */ var _octokit__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6702);
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1789);



/** `github-actions[bot]`, whom the token of every workflow belongs to. */
const ACTIONS_ID = 41_898_282;
/**
 * The id of the token's owner: a login can change hands.
 * GraphQL tells every kind of token whose it is; REST has `/user` for people only, and nothing for installations.
 */
async function tokenOwnerId(github) {
    const id = (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .numberAt */ .tk)(await (0,_octokit__WEBPACK_IMPORTED_MODULE_1__/* .graphql */ .U)(github, 'query { viewer { databaseId } }', {}), 'viewer', 'databaseId');
    if (id !== undefined)
        return id;
    const words = 'GitHub does not say whom the token belongs to';
    throw new _error__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_({ method: 'POST', path: '/graphql', status: 200, words, headers: {} });
}


/***/ }),

/***/ 2766:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ dangerSections)
/* harmony export */ });
/* harmony import */ var _plan_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2897);
/* harmony import */ var _review_destroy_guard__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4418);
/* harmony import */ var _text_markdown__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6590);
/* harmony import */ var _text_sanitize__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4212);




/** The stateful resources that the plan takes away, and what lets them go. */
function dangerSections(dangers, redact = (text) => text) {
    if (dangers.length === 0)
        return [];
    return [alert(dangers), list(dangers, redact), ...allowance(dangers)];
}
function alert(dangers) {
    const stopped = (0,_review_destroy_guard__WEBPACK_IMPORTED_MODULE_1__/* .blockingChanges */ .$A)(dangers);
    const allowed = dangers.filter(({ verdict }) => verdict === 'allowed');
    if (stopped.length > 0) {
        const what = `${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_2__/* .plural */ .LS)(stopped.length, 'stateful resource')} would be destroyed, with ${stopped.length === 1 ? 'what is in it' : 'all that is in them'}.`;
        const more = allowed.length === 0 ? '' : ` \`allow-destroy\` lets ${allowed.length} more go.`;
        return `> [!CAUTION]\n> **${what}** The apply stops before that, unless ${stopped.length === 1 ? 'it is' : 'they are'} listed in \`allow-destroy\`.${more}`;
    }
    if (allowed.length > 0) {
        return `> [!WARNING]\n> **${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_2__/* .plural */ .LS)(allowed.length, 'stateful resource')} will be destroyed**, as \`allow-destroy\` says.`;
    }
    const them = dangers.length === 1 ? 'it' : 'them';
    return `> [!NOTE]\n> Terraform stops managing ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_2__/* .plural */ .LS)(dangers.length, 'stateful resource')}. Nothing in ${them} is destroyed.`;
}
/** What stops the apply comes first. */
const VERDICTS = ['stop', 'allowed', 'mention'];
function list(dangers, redact) {
    const inOrder = VERDICTS.flatMap((verdict) => dangers.filter((danger) => danger.verdict === verdict));
    return {
        open: '',
        items: inOrder.map((danger) => ({ text: () => item(danger, redact) })),
        separator: '\n',
        close: '',
        share: 0.2,
        leftOut: (items) => `… and ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_2__/* .plural */ .LS)(items.length, 'more stateful resource')}.`,
    };
}
function item(danger, redact) {
    const { address, deposed, kind, order, holds, reason, forcedBy, verdict } = danger;
    const leftover = deposed === undefined ? '' : ` (object ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(deposed)}, left behind by an earlier replacement)`;
    const because = reason === undefined ? '' : ` Terraform's reason: ${(0,_plan_action__WEBPACK_IMPORTED_MODULE_0__/* .describeReason */ .G)(reason)}.`;
    const forced = forcedBy.length === 0 ? '' : ` Forced by ${forcedBy.map((path) => (0,_text_markdown__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(redact(path))).join(', ')}.`;
    const allowed = verdict === 'allowed' ? ' Allowed by `allow-destroy`.' : '';
    const what = kind === 'replace'
        ? `replaced (${order === 'create-first' ? 'new one first' : 'old one first'})`
        : kind === 'delete'
            ? 'destroyed'
            : 'forgotten, not destroyed';
    return `- ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(address)}${leftover} is **${what}**: ${holds}.${because}${forced}${allowed}`;
}
/** Text to paste into a workflow, so every line of it is exact. */
function allowance(dangers) {
    const addresses = (0,_review_destroy_guard__WEBPACK_IMPORTED_MODULE_1__/* .allowDestroyLines */ .Rx)(dangers);
    if (addresses.length === 0)
        return [];
    const ticks = (0,_text_markdown__WEBPACK_IMPORTED_MODULE_2__/* .fenceFor */ .Lt)(addresses);
    return [
        {
            open: `To let this happen, give both \`plan\` and \`apply\` this input:\n\n${ticks}yaml\nallow-destroy: |`,
            items: addresses.map((address) => ({ text: () => `  ${(0,_text_sanitize__WEBPACK_IMPORTED_MODULE_3__/* .escapeToLine */ .Tz)(address)}` })),
            separator: '\n',
            close: ticks,
            share: 0.2,
            leftOut: (items) => `… and ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_2__/* .plural */ .LS)(items.length, 'more resource')}.`,
        },
    ];
}


/***/ }),

/***/ 7764:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IL: () => (/* binding */ formatLine),
/* harmony export */   Vg: () => (/* binding */ remark),
/* harmony export */   fy: () => (/* binding */ NO_LABEL),
/* harmony export */   n8: () => (/* binding */ line)
/* harmony export */ });
const NO_LABEL = { text: '', after: '' };
const formatLine = ({ mark, depth, text }) => `${mark} ${'  '.repeat(depth)}${text}`.trimEnd();
const line = (mark, depth, text) => ({ mark, depth, text });
const remark = (depth, text) => line(' ', depth, `# ${text}`);


/***/ }),

/***/ 877:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ fit)
/* harmony export */ });
/** Room for what sections say of the items that they left out. */
const LEFT_OUT_BYTES = 600;
const SEPARATOR = 2;
/** When so many in a row did not fit, the next will not either, and each costs time. */
const MOST_MISSES = 40;
/** UTF-8 has at least as many bytes as JavaScript has characters, so this bounds both. */
const size = (text) => Buffer.byteLength(text);
/** Sets text and sections below one another, in no more bytes than given, with whole items only. */
function fit(parts, limit) {
    const sections = parts.filter((part) => typeof part !== 'string').filter(({ items }) => items.length > 0);
    const fixed = parts.map((part) => (typeof part === 'string' ? size(part) + SEPARATOR : 0));
    const reserved = sections.map(({ open, close }) => size(open) + size(close) + LEFT_OUT_BYTES);
    let room = limit - [...fixed, ...reserved].reduce((sum, bytes) => sum + bytes, 0);
    const filled = new Map();
    const refill = (section, most) => {
        const mine = room + (filled.get(section)?.bytes ?? 0);
        const now = fill(section, Math.min(mine, most));
        room = mine - now.bytes;
        filled.set(section, now);
    };
    // The small ones first: else three hundred resources would leave no room for one output.
    const smallFirst = sections.toSorted((a, b) => a.share - b.share);
    for (const section of smallFirst)
        refill(section, section.share * limit);
    for (const section of smallFirst)
        if (filled.get(section)?.isCut === true)
            refill(section, limit);
    return parts
        .map((part) => (typeof part === 'string' ? part : (filled.get(part)?.text ?? '')))
        .filter((text) => text !== '')
        .join('\n\n');
}
function fill(section, room) {
    const { open, close, separator, items } = section;
    const [shown, left] = [[], []];
    let bytes = 0;
    let misses = 0;
    for (const item of items) {
        const text = misses < MOST_MISSES ? item.text() : '';
        const cost = size(text) + separator.length;
        if (misses < MOST_MISSES && bytes + cost <= room) {
            misses = 0;
            bytes += cost;
            shown.push(text);
        }
        else {
            misses++;
            left.push(item);
        }
    }
    const body = [open, ...shown, close].filter((text) => text !== '').join(separator);
    const pieces = [shown.length > 0 ? body : '', left.length > 0 ? section.leftOut(left) : ''];
    return { text: pieces.filter((text) => text !== '').join('\n\n'), bytes, isCut: left.length > 0 };
}


/***/ }),

/***/ 7403:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   qr: () => (/* binding */ footer)
/* harmony export */ });
/* harmony import */ var _text_markdown__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6590);

/** Where a text comes from, in small print; Markdown is read within `<sub>`, unlike within `<summary>`. */
function footer({ terraformVersion, commit, runUrl, rest = '' }) {
    const parts = [
        terraformVersion && `Terraform ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(terraformVersion)}`,
        commit && `commit ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(commit.slice(0, 7))}`,
        runUrl && link('run', runUrl),
        rest,
    ].filter((part) => part !== '');
    return parts.length === 0 ? '' : `<sub>${parts.join(' · ')}</sub>`;
}
/** A link when the address is one, else only its text. */
function link(text, url) {
    // Printable ASCII, without what could end the attribute.
    return /^https?:\/\/[!-~]{1,300}$/.test(url) && !/[<>"'`()]/.test(url)
        ? `<a href="${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_0__/* .escapeHtml */ .ZD)(url)}">${text}</a>`
        : text;
}
/** Seconds as people say them: `42 s`, `3 min 5 s`. */
function duration(seconds) {
    const whole = Math.round(seconds);
    return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}


/***/ }),

/***/ 8492:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bj: () => (/* binding */ memoize),
/* harmony export */   H5: () => (/* binding */ renderResource),
/* harmony export */   iI: () => (/* binding */ renderDrift)
/* harmony export */ });
/* harmony import */ var _plan_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2897);
/* harmony import */ var _plan_attribute_path__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5163);
/* harmony import */ var _plan_plan__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8720);
/* harmony import */ var _diff_line__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7764);
/* harmony import */ var _text_markdown__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6590);





const SIGNS = {
    create: '🟢 create',
    update: '🟡 update',
    replace: '🟠 replace',
    delete: '🔴 destroy',
    forget: '⚪ forget',
    read: '🔵 read',
    'no-op': '⚪',
};
/** One resource: closed, what happens to which; open, why, and the difference of its attributes. */
function renderResource(change, attributes) {
    const { kind, address, deposed, replacePaths } = change;
    const lines = attributes.write(change, replacePaths);
    const leftover = deposed === undefined ? '' : `, object ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_3__/* .htmlCode */ .h8)(deposed)} that an earlier replacement left behind`;
    const notes = notesOf(change, lines, attributes.redact).map((note) => `${note}\n\n`);
    const body = lines.length === 0 ? 'No attribute is known.' : (0,_text_markdown__WEBPACK_IMPORTED_MODULE_3__/* .fence */ .EU)('diff', lines.map(_diff_line__WEBPACK_IMPORTED_MODULE_2__/* .formatLine */ .IL));
    return (0,_text_markdown__WEBPACK_IMPORTED_MODULE_3__/* .folded */ .TM)(`${SIGNS[kind]} ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_3__/* .htmlCode */ .h8)(address)}${leftover}`, `${notes.join('')}${body}`);
}
/** One resource that changed outside of Terraform. */
function renderDrift(change, attributes) {
    const what = change.kind === 'delete' ? '🔴 gone' : '🟡 changed';
    const lines = attributes.write(change);
    const body = lines.length === 0 ? 'No attribute is known.' : (0,_text_markdown__WEBPACK_IMPORTED_MODULE_3__/* .fence */ .EU)('diff', lines.map(_diff_line__WEBPACK_IMPORTED_MODULE_2__/* .formatLine */ .IL));
    return (0,_text_markdown__WEBPACK_IMPORTED_MODULE_3__/* .folded */ .TM)(`${what} ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_3__/* .htmlCode */ .h8)(change.address)}`, body);
}
function notesOf(change, lines, redact) {
    const { kind, order, reason, replacePaths, previousAddress, importId } = change;
    const forcing = [...new Set(replacePaths.map(_plan_attribute_path__WEBPACK_IMPORTED_MODULE_4__/* .formatPath */ .j))].map((path) => (0,_text_markdown__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(redact(path))).join(', ');
    const because = reason === undefined ? '' : `Because ${(0,_plan_action__WEBPACK_IMPORTED_MODULE_0__/* .describeReason */ .G)(reason)}${forcing && `: ${forcing}`}.`;
    const isSilent = kind === 'update' && lines.every(({ text }) => text.startsWith('#'));
    return [
        because,
        order === 'create-first' ? 'The new one is created before the old one is destroyed.' : '',
        order === 'forget-old' ? 'The old one is left alone; Terraform only stops managing it.' : '',
        (0,_plan_plan__WEBPACK_IMPORTED_MODULE_1__/* .isMoved */ .yu)(change) ? `Moved from ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(previousAddress ?? '')}.` : '',
        importId === undefined ? '' : `Imported as ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(redact(importId))}.`,
        isSilent ? 'No value changes, only what counts as sensitive or how it is written.' : '',
    ].filter((note) => note !== '');
}
/** The same text goes into the comment and into the summary. */
function memoize(make) {
    let made;
    return () => (made ??= make());
}


/***/ }),

/***/ 3844:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A0: () => (/* binding */ diagnosticSections),
/* harmony export */   CL: () => (/* binding */ stateSections),
/* harmony export */   R9: () => (/* binding */ outputSection),
/* harmony export */   tX: () => (/* binding */ driftSection)
/* harmony export */ });
/* harmony import */ var _terraform_diagnostic__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(917);
/* harmony import */ var _plan_plan__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8720);
/* harmony import */ var _diff_line__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7764);
/* harmony import */ var _resource__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8492);
/* harmony import */ var _text_markdown__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6590);
/* harmony import */ var _text_sanitize__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4212);






/** All outputs together, for each by itself is a line. */
function outputSection(plan, attributes) {
    const changes = plan.outputs.filter(({ kind }) => !(0,_plan_plan__WEBPACK_IMPORTED_MODULE_1__/* .isQuiet */ .rM)(kind));
    const outputs = (0,_text_markdown__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(changes.length, 'output');
    const text = () => (0,_text_markdown__WEBPACK_IMPORTED_MODULE_4__/* .folded */ .TM)(`🟣 ${outputs}`, (0,_text_markdown__WEBPACK_IMPORTED_MODULE_4__/* .fence */ .EU)('diff', attributes.writeOutputs(changes).map(_diff_line__WEBPACK_IMPORTED_MODULE_2__/* .formatLine */ .IL)));
    return {
        open: '',
        items: changes.length === 0 ? [] : [{ text: (0,_resource__WEBPACK_IMPORTED_MODULE_3__/* .memoize */ .Bj)(text) }],
        separator: '\n\n',
        close: '',
        share: 0.15,
        leftOut: () => `${outputs} would change, too long to show here.`,
    };
}
function driftSection(plan, attributes) {
    const changes = plan.drift.filter((change) => !(0,_plan_plan__WEBPACK_IMPORTED_MODULE_1__/* .isQuiet */ .rM)(change.kind) && attributes.changes(change));
    return {
        open: '#### Changed outside of Terraform\n\nSince the last apply, someone or something else did this; the plan takes it into account.',
        items: changes.map((change) => ({ text: (0,_resource__WEBPACK_IMPORTED_MODULE_3__/* .memoize */ .Bj)(() => (0,_resource__WEBPACK_IMPORTED_MODULE_3__/* .renderDrift */ .iI)(change, attributes)) })),
        separator: '\n\n',
        close: '',
        share: 0.15,
        leftOut: (items) => `… and ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(items.length, 'more resource')} that changed outside of Terraform.`,
    };
}
/** What happens to the state and not to the resources. */
function stateSections({ resources }, redact) {
    const moved = resources.filter(_plan_plan__WEBPACK_IMPORTED_MODULE_1__/* .isMoved */ .yu);
    const imported = resources.filter(({ importId }) => importId !== undefined);
    return [
        foldedList(`⚪ ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(moved.length, 'resource')} moved`, moved.map(({ address, previousAddress }) => `${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(previousAddress ?? '')} → ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(address)}`)),
        foldedList(`🔵 ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(imported.length, 'resource')} imported`, imported.map(({ address, importId }) => `${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(address)} is ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(redact(importId ?? ''))}`)),
    ];
}
function foldedList(title, lines) {
    return {
        open: `<details><summary>${title}</summary>\n`,
        items: lines.map((text) => ({ text: () => `- ${text}` })),
        separator: '\n',
        close: '\n</details>',
        share: 0.1,
        leftOut: (items) => `… and ${items.length.toLocaleString('en-US')} more.`,
    };
}
/** What Terraform complains of, in its own words; warnings behind a click. */
function diagnosticSections(diagnostics, redact) {
    const items = (severity) => diagnostics
        .filter((one) => one.severity === severity)
        .map((one) => ({ text: () => (0,_text_markdown__WEBPACK_IMPORTED_MODULE_4__/* .fence */ .EU)('text', (0,_text_sanitize__WEBPACK_IMPORTED_MODULE_5__/* .escapeInvisible */ .ts)(redact((0,_terraform_diagnostic__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(one))).split('\n')) }));
    const [errors, warnings] = [items('error'), items('warning')];
    const common = {
        separator: '\n\n',
        share: 0.3,
        leftOut: (left) => `… and ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(left.length, 'more message')} in the log.`,
    };
    return {
        errors: { ...common, open: '', items: errors, close: '' },
        warnings: {
            ...common,
            open: `<details><summary>⚠️ ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(warnings.length, 'warning')}</summary>`,
            items: warnings,
            close: '</details>',
        },
    };
}


/***/ })

};
