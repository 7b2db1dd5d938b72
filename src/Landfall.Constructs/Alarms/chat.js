// Writes what SNS brings (an alarm of CloudWatch, an event of EventBridge, any text) into a chat. What fails is thrown: Lambda tries
// again, and then puts the message into the dead-letter queue. Neither the webhook's address nor the signature's secret is ever logged.
const { createHmac } = require('node:crypto');
const { SecretsManagerClient, GetSecretValueCommand } = require('@aws-sdk/client-secrets-manager');

const { CHAT, WEBHOOK, SIGN, DASHBOARD, CONSOLE, TIMEOUT_MS = '10000' } = process.env;
const isLink = (url) => /^https:/.test(url ?? '');
const board = [['Dashboard', DASHBOARD]].filter(([, url]) => isLink(url));
const cut = (text, most) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
const secret = async (name) => (await new SecretsManagerClient({}).send(new GetSecretValueCommand({ SecretId: name }))).SecretString.trim();

function read(text) {
  let m;
  try { m = JSON.parse(text); } catch { m = null; }
  if (m?.AlarmName) {
    const [about, runbook] = (m.AlarmDescription ?? '').split(/ ?Runbook: (?=\S+$)/);
    const alarm = `${CONSOLE}#alarmsV2:alarm/${encodeURIComponent(m.AlarmName)}`;
    return {
      state: m.NewStateValue, title: `${m.NewStateValue} ${m.AlarmName}`,
      lines: [about, m.NewStateReason, isLink(runbook) ? '' : runbook && `Runbook: ${runbook}`, m.StateChangeTime],
      links: [['Runbook', runbook], ['Alarm', alarm], ['Dashboard', DASHBOARD]].filter(([, url]) => isLink(url)),
    };
  }
  if (m?.['detail-type']) {
    return { state: '', title: m['detail-type'], lines: [m.source, JSON.stringify(m.detail), m.time], links: board };
  }
  return { state: '', title: 'Message', lines: [text], links: board };
}

const color = (state, of) => of[state] ?? of.else;
const markdown = ({ lines, links }, link, most = 2000) => cut(lines.filter(Boolean).join('\n\n'), most)
  + (links.length ? `\n\n${links.map(([name, url]) => link(name, url)).join(' · ')}` : '');
const md = (name, url) => `[${name}](${url})`;
const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const bodies = {
  slack: (m) => ({
    text: escape(m.title),
    attachments: [{
      color: color(m.state, { ALARM: '#d13212', OK: '#1d8102', else: '#687078' }),
      blocks: [{ type: 'section', text: { type: 'mrkdwn', text: `*${escape(m.title)}*\n${markdown({ ...m, lines: m.lines.filter(Boolean).map(escape) }, (n, u) => `<${u}|${n}>`)}` } }],
    }],
  }),
  teams: (m) => ({
    type: 'message',
    attachments: [{
      contentType: 'application/vnd.microsoft.card.adaptive',
      content: {
        $schema: 'http://adaptivecards.io/schemas/adaptive-card.json', type: 'AdaptiveCard', version: '1.4',
        body: [
          { type: 'TextBlock', size: 'medium', weight: 'bolder', wrap: true, text: m.title, color: color(m.state, { ALARM: 'attention', OK: 'good', else: 'default' }) },
          ...m.lines.filter(Boolean).map((text) => ({ type: 'TextBlock', wrap: true, text: cut(text, 3000) })),
        ],
        actions: m.links.map(([title, url]) => ({ type: 'Action.OpenUrl', title, url })),
      },
    }],
  }),
  feishu: (m) => ({
    msg_type: 'interactive',
    card: {
      header: { template: color(m.state, { ALARM: 'red', OK: 'green', else: 'grey' }), title: { tag: 'plain_text', content: m.title } },
      elements: [{ tag: 'markdown', content: markdown(m, md) }],
    },
  }),
  dingtalk: (m) => ({ msgtype: 'markdown', markdown: { title: m.title, text: `### ${m.title}\n\n${markdown(m, md)}` } }),
  wecom: (m) => ({ msgtype: 'markdown', markdown: { content: `### ${m.title}\n${markdown(m, md, 800)}` } }), // 4096 bytes at most
};

// Feishu: the key is the time in seconds and the secret, and what is signed is empty. DingTalk: milliseconds, and both are signed.
const hmac = (key, text) => createHmac('sha256', key).update(text).digest('base64');

function signed(url, body, key) {
  if (!key) return [url, body];
  const now = Date.now();
  if (CHAT === 'feishu') {
    const timestamp = String(Math.floor(now / 1000));
    return [url, { timestamp, sign: hmac(`${timestamp}\n${key}`, ''), ...body }];
  }
  const to = new URL(url);
  to.searchParams.set('timestamp', now);
  to.searchParams.set('sign', hmac(key, `${now}\n${key}`));
  return [to.href, body];
}

// Slack and Teams say by the status whether they took it, the others in their answer.
const refusal = (answer) => {
  let a;
  try { a = JSON.parse(answer); } catch { return ''; }
  const code = a?.errcode ?? a?.code ?? a?.StatusCode ?? 0;
  return code === 0 ? '' : `${code} ${a.errmsg ?? a.msg ?? a.StatusMessage ?? ''}`;
};

exports.handler = async ({ Records }) => {
  const webhook = await secret(WEBHOOK);
  const key = SIGN ? await secret(SIGN) : '';
  const hide = (text) => [webhook, key].filter(Boolean).reduce((all, word) => all.replaceAll(word, '…'), text);
  if (!URL.canParse(webhook)) throw new Error(`The secret ${WEBHOOK} does not hold the address of a webhook.`);
  for (const { Sns } of Records) {
    const [url, body] = signed(webhook, bodies[CHAT](read(Sns.Message)), key);
    let response;
    let answer;
    try {
      response = await fetch(url, {
        method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body), redirect: 'error', signal: AbortSignal.timeout(Number(TIMEOUT_MS)),
      });
      answer = await response.text();
    } catch (e) {
      throw new Error(`${CHAT} did not answer: ${e.name === 'TimeoutError' ? `no answer in ${TIMEOUT_MS} ms` : e.cause?.code ?? e.name}.`);
    }
    const refused = response.ok ? refusal(answer) : `${response.status} ${answer}`;
    if (refused) throw new Error(`${CHAT} refused the message: ${hide(cut(refused.trim(), 200))}`);
  }
};
