// A kernel for notebooks in VS Code, in place of the extension ms-toolsai.jupyter: it hands each cell
// to `kernel.py`, which runs it in a real ipykernel and answers with the kernel's own messages, and
// makes of them what that extension would.
const { spawn } = require("child_process");
const { dirname } = require("path");
const { createInterface } = require("readline");
const { NotebookCellOutput: Output, NotebookCellOutputItem: Item, notebooks } = require("vscode");

const text = (value) => (typeof value === "string" ? value : JSON.stringify(value));
const item = ([mime, value]) =>
    /^image\/(?!svg)/.test(mime)
        ? new Item(Buffer.from(value, "base64"), mime)
        : Item.text(text(value), mime);
const kinds = {
    stream: ({ name, text }) => [Item[name](text)],
    error: ({ ename, evalue, traceback }) => [
        Item.error({ name: ename, message: evalue, stack: traceback.join("\n") }),
    ],
    display_data: ({ data }) => Object.entries(data).map(item),
};
kinds.execute_result = kinds.display_data;

exports.activate = () => {
    const kernels = new Map(); // of each notebook the process and its answers
    const controller = notebooks.createNotebookController("test", "jupyter-notebook", "Test kernel");
    controller.supportedLanguages = ["python"];
    controller.supportsExecutionOrder = true;

    const start = ({ uri }) => {
        const python = spawn(process.env.TEST_PYTHON, [`${__dirname}/kernel.py`], {
            cwd: dirname(uri.fsPath), stdio: ["pipe", "pipe", "inherit"],
        });
        return { python, answers: createInterface(python.stdout)[Symbol.asyncIterator]() };
    };

    // Run a cell; return whether it ended without an error.
    const run = async (cell, { python, answers }) => {
        const execution = controller.createNotebookCellExecution(cell);
        execution.start(Date.now());
        await execution.clearOutput();
        python.stdin.write(JSON.stringify(cell.document.getText()) + "\n");
        for (;;) {
            const { type, content } = JSON.parse((await answers.next()).value);
            if (type === "execute_input") execution.executionOrder = content.execution_count;
            if (type === "execute_reply") {
                execution.end(content.status === "ok", Date.now());
                return content.status === "ok";
            }
            if (!kinds[type]) continue;
            const metadata = {
                outputType: type, metadata: content.metadata ?? {}, executionCount: content.execution_count,
            };
            if (type === "error") metadata.originalError = { output_type: type, ...content };
            await execution.appendOutput(new Output(kinds[type](content), metadata));
        }
    };

    let queue = Promise.resolve();
    controller.executeHandler = (cells, notebook) => {
        if (!kernels.has(notebook)) kernels.set(notebook, start(notebook));
        queue = queue.then(async () => {
            for (const cell of cells) if (!(await run(cell, kernels.get(notebook)))) break;
        });
        return queue;
    };
};
