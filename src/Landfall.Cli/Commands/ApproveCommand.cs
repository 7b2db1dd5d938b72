using System.CommandLine;
using System.Globalization;
using Landfall.Cli.Terminal;
using Landfall.Operations;
using Landfall.Operator.Repairs;
using Spectre.Console;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall approve</c> and <c>landfall freeze</c>: a person's word on what the operator repairs.</summary>
internal static class ApproveCommand
{
    public static Command Create(CommandContext context)
    {
        var (incident, folder, repair, env, local, yes) = (new Argument<long>("incident"), SharedOptions.Folder(), new Option<int?>("--repair") { HelpName = "n" }, SharedOptions.Env(), SharedOptions.Local(), SharedOptions.Yes());
        return new Door<ApproveParameters, RepairApproved>(context, new ApproveOperation(), incident, folder, repair, env, local, yes)
        {
            Read = line => new ApproveParameters(line.GetValue(incident), line.GetValue(repair), line.GetValue(folder)!, line.GetValue(env), line.GetValue(local)),
            Agree = line => new Agreed(line.GetValue(yes)),
            Render = Render,
        };
    }

    public static Command CreateFreeze(CommandContext context)
    {
        var (folder, env, local) = (SharedOptions.Folder(), SharedOptions.Env(), SharedOptions.Local());
        var (reason, time, end) = (new Option<string?>("--reason"), new Option<string?>("--for") { HelpName = "time" }, new Option<bool>("--end"));
        return new Door<FreezeParameters, RepairsFrozen>(context, new FreezeOperation(), folder, env, local, reason, time, end)
        {
            Read = line => new FreezeParameters(line.GetValue(folder)!, line.GetValue(env), line.GetValue(local), line.GetValue(reason), line.GetValue(time), line.GetValue(end)),
            Render = Render,
        };
    }

    private static void Render(Screen screen, RepairApproved approved) =>
        screen.Talk.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{approved.By} has approved repair {approved.Repair} of incident {approved.Incident}: {approved.What}. The operator makes it at its next look, within an hour."));

    private static void Render(Screen screen, RepairsFrozen now) => screen.Talk.WriteLine(now switch
    {
        { Frozen: true, Until: { } until } => $"Nothing of {now.App} {now.Environment} is repaired until {until.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC. 'landfall freeze --end' ends that.",
        { Frozen: true } => $"Nothing of {now.App} {now.Environment} is repaired until 'landfall freeze --end'.",
        { Changed: true } => $"Repairs of {now.App} {now.Environment} go on.",
        _ => $"Repairs of {now.App} {now.Environment} were not frozen.",
    });
}
