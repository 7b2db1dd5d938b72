using System.CommandLine;
using Landfall.Operations.Listing;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall graph</c>.</summary>
internal static class GraphCommand
{
    public static Command Create(CommandContext context)
    {
        var (folder, env) = (SharedOptions.Folder(), SharedOptions.Env());
        var format = new Option<string>("--format", "-f") { DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "mermaid");
        return new Door<GraphParameters, ProjectGraph>(context, new GraphOperation(), folder, env, format)
        {
            Read = line => new GraphParameters(
                line.GetValue(folder)!, line.GetValue(env), Enum.Parse<GraphFormat>(line.GetValue(format)!, ignoreCase: true)),
            Render = (screen, graph) => screen.Data.Profile.Out.Writer.Write(graph.Diagram),
        };
    }
}
