const MAX_LINE_LENGTH = 8000;
export async function start(run, args) {
    let number = 0;
    const emit = (kind, value) => {
        const text = JSON.stringify(value);
        for (let from = 0; from < text.length; from += MAX_LINE_LENGTH) {
            const mark = from + MAX_LINE_LENGTH < text.length ? '+' : '=';
            process.stdout.write(`@${++number}${mark}${kind} ${text.slice(from, from + MAX_LINE_LENGTH)}\n`);
        }
    };
    try {
        await run(args, { env: process.env, emit });
    }
    catch (error) {
        emit('error', { message: error instanceof Error ? error.message : String(error) });
        process.exitCode = 1;
    }
    emit('end', {});
}
