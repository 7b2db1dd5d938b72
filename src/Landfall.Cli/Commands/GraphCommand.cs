using System.CommandLine;
using Landfall.Config.Topology;
using Landfall.Operations.Listing;
using Landfall.Operations.Projects;
using Spectre.Console;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall graph</c>: the <c>uses</c> graph as a picture.</summary>
internal static class GraphCommand
{
    public static Command Create(CommandContext context)
    {
        var folder = SharedOptions.Folder();
        var env = SharedOptions.Env();
        var format = new Option<string>("--format", "-f") { Description = "text or mermaid.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "mermaid");
        var command = new Command("graph", "Draw what uses what, as text or as a Mermaid flowchart.") { folder, env, format };
        command.SetAction(result =>
        {
            var project = ProjectLoader.Load(result.GetValue(folder)!, result.GetValue(env));
            if (LastSynthesis.Caveat([project]) is { } caveat)
                context.Screen.Talk.WriteLine(caveat);
            var topology = AppTopology.From(project.Plan);
            topology = LastSynthesis.Of(project)?.AddTo(topology, project.Plan) ?? topology;
            var diagram = result.GetValue(format) == "mermaid" ? MermaidDiagram.Render(topology) : TextDiagram.Render(topology);
            context.Screen.Data.Profile.Out.Writer.Write(diagram);
            return ExitCode.Done;
        });
        return command;
    }
}
