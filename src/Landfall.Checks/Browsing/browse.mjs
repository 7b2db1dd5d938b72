// Runs the steps of a browser check. It starts Chromium and speaks the DevTools protocol to it through a pipe, so that Node and a
// browser are all that has to be there: on a machine, and in the task that checks a rollout, whose image brings both.
//   LANDFALL_STEPS         the steps, as JSON
//   LANDFALL_TEST_URL      the address that is checked
//   LANDFALL_TEST_ADDRESS  where that host is in the network, in place of what DNS says (optional)
//   LANDFALL_BROWSER       the browser's program, where it is not at one of the usual places (optional)
//   LANDFALL_SECRET_…      values that are typed; none is ever printed
// Each step gives a line of JSON. The exit code is 0 where all have passed, 1 where one failed, 2 where there is no browser.
import { spawn } from "node:child_process";
import { accessSync, constants, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

const { file, steps } = JSON.parse(process.env.LANDFALL_STEPS);
const base = process.env.LANDFALL_TEST_URL.replace(/\/+$/, "");
const pollMs = 100;   // as fast as nobody notices, without keeping the page busy
const startMs = 30_000;
const excerptLength = 200;

const secretOf = name => process.env["LANDFALL_SECRET_" + name.toUpperCase().replaceAll("-", "_")] ?? "";
const hidden = steps.flatMap(step => step.value ?? []).filter(part => part.secret).map(part => secretOf(part.secret)).filter(value => value);
const forms = hidden.flatMap(value => [value, value.replace(/\s+/g, " ").trim(), value.replaceAll(" ", "+"), encodeURIComponent(value), encodeURI(value), new URLSearchParams({ v: value }).toString().slice(2)])
  .filter(form => form).sort((a, b) => b.length - a.length);
const masked = text => forms.reduce((whole, form) => whole.replaceAll(form, "***"), text);
const cut = text => text.length > excerptLength ? text.slice(0, excerptLength) + "…" : text;
const quote = text => `'${cut(masked(text))}'`;   // masked before it is cut: half a secret is not recognised
const sleep = ms => new Promise(done => setTimeout(done, ms));

function tell(step, failure, began) {
  const line = { check: file, line: step.line, step: step.title, milliseconds: Math.round(performance.now() - began) };
  console.log(JSON.stringify(failure === null ? line : { ...line, failure: masked(failure) }));
}

function findBrowser() {
  if (process.env.LANDFALL_BROWSER) return process.env.LANDFALL_BROWSER;
  const names = ["chrome-headless-shell", "headless_shell", "chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];
  const folders = process.env.PATH.split(delimiter).filter(folder => folder);
  const apps = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium"];
  const candidates = [...names.flatMap(name => folders.map(folder => join(folder, name))), ...apps];
  return candidates.find(isProgram) ?? below(process.env.PLAYWRIGHT_BROWSERS_PATH ?? "/ms-playwright", names, 3);
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

// Playwright's image has its browsers in folders that are named after their versions.
function below(folder, names, depth) {
  let entries;
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return undefined;
  }
  return entries.filter(entry => entry.isFile() && names.includes(entry.name)).map(entry => join(folder, entry.name)).find(isProgram)
    ?? (depth === 0 ? undefined : entries.filter(entry => entry.isDirectory()).map(entry => below(join(folder, entry.name), names, depth - 1)).find(found => found));
}

class Browser {
  #next = 0;
  #waiting = new Map();
  #listeners = new Map();
  #error = "";

  constructor(program, profile) {
    const address = process.env.LANDFALL_TEST_ADDRESS;
    const flags = [
      // In a container there are no user namespaces, which the sandbox needs; what is opened is the owner's own service.
      "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--no-default-browser-check",
      "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions", "--mute-audio",
      "--window-size=1280,900", `--user-data-dir=${profile}`, "--remote-debugging-pipe",
      ...(address ? [`--host-resolver-rules=MAP ${new URL(base).hostname} ${address}`] : []),
    ];
    // The browser gets no secret, and writes nowhere but to its profile.
    const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("LANDFALL_")));
    this.process = spawn(program, [...flags, "about:blank"], { stdio: ["ignore", "ignore", "pipe", "pipe", "pipe"], env: { ...environment, HOME: profile } });
    this.ended = new Promise(done => {
      this.process.on("error", error => done(error.message));
      this.process.on("exit", (code, signal) => done(`it ended with ${code ?? signal}${this.#error ? ": " + this.#error.trim().split("\n").at(-1) : ""}`));
    });
    this.ended.then(why => this.#waiting.forEach(({ reject }) => reject(new Error(`the browser is gone: ${why}`))));
    this.process.stderr.on("data", data => { this.#error = (this.#error + data).slice(-2000); });
    this.process.stdio[3].on("error", () => {});   // a browser that is gone is told by its end
    let rest = "";
    this.process.stdio[4].setEncoding("utf8").on("data", data => {
      const messages = (rest + data).split("\0");
      rest = messages.pop();
      messages.forEach(message => this.#receive(JSON.parse(message)));
    });
  }

  #receive({ id, method, params, result, error }) {
    if (id === undefined) return this.#listeners.get(method)?.(params);
    const { resolve, reject } = this.#waiting.get(id);
    this.#waiting.delete(id);
    error ? reject(new Error(error.message)) : resolve(result);
  }

  on(method, listener) {
    this.#listeners.set(method, listener);
  }

  send(method, params = {}, sessionId = undefined) {
    return new Promise((resolve, reject) => {
      const id = ++this.#next;
      this.#waiting.set(id, { resolve, reject });
      this.process.stdio[3].write(JSON.stringify({ id, method, params, sessionId }) + "\0");
    });
  }
}

// What runs inside the page. A person finds things by what is written on them: so do steps.
function inPage() {
  const clean = text => (text ?? "").replace(/\s+/g, " ").trim();
  const walk = root => [...root.querySelectorAll("*")].flatMap(element => element.shadowRoot ? [element, ...walk(element.shadowRoot)] : [element]);
  const all = () => walk(document);
  const visible = element => element.getClientRects().length > 0 && getComputedStyle(element).visibility === "visible";
  const describe = element => `<${element.localName}${element.id ? " id=" + element.id : ""}>`;
  const names = element => [element.innerText, element.ariaLabel, element.title, element.alt, element.placeholder, ["submit", "button", "reset"].includes(element.type) ? element.value : ""].map(clean);
  const pressable = "a, button, summary, label, input[type=submit], input[type=button], input[type=reset], input[type=image], [role=button], [role=link], [role=tab], [role=menuitem], [role=option], [role=checkbox], [onclick]";

  function byText(text, fields) {
    const shown = all().filter(visible);
    const wanted = shown.filter(element => names(element).includes(clean(text)));
    if (!fields) return wanted.find(element => element.matches(pressable)) ?? wanted.at(-1);
    const labelled = shown.find(element => [...(element.labels ?? [])].some(label => clean(label.innerText) === clean(text)));
    return labelled ?? wanted.find(element => element.matches("input, textarea, select, [contenteditable]"));
  }

  function find({ text, css }, fields) {
    if (text !== undefined) return byText(text, fields);
    return all().find(element => element.matches(css) && visible(element));
  }

  const roots = root => [...root.querySelectorAll("*")].filter(element => element.shadowRoot).flatMap(element => [element.shadowRoot, ...roots(element.shadowRoot)]);
  const shownText = () => clean([document.body, ...roots(document).flatMap(root => [...root.children])].map(element => element?.innerText ?? "").join(" "));

  return {
    ready: () => document.readyState === "complete",
    state: () => ({ url: location.href, title: clean(document.title), text: shownText() }),
    has: target => find(target, false) !== undefined,
    place(target) {
      const element = find(target, false);
      if (!element) return { missing: true };
      element.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
      if (element.disabled) return { blocked: `${describe(element)} is disabled` };
      const box = element.getClientRects()[0];
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      let top = document.elementFromPoint(x, y);
      while (top?.shadowRoot?.elementFromPoint(x, y) && top.shadowRoot.elementFromPoint(x, y) !== top) top = top.shadowRoot.elementFromPoint(x, y);
      for (let over = top; over; over = over.parentNode ?? over.host) if (over === element) return { x, y };
      return element.contains(top) || [...(element.labels ?? [])].some(label => label.contains(top)) ? { x, y } : { blocked: `${top ? describe(top) : "something"} covers it` };
    },
    focus(target, value) {
      const element = find(target, true);
      if (!element) return { missing: true };
      if (element.disabled || element.readOnly) return { blocked: `${describe(element)} cannot be typed into` };
      if (element.localName === "select") {
        const option = [...element.options].find(one => clean(one.text) === clean(value));
        if (!option) return { blocked: "it has no such option" };
        element.value = option.value;
        ["input", "change"].forEach(kind => element.dispatchEvent(new Event(kind, { bubbles: true })));
        return { chosen: true };
      }
      if (!element.matches("input, textarea, [contenteditable]")) return { blocked: `${describe(element)} cannot be typed into` };
      element.scrollIntoView({ block: "center", behavior: "instant" });
      element.focus();
      element.select ? element.select() : getSelection().selectAllChildren(element);
      return {};
    },
  };
}

// A check follows one tab: what would open another opens in this one.
function oneTab() {
  window.open = url => { if (url) location.assign(url); return null; };
  addEventListener("click", event => event.composedPath().forEach(node => { if (node.target === "_blank") node.target = "_self"; }), true);
}

class Page {
  #status = 0;

  constructor(browser, session) {
    this.browser = browser;
    this.session = session;
  }

  static async open(browser) {
    const { targetInfos } = await browser.send("Target.getTargets");
    const { sessionId } = await browser.send("Target.attachToTarget", { targetId: targetInfos.find(target => target.type === "page").targetId, flatten: true });
    const page = new Page(browser, sessionId);
    browser.on("Network.responseReceived", ({ type, response, frameId }) => { if (type === "Document" && frameId === page.frame) page.#status = response.status; });
    browser.on("Page.javascriptDialogOpening", () => page.send("Page.handleJavaScriptDialog", { accept: true }).catch(() => {}));
    await Promise.all(["Page.enable", "Network.enable", "Runtime.enable"].map(method => page.send(method)));
    page.frame = (await page.send("Page.getFrameTree")).frameTree.frame.id;
    await page.send("Page.addScriptToEvaluateOnNewDocument", { source: `(${oneTab})()` });
    return page;
  }

  send(method, params) {
    return this.browser.send(method, params, this.session);
  }

  async ask(what, ...values) {
    const expression = `(${inPage})().${what}(${values.map(value => JSON.stringify(value)).join(", ")})`;
    const { result, exceptionDetails } = await this.send("Runtime.evaluate", { expression, returnByValue: true });
    if (exceptionDetails) throw Object.assign(new Error(exceptionDetails.exception?.description?.split("\n")[0] ?? exceptionDetails.text), { final: exceptionDetails.exception?.className === "DOMException" });
    return result.value;
  }

  async go(path) {
    this.#status = 0;
    const { errorText } = await this.send("Page.navigate", { url: base + path });
    if (errorText) return `no answer: ${errorText}`;
    await this.until(() => this.ask("ready"));
    return this.#status >= 400 ? `the answer has status ${this.#status}` : null;
  }

  // While a page goes and the next one comes, questions fail: they are asked again. The step's time limits it.
  async until(condition) {
    for (;;) {
      const value = await condition().catch(error => { if (error.final) throw error; });   // a selector that is none stays none
      if (value) return value;
      await sleep(pollMs);
    }
  }

  async click({ x, y }) {
    const mouse = (type, buttons) => this.send("Input.dispatchMouseEvent", { type, x, y, button: "left", buttons, clickCount: 1 });
    await mouse("mouseMoved", 0);
    await mouse("mousePressed", 1);
    await mouse("mouseReleased", 0);
  }

  async press(key) {
    const known = { Enter: [13, "\r"], Tab: [9, ""], Escape: [27, ""] }[key];
    const event = { key, code: key, windowsVirtualKeyCode: known[0] };
    await this.send("Input.dispatchKeyEvent", { ...event, type: known[1] ? "keyDown" : "rawKeyDown", text: known[1] || undefined });
    await this.send("Input.dispatchKeyEvent", { ...event, type: "keyUp" });
  }

  async evidence() {
    const state = await Promise.race([this.ask("state").catch(() => null), sleep(1000)]);
    if (!state) return "";
    const answered = this.#status >= 400 ? `, which was answered with status ${this.#status},` : "";
    return `; the page is ${cut(masked(within(state.url)))}${answered} ${quote(state.title)}, and shows ${quote(state.text)}`;
  }
}

const within = url => url === base ? "/" : url.startsWith(base + "/") ? url.slice(base.length) : url;
const written = step => step.value.map(part => part.text ?? secretOf(part.secret)).join("");
const named = target => target.css ?? `"${target.text}"`;
const holds = (actual, sign, expected) => ({ "==": actual === expected, "!=": actual !== expected, "~": actual.includes(expected), "!~": !actual.includes(expected) })[sign];

// Each gives null where the step has passed, or calls 'seen' with why it has not so far, which is what is told when its time is up.
const actions = {
  open: (page, step, seen) => {
    seen("the page has not loaded");
    return page.go(step.path);
  },
  click: async (page, step, seen) => {
    const place = await page.until(async () => {
      const found = await page.ask("place", step.target);
      seen(found.missing ? `there is no visible ${named(step.target)}` : found.blocked ? `${named(step.target)} cannot be clicked: ${found.blocked}` : "the click has not ended");
      return found.x === undefined ? null : found;
    });
    await page.click(place);
    return null;
  },
  type: async (page, step, seen) => {
    const text = written(step);
    const field = await page.until(async () => {
      const found = await page.ask("focus", step.target, text);
      seen(found.missing ? `there is no visible field ${named(step.target)}` : found.blocked ? `nothing can be typed into ${named(step.target)}: ${found.blocked}` : "the typing has not ended");
      return found.missing || found.blocked ? null : found;
    });
    if (!field.chosen) await page.send("Input.insertText", { text });
    return null;
  },
  press: async (page, step) => {
    await page.press(step.key);
    return null;
  },
  element: async (page, step, seen) => {
    seen(step.not ? `there still is a visible ${named(step.target)}` : `there is no visible ${named(step.target)}`);
    await page.until(async () => await page.ask("has", step.target) !== step.not);
    return null;
  },
  text: async (page, step, seen) => {
    seen(step.not ? "the text is still shown" : "the text is not shown");
    await page.until(async () => (await page.ask("state")).text.includes(step.expected.replace(/\s+/g, " ").trim()) !== step.not);
    return null;
  },
  title: (page, step, seen) => compared(page, step, seen, "title", state => state.title),
  url: (page, step, seen) => compared(page, step, seen, "url", state => within(state.url)),
};

async function compared(page, step, seen, what, of) {
  seen(`there is no ${what}`);
  await page.until(async () => {
    const actual = of(await page.ask("state"));
    seen(`the ${what} is ${quote(actual)}`);
    return holds(actual, step.sign, step.expected);
  });
  return null;
}

async function run(page, step) {
  let why = "";
  const late = Symbol();
  let timer;
  const limit = new Promise(done => { timer = setTimeout(done, step.timeout, late); });
  try {
    const failure = await Promise.race([actions[step.action](page, step, reason => { why = reason; }), limit]);
    if (failure === null) return null;
    return (failure === late ? `${why} after ${step.timeout / 1000} s` : failure) + await page.evidence();
  } catch (error) {
    return error.message;
  } finally {
    clearTimeout(timer);
  }
}

async function main(browser) {
  const page = await Promise.race([Page.open(browser), sleep(startMs).then(() => { throw new Error(`the browser has not started within ${startMs / 1000} s`); })]);
  for (const step of steps) {
    const began = performance.now();
    const failure = await run(page, step);
    tell(step, failure, began);
    if (failure !== null) return 1;   // who stands before a closed door takes no further step
  }
  return 0;
}

const program = findBrowser();
const profile = mkdtempSync(join(tmpdir(), "landfall-browser-"));
let browser;
let code = 2;
try {
  if (!program) throw new Error("there is no Chromium or Chrome; install one, or name its program in LANDFALL_BROWSER");
  browser = new Browser(program, profile);
  ["SIGTERM", "SIGINT"].forEach(signal => process.on(signal, () => { browser.process.kill("SIGKILL"); process.exit(130); }));
  code = await main(browser);
} catch (error) {
  tell({ line: 1, title: "start the browser" }, `${program ?? ""} ${error.message}`.trim(), performance.now());
} finally {
  browser?.process.kill("SIGKILL");
  await browser?.ended;
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  process.exit(code);
}
