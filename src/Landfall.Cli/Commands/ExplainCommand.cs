using System.CommandLine;
using Landfall.Cli.Terminal;
using Landfall.Operations.Explaining;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall explain</c>.</summary>
internal static class ExplainCommand
{
    public static Command Create(CommandContext context)
    {
        var (service, folder, env, local) = (SharedOptions.Named("service"), SharedOptions.Folder(), SharedOptions.Env(), SharedOptions.Local());
        return new Door<ExplainParameters, Explanation>(context, new ExplainOperation(), service, folder, env, local)
        {
            Read = line => new ExplainParameters(line.GetValue(folder)!, line.GetValue(service)!, line.GetValue(env), line.GetValue(local)),
            Render = ExplanationRendering.Write,
        };
    }
}
