// Reads a list of texts and writes what each is found by.
import { readFileSync } from "node:fs";
import { fold } from "./fold.js";
import { asked, brief, tokens } from "./tokens.js";

const texts = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(texts.map((text) => ({ key: fold(text), tokens: tokens(text), asked: asked(text), brief: brief(text) }))));
