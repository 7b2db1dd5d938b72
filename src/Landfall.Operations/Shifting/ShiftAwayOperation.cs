using System.Globalization;
using System.Net;
using Landfall.Aws;
using Landfall.Aws.Zones;
using Landfall.Config;
using Landfall.Operations.Auditing;
using Landfall.Operations.Deployment;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Shifting;

/// <summary>
/// Keeps traffic away from a zone by Application Recovery Controller: addresses of the load balancers in the zone leave DNS, and
/// no new request goes to targets there ("Zonal shift for your Application Load Balancer"). Tasks in the zone go on.
/// </summary>
internal sealed class ShiftAwayOperation : Operation<ShiftAwayParameters, ShiftReport>
{
    private const string AllZones = "all zones";

    /// <inheritdoc />
    public override string Name => "shift-away";

    /// <inheritdoc />
    public override string Summary => "Keep traffic of an environment's load balancers away from an availability zone for a while, or let it back.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Changes;

    /// <inheritdoc />
    public override async Task<ShiftReport> RunAsync(ShiftAwayParameters parameters, Agreed agreed, OperationContext context)
    {
        var project = ProjectLoader.Load(parameters.Folder, parameters.Environment, parameters.Local);
        using var target = await Targets.OpenAsync(project.Plan, parameters.Local, context.Time, context.Stop).ConfigureAwait(false);
        return await RunAsync(project, target, parameters, agreed, context).ConfigureAwait(false);
    }

    /// <summary>Does it in the AWS that the environment is in.</summary>
    internal async Task<ShiftReport> RunAsync(Project project, AwsTarget target, ShiftAwayParameters parameters, Agreed agreed, OperationContext context)
    {
        if (parameters.End && parameters.For is not null)
            throw new LandfallException(ErrorCodes.ShiftChoice, "--end lets traffic back now. Leave --for out.");
        var minutes = ShiftLength.Minutes(parameters.For);
        var plan = project.Plan;
        var ground = await ShiftGround.FindAsync(target, plan, parameters.Zone, context.Stop).ConfigureAwait(false);
        var client = new ZonalShiftClient(target.Session);
        var active = (await client.ListActiveAsync(context.Stop).ConfigureAwait(false)).Where(shift => ground.Balancers.Contains(shift.Resource, StringComparer.Ordinal)).ToDictionary(shift => shift.Resource, StringComparer.Ordinal);
        if (!parameters.End && active.Values.FirstOrDefault(shift => shift.Zone != ground.Zone.Id) is { } other)
            throw Elsewhere(other);

        var wanted = ground.Balancers.Where(arn => parameters.End ? active.GetValueOrDefault(arn)?.Zone == ground.Zone.Id : !active.ContainsKey(arn)).ToList();
        var services = parameters.End ? [] : await ground.CountAsync(target, plan, context.Stop).ConfigureAwait(false);
        var until = context.Time.GetUtcNow().AddMinutes(minutes);
        var report = new ShiftReport(
            plan.App, plan.Environment, ground.Zone.Name, ground.Zone.Id, [.. ground.Balancers.Select(arn => Planned(arn, active.GetValueOrDefault(arn), wanted.Contains(arn), parameters.End, ground.Zone.Id, until))], services, false, parameters.DryRun);
        if (parameters.DryRun || wanted.Count == 0)
            return report;
        await agreed.RequireAsync(QuestionOf(report, parameters.End, until), "Traffic goes as it did.", context).ConfigureAwait(false);
        return await new Recorder(project, target, Name, context).RunAsync(async record =>
        {
            // All that is wanted is in one state: shifts to end are active ones, and those to begin are none yet.
            var before = parameters.End ? $"away from {ground.Zone.Name}" : AllZones;
            record.Begin(wanted.Select(arn => new ChangedSubject(ShiftGround.NameOf(arn), before, before)));
            foreach (var arn in wanted)
            {
                await ShiftAsync(client, arn, active.GetValueOrDefault(arn), ground.Zone.Id, minutes, context).ConfigureAwait(false);
                record.Became(ShiftGround.NameOf(arn), parameters.End ? AllZones : $"away from {ground.Zone.Name} until {Text(until)}");
            }

            return report with { Changed = true };
        }).ConfigureAwait(false);
    }

    private static async Task ShiftAsync(ZonalShiftClient client, string arn, ZonalShift? active, string zone, int minutes, OperationContext context)
    {
        try
        {
            if (active is not null)
                await client.CancelAsync(active.Id, context.Stop).ConfigureAwait(false);
            else
                await client.StartAsync(arn, zone, string.Create(CultureInfo.InvariantCulture, $"{minutes}m"), "landfall shift-away", context.Stop).ConfigureAwait(false);
        }
        catch (AwsException e) when (e.Status == HttpStatusCode.Conflict)
        {
            throw new LandfallException(ErrorCodes.ShiftConflict, $"{ShiftGround.NameOf(arn)} was changed by somebody else, or by AWS, in this moment: {e.AwsMessage.TrimEnd('.')}. Run the same command again, which looks at it anew.", e);
        }
    }

    private static ShiftedBalancer Planned(string arn, ZonalShift? active, bool changes, bool end, string zone, DateTimeOffset until)
    {
        var after = changes ? end ? null : zone : active?.Zone;
        return new ShiftedBalancer(ShiftGround.NameOf(arn), active?.Zone, after) { Until = after is null ? null : changes ? until : active?.Expires };
    }

    private static LandfallException Elsewhere(ZonalShift other) => new(
        ErrorCodes.ShiftConflict,
        $"{ShiftGround.NameOf(other.Resource)} keeps away from {other.Zone} already, until {Text(other.Expires)}, and can from one zone only. 'landfall shift-away {other.Zone} --end' lets traffic back there first.");

    private static Question QuestionOf(ShiftReport report, bool end, DateTimeOffset until)
    {
        var zone = $"{report.Zone} ({report.ZoneId})";
        if (end)
            return new Question($"Let traffic of {report.App} {report.Environment} back into {zone}?", "Add --yes to do it from a script.");
        var warnings = report.Services.Select(service => service.Warning).OfType<string>().ToList();
        return new Question(
            $"Keep traffic of {report.App} {report.Environment} away from {zone} until {Text(until)}?{(warnings.Count == 0 ? "" : $" {string.Join(' ', warnings)}")}", "Add --yes to do it from a script.");
    }

    private static string Text(DateTimeOffset time) => FormattableString.Invariant($"{time.UtcDateTime:yyyy-MM-dd HH:mm} UTC");
}
