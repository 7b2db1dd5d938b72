using System.CommandLine;
using Landfall.Cli.Terminal;
using Landfall.Operations.Listing;
using Landfall.Operations.Projects;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall list</c>: the stacks of each environment and what is in them; asks no AWS.</summary>
internal static class ListCommand
{
    public static Command Create(CommandContext context)
    {
        var folder = SharedOptions.Folder();
        var env = new Option<string?>("--env", "-e") { Description = "Only this environment; all of the file's by default." };
        var json = SharedOptions.Json();
        var command = new Command("list", "List the stacks of every environment and what is in them.") { folder, env, json };
        command.SetAction(result => Run(context.Screen, result.GetValue(folder)!, result.GetValue(env), result.GetValue(json)));
        return command;
    }

    private static int Run(Screen screen, string folder, string? env, bool json)
    {
        var projects = ProjectLoader.LoadAll(folder, env);
        if (LastSynthesis.Caveat(projects) is { } caveat)
            screen.Talk.WriteLine(caveat);
        if (json)
        {
            JsonOutput.Write(screen, new
            {
                projects[0].Plan.App,
                Environments = projects.Select(p => new
                {
                    Name = p.Plan.Environment,
                    p.Plan.Account,
                    p.Plan.Region,
                    Stacks = ListedStack.Of(p),
                }),
            });
            return ExitCode.Done;
        }

        var table = new Table().Border(TableBorder.None).AddColumns("ENVIRONMENT", "STACK", "CONTENTS");
        foreach (var project in projects)
        {
            foreach (var stack in ListedStack.Of(project))
            {
                table.AddRow((IRenderable[])[
                    new Text(project.Plan.Environment),
                    new Text(stack.Name),
                    new Text(string.Join(", ", stack.Contents))]);
            }
        }

        screen.Data.Write(table);
        return ExitCode.Done;
    }
}
