using System.Globalization;
using System.Text;
using Landfall.Config.Alarms;

namespace Landfall.Constructs.Alarms;

/// <summary>Writes <c>docs/alarms.md</c>, which every alarm links.</summary>
internal static class RunbooksPage
{
    private const string Head = """
        # Alarms

        <!-- Generated from src/Landfall.Config/Alarms/Runbooks.cs by its test. -->

        Alarms go to the topic `<app>-<environment>-alarms`, and from there to the addresses of `notify`. Every alarm ends its
        description with a link to its place on this page, or on yours: `runbooks: https://wiki.example.com/alarms`.

        **Who is called.** A mail address confirms by a link in its first mail. A webhook has to confirm the subscription by
        itself, as PagerDuty's integration for Amazon CloudWatch does; those of chats cannot: put them into secrets,
        and a small function for each writes to it as it wants to be written to, with links to the runbook, the alarm and the
        dashboard:

            secrets: { team-hook: {}, ding-hook: {}, ding-key: {} }     # 'landfall secret set' takes the addresses
            notify: [ops@example.com, { slack: team-hook }, { dingtalk: ding-hook, sign: ding-key }]

        `slack`, `teams` (a workflow's webhook), `feishu` (Lark too), `dingtalk` and `wecom`; `sign` is what a bot of Feishu or
        DingTalk signs with. A robot of DingTalk that asks for keywords takes `shop`, the application's name, or the like, which is
        in the name of every alarm. What a chat does not take is tried again twice, and then kept for fourteen days in the queue
        whose name has `ChatDeadLetters`; the function's log says why. For anything else EventBridge has every change of an alarm on
        the account's default bus: a rule for `CloudWatch Alarm State Change` of `aws.cloudwatch` sends it where you like.

        **What it may cost.** `budget: 500` tells the same people when the month has cost 80 % of that, and when it is expected to
        cost all of it (`budget: { monthly: 500, actual: 80%, forecast: 100% }`). AWS knows the costs of an environment by its tags
        `landfall:app` and `landfall:environment` once they are cost allocation tags: in the account that pays, once and a day after
        they were first seen, `aws ce update-cost-allocation-tags-status --cost-allocation-tags-status
        TagKey=landfall:app,Status=Active TagKey=landfall:environment,Status=Active`. Until then nothing counts. CloudFormation
        makes budgets in the older regions only; `validate` says where not.

        **One fault calls once.** What ends when the fault ends (errors, latency, health, missing tasks, crashes, old messages)
        has an alarm without a call of its own. The alarm `Fault` of the service is made of them and calls; the errors of a load
        balancer are in it where one service alone is behind it. What only warns, or stays until somebody has looked, calls by
        itself: it would hide the next fault otherwise. Errors, latency and health also roll back a deployment under way.

        **The night is quiet.** While `schedule` has an environment asleep, and fifteen minutes longer, nothing calls that
        missing tasks cause.

        **What it costs** (us-east-1, November 2026): an alarm 0.10 USD a month for each metric that it reads, `Fault` 0.50 USD.
        Of a promise (`slo`) eight alarms and two that are made of them: about 5 USD a month behind a load balancer, 3 USD by
        Service Connect. An anomaly counts two more metrics.

        A certificate of the CDN that is not in the environment's region (see `docs/adr/0017`) has no alarm: CloudWatch watches
        the metrics of its own region only. ACM renews it, and writes mails before it ends.

        ## Promises

        `slo: { availability: 99.9%, latency: 300ms@95% }` promises over thirty days that so many requests are answered without
        a 5xx status, and so many within the time. What may fail meanwhile is the budget. An alarm rings when it is used up too
        fast over a long time and still over a short one, a twelfth of it (The Site Reliability Workbook, chapter 5, table 5-8):

        | budget used | over | and over | times too fast | of 99.9 % bad answers above | calls |
        |---|---|---|---|---|---|

        """;

    private const string AfterTable = """

        Less than ten bad answers over the long time are none of anybody's business, however few answers there are in all. While
        `Fault` rings, promises do not. A promise is from 94 % to 99.99 %: of less, a service that answers nothing would not be
        14.4 times too fast.

        """;

    /// <summary>The page.</summary>
    public static string Write()
    {
        var page = new StringBuilder(Head);
        foreach (var rate in BurnRate.All)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {rate.Share * 100:0} % | {rate.Long.TotalHours:0} h | {rate.Short.TotalMinutes:0} min | {rate.Factor:0.#} | {rate.Threshold(99.9):0.##} % | {(rate.IsFast ? "`Fast`: now" : "`Slow`: next working day")} |\n");
        }

        page.Append(AfterTable);
        foreach (var runbook in Runbooks.All)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n<a id=\"{runbook.Id}\"></a>\n\n## {runbook.Title}\n\n{runbook.Text}");
        }

        return page.ToString().ReplaceLineEndings("\n");
    }
}
