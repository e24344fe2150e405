// Answers texts with the browser's finder, whose path is the argument: JSON in, JSON out.
import { readFileSync } from "node:fs";

const source = readFileSync(process.argv[2], "utf8");
const { complaint, diagnose } = await import(`data:text/javascript,${encodeURIComponent(source)}`);
const { table, texts } = JSON.parse(readFileSync(0, "utf8"));
const answers = texts.map((text) => ({ complaint: complaint(text, table), answers: diagnose(text, table) }));
process.stdout.write(JSON.stringify(answers));
