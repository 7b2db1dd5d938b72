using System.CommandLine;
using Landfall.Cli.Terminal;
using Landfall.Operations.Synthesis;
using Spectre.Console;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall synth</c>.</summary>
internal static class SynthCommand
{
    public static Command Create(CommandContext context)
    {
        var (folder, env) = (SharedOptions.Folder(), SharedOptions.Env());
        var output = new Option<string?>("--output", "-o");
        var check = new Option<bool>("--check");
        return new Door<SynthParameters, WrittenTemplates>(context, new SynthOperation(), folder, env, output, check)
        {
            Read = line => new SynthParameters(
                line.GetValue(folder)!, line.GetValue(env), line.GetValue(output), line.GetValue(check)),
            Render = Render,
        };
    }

    private static void Render(Screen screen, WrittenTemplates templates)
    {
        screen.Talk.WriteLine(templates.Changed ? "Templates written to:" : "Nothing has changed; the templates are current in:");
        screen.Data.Profile.Out.Writer.WriteLine(templates.Folder);
    }
}
