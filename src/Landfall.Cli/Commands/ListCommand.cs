using System.CommandLine;
using Landfall.Cli.Terminal;
using Landfall.Operations.Listing;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall list</c>.</summary>
internal static class ListCommand
{
    public static Command Create(CommandContext context)
    {
        var (folder, env) = (SharedOptions.Folder(), SharedOptions.Env());
        return new Door<ListParameters, ProjectListing>(context, new ListOperation(), folder, env)
        {
            Read = line => new ListParameters(line.GetValue(folder)!, line.GetValue(env)),
            Render = Render,
        };
    }

    private static void Render(Screen screen, ProjectListing listing)
    {
        var table = new Table().Border(TableBorder.None).AddColumns("ENVIRONMENT", "STACK", "CONTENTS");
        foreach (var environment in listing.Environments)
        {
            foreach (var (index, stack) in environment.Stacks.Index())
            {
                table.AddRow((IRenderable[])[
                    new Text(index == 0 ? environment.Name : ""),
                    new Text(stack.Name),
                    new Text(string.Join(", ", stack.Contents))]);
            }
        }

        screen.Data.Write(table);
    }
}
