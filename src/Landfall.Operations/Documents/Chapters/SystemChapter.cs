using Landfall.Config.Plan;
using Landfall.Operations.Documents.Writing;

namespace Landfall.Operations.Documents.Chapters;

/// <summary>What the system is, for somebody who sees it for the first time.</summary>
internal static class SystemChapter
{
    /// <summary>Writes the chapter.</summary>
    /// <param name="environment">The environment.</param>
    /// <returns>The chapter.</returns>
    public static Chapter Of(DocumentedEnvironment environment)
    {
        var plan = environment.Plan;
        var list = new List<Phrase> { $"{Place(plan)}, in {environment.Stacks.Count} stacks of CloudFormation." };
        list.AddRange(Services(plan).Select(line => (Phrase)line));
        if (plan.Domain is { } domain)
            list.Add($"Its public name is {domain.Name}{(domain.Hsts ? ", by HTTPS alone (HSTS)" : "")}.");
        if (plan.Protect)
            list.Add("It is protected: stacks cannot be deleted by accident, data is kept, and deployments are agreed to.");
        if (plan.NightSchedule is { } night)
            list.Add(FormattableString.Invariant($"Its services sleep: they stop at {night.Stop:HH\\:mm} and start at {night.Start:HH\\:mm} on {night.Days}, {night.TimeZone}."));
        if (plan.Auth is { } auth)
            list.Add($"People sign in through Amazon Cognito, with {(auth.UserName ? "a user name" : "")}{(auth is { UserName: true, Email: true } ? " or " : "")}{(auth.Email ? "a mail address" : "")}; {(auth.SelfSignUp ? "anybody may register" : "an administrator adds users")}.");
        if (plan.Firewall is { } firewall)
            list.Add($"AWS WAF stands in front of it{(firewall.RateLimit is { } limit ? FormattableString.Invariant($", and blocks an address with more than {limit} requests in five minutes") : "")}.");
        if (plan.Telemetry is { } telemetry)
            list.Add($"Its telemetry ({string.Join(", ", telemetry.Signals.Select(signal => Words.Lower(signal)))}) goes to {Words.Lower(telemetry.Backend)}, through a collector {(telemetry.Mode == TelemetryMode.Sidecar ? "in every task" : "that all services share")}.");
        if (plan.Extend is { } extend)
            list.Add($"{extend} adds to what the file says.");
        return new Chapter("system", "The system", [new Items(list), new Drawing(environment.Topology), .. Environments(environment), .. Pipelines(environment.Pipelines)]);
    }

    private static string Place(AppPlan plan) => $"{plan.App} {plan.Environment} runs in {plan.Region}, in {(plan.Account is { } account ? $"account {account}" : "the account of whoever deploys it")}";

    private static IEnumerable<string> Services(AppPlan plan) => plan.Services.GroupBy(Words.Kind).Select(group =>
        $"{group.Count()} × {group.Key}: {string.Join(", ", group.Select(service => service.Title))}.");

    private static IEnumerable<Block> Pipelines(IReadOnlyList<PipelinePlan> pipelines) => pipelines.Count == 0 ? [] :
    [
        new Subheading("From a push to the environments"),
        new Items([.. pipelines.Select(pipeline => (Phrase)Pipeline(pipeline))]),
    ];

    private static string Pipeline(PipelinePlan pipeline)
    {
        var source = pipeline.Source;
        var start = source.Tags.Count > 0 ? $"A tag {string.Join(" or ", source.Tags)}" : $"A push to {source.Branch}";
        var stages = pipeline.Stages.Select(stage => $"{stage.Environment} ({(stage.Approval ? "every change waits for somebody's approval" : "a change that does harm waits for somebody's approval")})");
        return $"{start} of {source.Repository}{(source.Paths.Count > 0 ? $", where one of {string.Join(", ", source.Paths)} changes," : "")} goes to {string.Join(", then ", stages)}{(pipeline.Name.Length > 0 ? $": the pipeline {pipeline.Name}" : "")}."
            + (source.PullRequest ? " Pull requests are built, and show what they would change." : "");
    }

    private static IEnumerable<Block> Environments(DocumentedEnvironment environment) =>
    [
        new Subheading("Environments of the file"),
        new Grid(
            ["Environment", "Account", "Region", "Name", "Protected", "Sleeps"],
            [
                .. environment.Environments.Select(plan => (IReadOnlyList<Phrase>)
                [
                    plan.Environment + (plan.Environment == environment.Plan.Environment ? " (this document)" : ""), plan.Account ?? "of whoever deploys", plan.Region, plan.Domain?.Name ?? "", Words.YesNo(plan.Protect),
                    Words.YesNo(plan.NightSchedule is not null),
                ]),
            ]),
    ];
}
