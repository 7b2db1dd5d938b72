using System.CommandLine;
using Landfall.Operations;
using Landfall.Operations.Rollouts;
using Spectre.Console;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall rollout</c>: decides on a rollout that waits.</summary>
internal static class RolloutCommand
{
    public static Command Create(CommandContext context) => new("rollout", "Decide on a rollout that waits for somebody ('deploy.pause').")
    {
        Of(context, new RolloutContinueOperation()),
        Of(context, new RolloutRollbackOperation()),
    };

    private static Door<RolloutParameters, RolloutDecided> Of(CommandContext context, Operation<RolloutParameters, RolloutDecided> operation)
    {
        var service = new Option<string?>("--service");
        var (folder, env, local) = (SharedOptions.Folder(), SharedOptions.Env(), SharedOptions.Local());
        return new Door<RolloutParameters, RolloutDecided>(context, operation, folder, service, env, local)
        {
            Read = line => new RolloutParameters(line.GetValue(folder)!, line.GetValue(service), line.GetValue(env), line.GetValue(local)),
            Render = (screen, decided) => screen.Talk.WriteLine(
                $"The rollout of {decided.Service} in {decided.App} {decided.Environment} {(decided.GoesOn ? "goes on" : "is rolled back")}."),
        };
    }
}
