using System.CommandLine;
using Landfall.Cli.Terminal;
using Landfall.Operations.Cost;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall cost</c>.</summary>
internal static class CostCommand
{
    public static Command Create(CommandContext context)
    {
        var (folder, env) = (SharedOptions.Folder(), SharedOptions.Env());
        var compare = new Option<string?>("--compare") { HelpName = "environment" };
        var actual = new Option<bool>("--actual");
        return new Door<CostParameters, EnvironmentCost>(context, new CostOperation(), folder, env, compare, actual)
        {
            Read = line => new CostParameters(line.GetValue(folder)!, line.GetValue(env), line.GetValue(compare), line.GetValue(actual)),
            Render = CostRendering.Brief,
            Detail = CostRendering.Verbose,
        };
    }
}
