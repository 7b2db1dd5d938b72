using System.Globalization;
using Landfall.Config;
using Landfall.Operations.Changes;

namespace Landfall.Operations.Operating;

/// <summary>Sets how many tasks a service runs, until the file's number comes back.</summary>
internal sealed class ScaleOperation : Operation<ScaleParameters, ServiceChanged>
{
    private const string ComesBack = "What the file says comes back with the next deployment that changes the service's tasks or limits: write the number there to keep it.";

    /// <inheritdoc />
    public override string Name => "scale";

    /// <inheritdoc />
    public override string Summary => "Set how many tasks a service runs, or the limits between which it scales, until the file's numbers come back.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Changes;

    /// <inheritdoc />
    public override OperationTraits Traits => OperationTraits.Idempotent;

    /// <inheritdoc />
    public override async Task<Change?> PreviewAsync(ScaleParameters parameters, OperationContext context) =>
        await Work(parameters, context).PreviewAsync(found => Plan(found, parameters.Tasks, parameters.Min, parameters.Max, context.Stop)).ConfigureAwait(false);

    /// <inheritdoc />
    public override Task<ServiceChanged> RunAsync(ScaleParameters parameters, Agreed agreed, OperationContext context) =>
        Work(parameters, context).RunAsync(agreed, found => Plan(found, parameters.Tasks, parameters.Min, parameters.Max, context.Stop));

    /// <summary>Says what other numbers do.</summary>
    internal static ServiceStep Plan(FoundService found, string? tasks, int? min, int? max, CancellationToken stop)
    {
        var (least, most) = Wanted(found, tasks, min, max);
        var (cluster, name, count) = (found.Deployed.Cluster, found.Deployed.Name, found.Running.DesiredCount);
        var after = Math.Clamp(count, least, most);
        var limits = found.Limits is { } before ? before with { Least = least, Most = most } : null;
        var same = after == count && limits == found.Limits;
        return new ServiceStep(TaskWords.Of(count, found.Limits), TaskWords.Of(after, limits), same ? null : SetAsync)
        {
            Harm = after < count ? $"{TaskWords.Of(count - after)} of {TaskWords.Of(count)} stop{(count - after == 1 ? "s" : "")}{(after == 0 ? ", and nobody answers" : "")}." : null,
            Note = ComesBack,
        };

        // The limits first, or scaling would take the number back: see EnvironmentTasks.
        async Task SetAsync()
        {
            if (limits is not null)
                await found.Scaling.SetLimitsAsync(cluster, name, least, most, stop).ConfigureAwait(false);
            if (after != count)
                await found.Ecs.SetDesiredCountAsync(cluster, name, after, stop).ConfigureAwait(false);
        }
    }

    private ServiceWork Work(ScaleParameters parameters, OperationContext context) =>
        new(new ServiceParameters(parameters.Service, parameters.Folder, parameters.Environment, parameters.Local, parameters.DryRun), Name, context);

    private static (int Least, int Most) Wanted(FoundService found, string? tasks, int? min, int? max)
    {
        if (tasks is null == (min is null && max is null))
            throw new LandfallException(ErrorCodes.ScaleChoice, $"Give either a number of tasks or limits: 'landfall scale {found.Title} 3', or '--min 2 --max 10'.");
        if (tasks is not null)
        {
            return int.TryParse(tasks, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                ? (count, count)
                : throw new LandfallException(ErrorCodes.ScaleChoice, $"'{tasks}' is no number of tasks. Write a whole number from 0.");
        }

        if (found.Limits is not { } limits)
            throw new LandfallException(ErrorCodes.ScaleChoice, $"'{found.Title}' does not scale: its number of tasks is fixed. Give the number: 'landfall scale {found.Title} 3'.");
        var (least, most) = (min ?? limits.Least, max ?? limits.Most);
        return least >= 0 && least <= most
            ? (least, most)
            : throw new LandfallException(ErrorCodes.ScaleChoice, string.Create(CultureInfo.InvariantCulture, $"'{found.Title}' cannot have from {least} to {most} tasks. The smallest number is from 0, and not above the largest."));
    }
}
