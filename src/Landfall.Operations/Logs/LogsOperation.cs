using System.Runtime.CompilerServices;
using Landfall.Aws.Logs;
using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Operations.Deployment;
using Landfall.Operations.Projects;
using Landfall.Operations.Status;

namespace Landfall.Operations.Logs;

/// <summary>The logs of services: lines, lines that go on, or a summary of their errors.</summary>
internal sealed class LogsOperation : Operation<LogsParameters, LogsReport>
{
    /// <inheritdoc />
    public override string Name => "logs";

    /// <inheritdoc />
    public override string Summary => "Read the logs of services as one: what was written, what is being written, or a summary of the errors.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Reads;

    /// <inheritdoc />
    public override OperationTraits Traits => OperationTraits.Sensitive;

    /// <inheritdoc />
    public override async Task<LogsReport> RunAsync(LogsParameters parameters, Agreed agreed, OperationContext context)
    {
        if (parameters.Follow && (parameters.Summary || parameters.Previous))
            throw new LandfallException(ErrorCodes.LogChoice, $"What is followed goes on, and {(parameters.Summary ? "a summary" : "the log of a task that has ended")} does not. Leave one of the two out.");
        var now = context.Time.GetUtcNow();
        var filter = new LineFilter(parameters.Filter, parameters.Errors);
        var since = LogTime.Of(parameters.Since, Default(parameters), now);
        var plan = ProjectLoader.Load(parameters.Folder, parameters.Environment, parameters.Local).Plan;
        var services = ServiceChoice.Of(plan, parameters.Services);
        var target = await Targets.OpenAsync(plan, parameters.Local, context.Time, context.Stop).ConfigureAwait(false);
        if (!parameters.Summary)
            return new LogsReport(LinesAsync(target, plan, services, parameters, filter, since, context, context.Stop), null);
        using (target)
            return new LogsReport(AsyncEnumerable.Empty<LogEntry>(), await SummarizeAsync(target, plan, services, parameters, filter, since, context).ConfigureAwait(false));
    }

    private static TimeSpan Default(LogsParameters parameters) =>
        parameters.Follow ? TimeSpan.FromSeconds(10) : parameters.Summary ? TimeSpan.FromHours(24) : TimeSpan.FromHours(1);

    private static async IAsyncEnumerable<LogEntry> LinesAsync(
        AwsTarget target, AppPlan plan, IReadOnlyList<ServicePlan> services, LogsParameters parameters, LineFilter filter, DateTimeOffset since, OperationContext context, [EnumeratorCancellation] CancellationToken stop)
    {
        using (target)
        {
            var reader = await ReaderAsync(target, plan, services, parameters, context).ConfigureAwait(false);
            var lines = parameters.Follow ? reader.FollowAsync(since, stop) : reader.ReadAsync(since, context.Time.GetUtcNow(), stop);
            await foreach (var line in lines.ConfigureAwait(false))
            {
                if (filter.Takes(line))
                    yield return line;
            }
        }
    }

    private static async Task<LogSummary> SummarizeAsync(
        AwsTarget target, AppPlan plan, IReadOnlyList<ServicePlan> services, LogsParameters parameters, LineFilter filter, DateTimeOffset since, OperationContext context)
    {
        var stacks = (await EnvironmentStacks.ListAsync(target.Regions, plan, context.Stop).ConfigureAwait(false)).ToDictionary(s => s.Name, s => s.Updated, StringComparer.Ordinal);
        var changed = services.Where(s => stacks.ContainsKey(plan.AwsNames.Stack(s.Name))).ToDictionary(s => s.Title, s => stacks[plan.AwsNames.Stack(s.Name)], StringComparer.Ordinal);
        var summarizer = new ErrorSummarizer(changed);
        var to = context.Time.GetUtcNow();
        var reader = await ReaderAsync(target, plan, services, parameters, context).ConfigureAwait(false);
        await foreach (var line in reader.ReadAsync(since, to, context.Stop).ConfigureAwait(false))
        {
            if (filter.Takes(line))
                summarizer.Add(line);
        }

        return summarizer.Finish(since, to);
    }

    private static async Task<LogReader> ReaderAsync(AwsTarget target, AppPlan plan, IReadOnlyList<ServicePlan> services, LogsParameters parameters, OperationContext context)
    {
        var logs = parameters.Previous
            ? await ServiceLogs.OfPreviousAsync(target, plan, services, context.Stop).ConfigureAwait(false)
            : ServiceLogs.Of(plan, services);
        if (parameters.Previous && logs.Count == 0)
            context.Watcher.Say("No task of these has ended in the last hour, and ECS remembers none longer.");
        return new LogReader(new LogClient(target.Session), logs, context.Time);
    }
}
