using Landfall.Config;
using Landfall.Config.Loading;
using Landfall.Config.Plan;
using Landfall.Config.Prices;
using Landfall.Operations.Cost.Sizing;
using Landfall.Operations.Deployment;
using Landfall.Operations.Editing;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Tuning;

/// <summary>Changes the file by what services were measured to use in the last weeks.</summary>
internal sealed class TuneOperation : Operation<TuneParameters, TuneReport>
{
    /// <inheritdoc />
    public override string Name => "tune";

    /// <inheritdoc />
    public override string Summary => "Propose sizes, scaling on memory and the saturation alarm of services by what they used in the last 28 days, as a change to the file.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Changes;

    /// <inheritdoc />
    public override async Task<TuneReport> RunAsync(TuneParameters parameters, Agreed agreed, OperationContext context)
    {
        if (parameters is { DryRun: true, Write: true })
            throw new LandfallException(ErrorCodes.TuneOptions, "'--dry-run' writes nothing and '--write' writes the file: give one of them.");
        var project = ProjectLoader.Load(parameters.Folder, parameters.Environment, parameters.Local);
        List<ScaledServicePlan> services = [.. project.Plan.Services.OfType<ScaledServicePlan>().OrderBy(service => service.Title, StringComparer.Ordinal)];
        IReadOnlyList<TunedService> tuned;
        using (var target = await Targets.OpenAsync(project.Plan, parameters.Local, context.Time, context.Stop).ConfigureAwait(false))
        {
            var uses = await MeasuredUses.ReadAsync(target, project.Plan, services, context.Time.GetUtcNow(), context.Stop).ConfigureAwait(false);
            tuned = [.. services.Zip(uses, (service, use) => ServiceTuner.Of(service, use, MeasuredUses.Days, (pair, spot) => Month(service, pair, spot, project.Plan.Region)))];
        }

        var path = ConfigFile.Find(project.Root);
        var report = new TuneReport(project.Plan.App, project.Plan.Environment, Path.GetFileName(path), tuned, "", Written: false);
        return tuned.All(service => service.Keys.Count == 0) ? report : await ChangeAsync(report, path, parameters.Write, agreed, context).ConfigureAwait(false);
    }

    private static async Task<TuneReport> ChangeAsync(TuneReport report, string path, bool write, Agreed agreed, OperationContext context)
    {
        List<KeyEdit> keys = [.. report.Services.SelectMany(service => service.Keys.Select(key => new KeyEdit("services", service.Service, key.Key, key.To)))];
        var rewrite = await FileRewrite.OfAsync(path, report.Environment, keys, context.Stop).ConfigureAwait(false);
        if (write)
            await rewrite.WriteAsync(agreed, context).ConfigureAwait(false);
        return report with { Difference = rewrite.Difference, Written = write };
    }

    /// <summary>What one task costs in a month: of two sizes the cheaper one is so for any number of them.</summary>
    private static decimal? Month(ScaledServicePlan service, TaskPair pair, bool spot, string region)
    {
        var kind = $"{(spot ? "fargateSpot" : "fargate")}{(service.Task.Architecture == CpuArchitecture.Arm64 ? "Arm" : "")}";
        return PriceTable.Month($"{kind}VcpuHour", region) is { } cpu && PriceTable.Month($"{kind}GbHour", region) is { } gb ? (pair.Cpu / 1024m * cpu) + (pair.Memory / 1024m * gb) : null;
    }
}
