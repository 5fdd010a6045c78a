import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { connect as connectTls } from 'node:tls';
export async function run({ sql, write, maxRows }, { env, emit }) {
    const connection = await Connection.open(env);
    try {
        await connection.logIn(env, write);
        connection.send('P', text(''), text(sql), int16(0));
        connection.send('D', Buffer.from('S'), text(''));
        connection.send('B', text(''), text(''), int16(0), int16(0), int16(0));
        connection.send('E', text(''), int32(maxRows + 1));
        connection.send('S');
        await emitRows(connection, maxRows, emit);
    }
    finally {
        connection.close();
    }
}
async function emitRows(connection, maxRows, emit) {
    let rows = 0;
    for (;;) {
        const [type, body] = await connection.receive();
        if (type === 'T')
            emit('columns', columnNames(body));
        if (type === 'D') {
            if (rows < maxRows)
                emit('row', columnValues(body));
            rows += 1;
        }
        if (type === 'C')
            emit('text', body.toString('utf8', 0, body.length - 1));
        if (type === 's')
            emit('truncated', { maxRows });
        if (type === 'Z')
            return;
    }
}
class Connection {
    socket;
    buffered = Buffer.alloc(0);
    chunks;
    constructor(socket) {
        this.socket = socket;
        this.chunks = socket[Symbol.asyncIterator]();
    }
    static async open(env) {
        const [host = '', port = '5432'] = (env['DATABASE_HOST'] ?? '').split(':');
        const socket = connect({ host, port: Number(port) });
        await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
        if (!/sslmode=(?:require|verify)/.test(env['DATABASE_ARGS'] ?? ''))
            return new Connection(socket);
        socket.write(Buffer.concat([int32(8), int32(80877103)]));
        const answer = await new Promise((resolve) => socket.once('data', resolve));
        if (answer.toString() !== 'S')
            throw new Error(`${host} does not accept TLS connections`);
        const secure = connectTls({ socket, rejectUnauthorized: false, servername: host });
        await new Promise((resolve, reject) => secure.once('secureConnect', resolve).once('error', reject));
        return new Connection(secure);
    }
    send(type, ...parts) {
        const body = Buffer.concat(parts);
        this.socket.write(Buffer.concat([Buffer.from(type), int32(body.length + 4), body]));
    }
    async receive() {
        const head = await this.read(5);
        const body = await this.read(head.readInt32BE(1) - 4);
        const type = head.toString('latin1', 0, 1);
        if (type === 'E')
            throw new Error(errorText(body));
        return [type, body];
    }
    async read(length) {
        while (this.buffered.length < length) {
            const { value, done } = await this.chunks.next();
            if (done === true)
                throw new Error('The PostgreSQL server closed the connection');
            this.buffered = Buffer.concat([this.buffered, value]);
        }
        const taken = this.buffered.subarray(0, length);
        this.buffered = this.buffered.subarray(length);
        return taken;
    }
    async logIn(env, write) {
        const settings = { user: env['DATABASE_USERNAME'] ?? '', database: env['DATABASE_NAME'] ?? '' };
        const options = write ? {} : { options: '-c default_transaction_read_only=on' };
        const pairs = Object.entries({ ...settings, ...options, client_encoding: 'UTF8' }).flat();
        const body = Buffer.concat([int32(196608), ...pairs.map(text), Buffer.alloc(1)]);
        this.socket.write(Buffer.concat([int32(body.length + 4), body]));
        await this.authenticate(settings.user, env['DATABASE_PASSWORD'] ?? '');
        for (;;)
            if ((await this.receive())[0] === 'Z')
                return;
    }
    async authenticate(user, password) {
        const [, request] = await this.receive();
        const method = request.readInt32BE(0);
        if (method === 0)
            return;
        if (method !== 10)
            throw new Error(`PostgreSQL asks for the authentication method ${method}, not for SCRAM-SHA-256`);
        const first = `n=${user},r=${randomBytes(18).toString('base64')}`;
        const hello = Buffer.from(`n,,${first}`);
        this.send('p', text('SCRAM-SHA-256'), int32(hello.length), hello);
        const challenge = (await this.receive())[1].toString('utf8', 4);
        this.send('p', Buffer.from(scramAnswer(password, first, challenge)));
        await this.receive();
        await this.receive();
    }
    close() {
        this.socket.destroy();
    }
}
function scramAnswer(password, first, challenge) {
    const attribute = (name) => challenge
        .split(',')
        .find((part) => part.startsWith(`${name}=`))
        ?.slice(2) ?? '';
    const salted = pbkdf2Sync(password, Buffer.from(attribute('s'), 'base64'), Number(attribute('i')), 32, 'sha256');
    const clientKey = createHmac('sha256', salted).update('Client Key').digest();
    const storedKey = createHash('sha256').update(clientKey).digest();
    const last = `c=biws,r=${attribute('r')}`;
    const signature = createHmac('sha256', storedKey).update(`${first},${challenge},${last}`).digest();
    const proof = Buffer.from(clientKey.map((byte, index) => byte ^ (signature[index] ?? 0)));
    return `${last},p=${proof.toString('base64')}`;
}
const text = (value) => Buffer.from(`${value}\0`);
function int16(value) {
    const buffer = Buffer.alloc(2);
    buffer.writeInt16BE(value);
    return buffer;
}
function int32(value) {
    const buffer = Buffer.alloc(4);
    buffer.writeInt32BE(value);
    return buffer;
}
function columnNames(body) {
    const names = [];
    let position = 2;
    for (let left = body.readInt16BE(0); left > 0; left -= 1) {
        const end = body.indexOf(0, position);
        names.push(body.toString('utf8', position, end));
        position = end + 19;
    }
    return names;
}
function columnValues(body) {
    const values = [];
    let position = 2;
    for (let left = body.readInt16BE(0); left > 0; left -= 1) {
        const length = body.readInt32BE(position);
        position += 4;
        values.push(length < 0 ? null : body.toString('utf8', position, position + length));
        position += Math.max(0, length);
    }
    return values;
}
function errorText(body) {
    const fields = new Map(body
        .toString('utf8')
        .split('\0')
        .filter((field) => field !== '')
        .map((field) => [field[0], field.slice(1)]));
    const detail = [fields.get('D'), fields.get('H')].filter((part) => part !== undefined).join('. ');
    return `${fields.get('M') ?? 'PostgreSQL reported an error'} (SQLSTATE ${fields.get('C') ?? 'unknown'})${detail === '' ? '' : `. ${detail}`}`;
}
