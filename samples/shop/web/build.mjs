// Copies the pages to dist/ and fills in the title: a stand-in for a real bundler.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";

rmSync("dist", { recursive: true, force: true });
mkdirSync("dist", { recursive: true });
cpSync("src", "dist", { recursive: true });
const page = readFileSync("dist/index.html", "utf8");
writeFileSync("dist/index.html", page.replace("%TITLE%", "Shop"));
