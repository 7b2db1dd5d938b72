using System.CommandLine;
using Landfall.Operations.Documents;
using Spectre.Console;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall docs</c>.</summary>
internal static class DocsCommand
{
    public static Command Create(CommandContext context)
    {
        var (folder, env) = (SharedOptions.Folder(), SharedOptions.Env());
        var output = new Option<string?>("--output", "-o") { HelpName = "folder" };
        var html = new Option<bool>("--html");
        return new Door<DocsParameters, WrittenDocument>(context, new DocsOperation(), folder, env, output, html)
        {
            Read = line => new DocsParameters(line.GetValue(folder)!, line.GetValue(env), line.GetValue(output), line.GetValue(html)),
            Render = (screen, document) =>
            {
                foreach (var file in document.Files)
                    screen.Data.Profile.Out.Writer.WriteLine(Path.Combine(document.Folder, file.Name));
                if (document.Files.All(file => !file.Changed))
                    screen.Talk.WriteLine("Nothing has changed since it was last written.");
            },
        };
    }
}
