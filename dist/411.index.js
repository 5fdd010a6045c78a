export const id = 411;
export const ids = [411];
export const modules = {

/***/ 4792:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  plan: () => (/* binding */ plan_plan)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/github/context.ts
var github_context = __webpack_require__(9556);
// EXTERNAL MODULE: ./src/terraform/entries.ts
var terraform_entries = __webpack_require__(620);
// EXTERNAL MODULE: ./src/terraform/plan.ts
var plan = __webpack_require__(4009);
// EXTERNAL MODULE: ./src/terraform/attribute-path.ts
var attribute_path = __webpack_require__(454);
// EXTERNAL MODULE: ./src/terraform/fields.ts
var terraform_fields = __webpack_require__(6911);
// EXTERNAL MODULE: ./src/terraform/marks.ts
var marks = __webpack_require__(3874);
// EXTERNAL MODULE: ./src/terraform/plan-json.ts
var plan_json = __webpack_require__(1044);
// EXTERNAL MODULE: ./src/terraform/render/line.ts
var line = __webpack_require__(495);
// EXTERNAL MODULE: ./src/terraform/redact.ts
var redact = __webpack_require__(4939);
;// CONCATENATED MODULE: ./src/terraform/secret-search.ts
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

;// CONCATENATED MODULE: ./src/terraform/render/masking.ts





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
    if ((0,terraform_fields/* isRecord */.u4)(before) && (0,terraform_fields/* isRecord */.u4)(after)) {
        const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
        return Object.fromEntries([...keys].map((key) => [key, unite((0,plan_json/* field */.ZZ)(before, key), (0,plan_json/* field */.ZZ)(after, key))]));
    }
    // A list on one side and a map on the other have no place in common.
    if (((0,terraform_fields/* isRecord */.u4)(before) && (0,plan_json/* isList */.Lv)(after)) || ((0,plan_json/* isList */.Lv)(before) && (0,terraform_fields/* isRecord */.u4)(after))) {
        return (0,marks/* marksAny */.H)(before) || (0,marks/* marksAny */.H)(after);
    }
    // Elements may have other places on the two sides, so a mark on one is a mark on all.
    const elements = [before, after].flatMap((side) => ((0,plan_json/* isList */.Lv)(side) ? side : []));
    if (elements.length > 0)
        return new EveryElement(elements.reduce(unite, false));
    return (0,terraform_fields/* isRecord */.u4)(before) ? before : after;
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

// EXTERNAL MODULE: ./src/terraform/render/text.ts
var render_text = __webpack_require__(922);
;// CONCATENATED MODULE: ./src/terraform/render/shown.ts




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
        if ((0,terraform_fields/* isRecord */.u4)(value))
            return this.object(value, marked, inner);
        return this.leaf(value, inner);
    }
    /** The text of a key or another name, without secrets. */
    name(text) {
        const clean = this.redact(text);
        return /^[a-z_][\w.:/-]*$/i.test(clean) ? clean : (0,render_text/* visible */.RK)(JSON.stringify(clean));
    }
    list(list, { unknown, mask }, inner) {
        const items = list.map((value, index) => this.show({ value, unknown: maskAt(unknown, index), mask: maskAt(mask, index) }, inner));
        return { kind: 'list', items, isJson: false };
    }
    object(fields, { unknown, mask }, inner) {
        // What is not known yet has no key among the values.
        const keys = new Set([...Object.keys(fields), ...((0,terraform_fields/* isRecord */.u4)(unknown) ? Object.keys(unknown) : [])]);
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
            return { kind: 'scalar', text: (0,render_text/* visible */.RK)(JSON.stringify(clean)), raw: value };
        // A heredoc ends its last line as well.
        return { kind: 'lines', lines: (0,render_text/* visible */.RK)(clean.replace(/\n$/, '')).split('\n'), raw: value };
    }
}
/** An object or a list in JSON, as policies and container definitions are; undefined for other text. */
function parseContainer(text) {
    if (!/^\s*[[{]/.test(text))
        return undefined;
    try {
        const value = (0,plan_json/* parseJson */.qF)(text);
        return ((0,plan_json/* isList */.Lv)(value) ? value.length : Object.keys((0,terraform_fields/* isRecord */.u4)(value) ? value : {}).length) > 0
            ? value
            : undefined;
    }
    catch {
        return undefined;
    }
}
function same(a, b) {
    // Providers take null for an empty list, and the other way around, as they please.
    if (isEmpty(a) && isEmpty(b))
        return true;
    if (a.kind === 'unknown' || b.kind === 'unknown')
        return false;
    if ('raw' in a && 'raw' in b)
        return (0,plan_json/* sameJson */.Vk)(a.raw, b.raw);
    if (a.kind === 'list' && b.kind === 'list') {
        return (a.items.length === b.items.length &&
            a.items.every((item, index) => same(item, b.items[index] ?? ABSENT)));
    }
    if (a.kind !== 'object' || b.kind !== 'object')
        return false;
    const keys = new Set([...a.entries.keys(), ...b.entries.keys()]);
    return [...keys].every((key) => same(a.entries.get(key) ?? ABSENT, b.entries.get(key) ?? ABSENT));
}
/** Nothing to see: null, an empty list or an empty map. */
const isEmpty = (shown) => shown.kind === 'absent' ||
    (shown.kind === 'list' && shown.items.length === 0) ||
    (shown.kind === 'object' && [...shown.entries.values()].every(isEmpty));

;// CONCATENATED MODULE: ./src/terraform/render/pairs.ts

/** Attributes that name an element, in policies, container definitions and the provider's blocks. */
const IDENTITIES = ['name', 'Name', 'Sid', 'sid', 'id', 'Id', 'ID', 'key', 'rule_id', 'containerPath'];
/** Share of attributes in common from which two elements without a name are taken for one. */
const ALIKE = 0.5;
/** Every one is compared with every other. */
const MOST_COMPARED = 2_500;
/** Takes a removed and an added element for one that changed, when they share a name or most of what they are. */
function pairUp(steps) {
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
const sameAt = (name, a, b) => same(a.get(name) ?? ABSENT, b.get(name) ?? ABSENT);
/** The share of entries that are the same in both, of those that say something. */
function similarity(a, b) {
    const names = [...new Set([...a.keys(), ...b.keys()])].filter((name) => {
        return !isEmpty(a.get(name) ?? ABSENT) || !isEmpty(b.get(name) ?? ABSENT);
    });
    return names.length === 0 ? 0 : names.filter((name) => sameAt(name, a, b)).length / names.length;
}

;// CONCATENATED MODULE: ./src/terraform/render/sequence.ts
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

;// CONCATENATED MODULE: ./src/terraform/render/whole.ts



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
                return (0,render_text/* shorten */.ml)(shown.text);
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
            return `(${(0,render_text/* plural */.LS)(shown.lines.length, 'line')})`;
        case 'object':
            return '{…}';
        case 'list':
            return `[${(0,render_text/* plural */.LS)(shown.items.length, 'item')}]`;
        case 'absent':
        case 'unknown':
        case 'sensitive':
        case 'scalar':
            return writer.inline(shown) ?? '';
    }
}

;// CONCATENATED MODULE: ./src/terraform/render/difference.ts






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
        if (same(before, after))
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
        const isSame = (pair) => same(pair.before, pair.after);
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
        return unchanged === 0 ? lines : [...lines, (0,line/* remark */.Vg)(depth, (0,render_text/* plural */.LS)(unchanged, 'unchanged attribute'))];
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
                (0,line/* line */.n8)('-', depth, `${label.text}${(0,render_text/* shorten */.ml)(before.text, at)}`),
                (0,line/* line */.n8)('+', depth, `${label.text}${(0,render_text/* shorten */.ml)(after.text, at)}${label.after}`),
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
        return pairUp(align(before, after, same)).flatMap((one) => {
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
            return [(0,line/* remark */.Vg)(depth, (0,render_text/* plural */.LS)(items.length, 'unchanged item'))];
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
            lines.push((0,line/* line */.n8)(' ', depth, `⋮ ${(0,render_text/* plural */.LS)(hidden.length, 'unchanged line')}`));
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
            return (0,line/* line */.n8)(' ', depth, (0,render_text/* shorten */.ml)(step.after));
        case 'remove':
            return (0,line/* line */.n8)('-', depth, (0,render_text/* shorten */.ml)(step.before));
        case 'add':
            return (0,line/* line */.n8)('+', depth, (0,render_text/* shorten */.ml)(step.after));
    }
}

;// CONCATENATED MODULE: ./src/terraform/render/attributes.ts










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
            ...(unchanged > 0 ? [(0,line/* remark */.Vg)(0, (0,render_text/* plural */.LS)(unchanged, 'unchanged attribute'))] : []),
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
        const isReformatted = same(pair.before, pair.after) && typeof (0,plan_json/* field */.ZZ)(change.after, name) === 'string';
        if (same(pair.before, pair.after) && !isReformatted)
            return [];
        if (name === 'tags_all' && this.isLikeTags(change, pair))
            return [];
        const forces = paths.filter(([first]) => first === name).map(attribute_path/* formatPath */.j);
        return [{ name, ...pair, forces }];
    }
    /** The AWS provider has every change of `tags` a second time, with the tags of the provider added. */
    isLikeTags(change, all) {
        const tags = this.pair(change, (value) => maskAt(value, 'tags'));
        return same(tags.before, all.before) && same(tags.after, all.after);
    }
    pair(change, at) {
        const [before, after, unknown] = [at(change.before), at(change.after), at(change.afterUnknown)];
        const hasBefore = before !== null && before !== undefined;
        const hasAfter = change.after !== null || (0,marks/* marksAny */.H)(unknown);
        const [maskBefore, maskAfter] = [at(change.beforeSensitive), at(change.afterSensitive)];
        const mask = !hasBefore ? maskAfter : !hasAfter ? maskBefore : unite(maskBefore, maskAfter);
        return {
            before: hasBefore ? this.display.show({ value: before, unknown: false, mask }) : ABSENT,
            after: hasAfter ? this.display.show({ value: after ?? null, unknown, mask }) : ABSENT,
        };
    }
    lines({ name, before, after, forces }, label) {
        // The same JSON, written in another way.
        if (same(before, after))
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
    const names = [before, after, afterUnknown].flatMap((value) => ((0,terraform_fields/* isRecord */.u4)(value) ? Object.keys(value) : []));
    return [...new Set(names)].sort();
}
const isUnknown = (change, name) => (0,marks/* marksAny */.H)(maskAt(change.afterUnknown, name));
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

// EXTERNAL MODULE: ./src/terraform/render/danger.ts
var danger = __webpack_require__(8142);
// EXTERNAL MODULE: ./src/terraform/render/fit.ts
var fit = __webpack_require__(5282);
// EXTERNAL MODULE: ./src/terraform/render/footer.ts
var footer = __webpack_require__(246);
// EXTERNAL MODULE: ./src/terraform/counts.ts
var terraform_counts = __webpack_require__(9654);
;// CONCATENATED MODULE: ./src/terraform/render/headline.ts


/** The plan in one line, and below it what the counts do not say. */
function headline(plan) {
    const counts = (0,terraform_counts/* countsOf */.m)(plan);
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
        counts.outputs > 0 && `${(0,render_text/* plural */.LS)(counts.outputs, 'output')} to change`,
    ];
    return parts.filter((part) => part !== false).join(', ');
}
function asides({ resources, deferred, actionInvocations, complete, errored }) {
    const reads = resources.filter(({ kind }) => kind === 'read').length;
    const waits = deferred.length > 0 || (!complete && !errored);
    return [
        reads > 0 && `During the apply, ${(0,render_text/* plural */.LS)(reads, 'data source')} ${reads === 1 ? 'is' : 'are'} read.`,
        actionInvocations.length > 0 &&
            `The apply also runs ${(0,render_text/* plural */.LS)(actionInvocations.length, 'action')} of providers.`,
        waits && `Terraform puts off ${(0,render_text/* plural */.LS)(deferred.length, 'change')} to another plan after this one.`,
    ].filter((text) => text !== false);
}

// EXTERNAL MODULE: ./src/terraform/render/resource.ts
var resource = __webpack_require__(1449);
;// CONCATENATED MODULE: ./src/terraform/render/resources.ts


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
        .map((change) => ({ kind, text: (0,resource/* once */.Oo)(() => (0,resource/* renderResource */.H5)(change, attributes)) })));
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
            return `**${(0,render_text/* plural */.LS)(left.length, 'more resource')}** (${list}) ${are} ${elsewhere}.`;
        },
    };
}

// EXTERNAL MODULE: ./src/terraform/render/sections.ts
var sections = __webpack_require__(4449);
;// CONCATENATED MODULE: ./src/terraform/render/render.ts











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
        `### ${plan.errored ? '❌ Terraform plan failed' : 'Terraform plan'} · ${(0,render_text/* code */.aY)(options.stack)}`,
        headline(plan),
        errors,
        ...(0,danger/* dangerSections */.K)(options.dangers, redactor.redact),
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

// EXTERNAL MODULE: ./src/terraform/failed.ts
var failed = __webpack_require__(1232);
// EXTERNAL MODULE: ./src/commands/failure.ts
var failure = __webpack_require__(9776);
// EXTERNAL MODULE: ./src/github/markdown.ts
var markdown = __webpack_require__(5566);
// EXTERNAL MODULE: ./src/terraform/cli.ts + 2 modules
var cli = __webpack_require__(1577);
// EXTERNAL MODULE: ./src/terraform/environment.ts
var environment = __webpack_require__(1177);
// EXTERNAL MODULE: ./src/commands/plan-report.ts + 2 modules
var plan_report = __webpack_require__(1256);
// EXTERNAL MODULE: ./src/commands/terraform-tool.ts + 9 modules
var terraform_tool = __webpack_require__(6774);
;// CONCATENATED MODULE: ./src/commands/fork.ts






const WHY = 'This pull request comes from a fork, and forks get no credentials: whoever can open one could read with them. ' +
    'So the stack was checked for format and validity only; a member can push the branch to this repository to see the plan.';
/** Format and validation, which need no credentials and get none. */
async function checkFork(inputs, world) {
    world.log.info(WHY);
    const { diagnostics, unformatted } = await check(inputs, world);
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    const lines = [
        ...(errors.length === 0
            ? ['- ✅ valid']
            : errors.map(({ summary, range }) => `- ❌ ${(0,markdown/* code */.aY)(range ? `${range.file}:${range.startLine}` : inputs.directory)}: ${(0,markdown/* code */.aY)(summary)}`)),
        ...(unformatted.length === 0
            ? ['- ✅ formatted']
            : unformatted.map((file) => `- ❌ ${(0,markdown/* code */.aY)(file)} is not formatted: run ${(0,markdown/* code */.aY)('terraform fmt -recursive')}`)),
    ];
    const faults = [
        ...errors.map(({ summary }) => summary),
        ...(unformatted.length === 0 ? [] : [`not formatted: ${unformatted.join(', ')}`]),
    ];
    return {
        outputs: {},
        summary: ['### Terraform check · a fork gets no plan', WHY, lines.join('\n')].join('\n\n'),
        warnings: [],
        annotations: (0,plan_report/* annotationsOf */.Ih)(diagnostics, inputs.directory, { redact: (text) => text }),
        failure: faults.length === 0
            ? undefined
            : { reason: 'terraform-failed', message: `${inputs.directory}: ${faults.join('; ')}` },
    };
}
async function check(inputs, world) {
    const folder = await world.openFolder();
    const tool = await (0,terraform_tool/* terraformFor */.K)(inputs, folder, world);
    const terraform = new cli/* Terraform */.v(inputs.directory, {
        program: tool.program,
        version: tool.version,
        env: { ...(0,environment/* terraformEnvironment */.M)(world.env, 'none'), ...tool.env },
        folder,
        onEvent: ({ message }) => {
            if (message !== '')
                world.log.info(message);
        },
        redact: (text) => text,
        learn: () => undefined,
        interruption: world.interruption,
    });
    try {
        await terraform.init({ backend: 'none' });
        return { diagnostics: await terraform.validate(), unformatted: await terraform.fmtCheck() };
    }
    catch (error) {
        // Broken syntax, say: what Terraform says of it is what the author needs.
        if (!(error instanceof failed/* TerraformFailed */.s) || error.diagnostics.length === 0)
            throw error;
        return { diagnostics: error.diagnostics, unformatted: [] };
    }
}

// EXTERNAL MODULE: ./src/commands/records.ts + 2 modules
var commands_records = __webpack_require__(5002);
// EXTERNAL MODULE: ./src/commands/stack.ts + 4 modules
var commands_stack = __webpack_require__(1945);
;// CONCATENATED MODULE: ./src/commands/plan.ts










/** Shows on the pull request what an apply of the stack would do, and records what was shown. */
async function plan_plan(inputs, world) {
    const context = await (0,github_context/* readContext */.y)(world.env, world.readFile);
    if (context.event === 'pull_request' && context.isFork)
        return checkFork(inputs, world);
    const stack = await commands_stack/* Stack */.B.open(inputs, world);
    try {
        await stack.prepare();
        return await reportPlan(await stack.plan(), { inputs, context, stack, world });
    }
    catch (error) {
        const diagnostics = diagnosticsOf(error);
        if (diagnostics === undefined)
            throw error;
        return await reportFailure(error, diagnostics, { inputs, context, stack, world });
    }
    finally {
        await stack.close();
    }
}
const NOTHING_SAID = { url: undefined, warnings: [] };
async function reportPlan(planned, place) {
    const { inputs, stack } = place;
    const rendered = render(planned, planned.diagnostics, place);
    // Random for each record: without it, nobody can try out what a short secret was.
    const salt = (0,external_node_crypto_.randomBytes)(32).toString('hex');
    const recorded = await record(planned, salt, place);
    // Where nothing changes, an earlier comment that says otherwise is still to be put right.
    const first = inputs.comment === 'always' || planned.counts.hasChanges ? 'make' : 'leave';
    const said = inputs.comment === 'never' ? NOTHING_SAID : await (0,plan_report/* sayOnPull */._V)({ body: rendered.comment, first }, place);
    return {
        outputs: {
            ...(0,plan_report/* countOutputs */.wo)(planned.counts),
            fingerprint: (0,terraform_entries/* seal */.od)(planned.fingerprint, salt),
            'comment-url': said.url ?? '',
            summary: rendered.comment,
            record: recorded.url,
        },
        summary: rendered.summary,
        warnings: [...recorded.warnings, ...said.warnings],
        annotations: (0,plan_report/* annotationsOf */.Ih)(planned.diagnostics, inputs.directory, stack.secrets),
        failure: undefined,
    };
}
const UNRECORDED = 'The plan was not recorded: the state is not in S3 and plan-records is not given, so an apply cannot be held to this plan';
/** Keeps what the pull request shows, where an apply will look for it. A plan of anything else is nobody's promise. */
async function record(planned, salt, { inputs, context, stack, world }) {
    if (context.event !== 'pull_request')
        return { url: '', warnings: [] };
    const records = await (0,commands_records/* openRecords */.t)(stack, world);
    if (records === undefined)
        return { url: '', warnings: [UNRECORDED] };
    const entries = (0,terraform_entries/* planEntries */.W9)(planned.plan, salt);
    const given = { context, inputs, salt, entries, version: stack.terraformVersion };
    const url = await records.write((0,commands_records/* recordOf */.z)(planned, given));
    world.log.info(`The plan is recorded in ${url}`);
    return { url, warnings: [] };
}
async function reportFailure(error, diagnostics, place) {
    const { inputs, stack } = place;
    const rendered = render(undefined, diagnostics, place);
    const said = inputs.comment === 'never'
        ? NOTHING_SAID
        : await (0,plan_report/* sayOnPull */._V)({ body: rendered.comment, first: 'make' }, place);
    const message = stack.secrets.redact(error instanceof Error ? error.message : String(error));
    return {
        outputs: { 'comment-url': said.url ?? '', summary: rendered.comment },
        summary: rendered.summary,
        warnings: said.warnings,
        annotations: (0,plan_report/* annotationsOf */.Ih)(diagnostics, inputs.directory, stack.secrets),
        failure: { reason: (0,failure/* reasonOf */.A)(error), message },
    };
}
function render(planned, diagnostics, { inputs, context, stack }) {
    return renderPlan(planned?.plan, {
        stack: inputs.stack,
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
    if (error instanceof failed/* TerraformFailed */.s && error.facts.interrupted)
        return undefined;
    if (error instanceof failed/* TerraformFailed */.s || error instanceof commands_stack/* InvalidConfiguration */.s)
        return error.diagnostics;
    return undefined;
}


/***/ })

};
