using System.CommandLine;
using Landfall.Cli.Terminal;
using Landfall.Operations.DotEnv;
using Spectre.Console;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall env</c>.</summary>
internal static class EnvCommand
{
    public static Command Create(CommandContext context)
    {
        var (service, folder, env, local) = (SharedOptions.Named("service"), SharedOptions.Folder(), SharedOptions.Env(), SharedOptions.Local());
        var (prefix, to) = (new Option<string?>("--prefix") { HelpName = "text" }, new Option<string?>("--to") { HelpName = "file" });
        var dryRun = new Option<bool>("--dry-run") { Description = "Print the lines, and write nothing." };
        return new Door<EnvParameters, EnvFile>(context, new EnvOperation(), service, folder, env, local, prefix, to, dryRun)
        {
            Read = line => new EnvParameters(
                line.GetValue(service)!, line.GetValue(folder)!, line.GetValue(env), line.GetValue(local), line.GetValue(prefix), line.GetValue(to), line.GetValue(dryRun)),
            Render = Render,
        };
    }

    private static void Render(Screen screen, EnvFile written)
    {
        if (written.File is { } file)
            screen.Data.Profile.Out.Writer.WriteLine(file);
        else
            screen.Data.Profile.Out.Writer.Write(EnvLines.Merge("", written.Variables));
        foreach (var (variable, origin) in written.Secrets)
            screen.Talk.WriteLine($"Not written, because it is secret: {variable}, read from {origin}.");
        if (written.File is not null)
            screen.Talk.WriteLine($"{written.Variables.Count} variables of {written.Service}.");
    }
}
