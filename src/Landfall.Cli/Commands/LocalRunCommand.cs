using System.CommandLine;
using Landfall.Cli.Terminal;
using Landfall.Operations;
using Landfall.Operations.LocalRun;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall local run</c>: services as containers on this machine.</summary>
internal static class LocalRunCommand
{
    public static Command Create(CommandContext context)
    {
        var words = new ServiceWords();
        var (env, file, yes) = (SharedOptions.Env(), new Option<string?>("--env-file") { HelpName = "file" }, SharedOptions.Yes());
        var (noWatch, fresh, dryRun) = (new Option<bool>("--no-watch"), new Option<bool>("--fresh"), new Option<bool>("--dry-run"));
        var (code, dry) = (ExitCode.Done, false);
        return new Door<LocalRunParameters, LocalRunReport>(context, new LocalRunOperation(), words.Services, words.Folder, env, file, noWatch, fresh, dryRun, yes)
        {
            Read = line =>
            {
                var (folder, services) = words.Read(line);
                dry = line.GetValue(dryRun);
                return new LocalRunParameters(folder, services, line.GetValue(env), line.GetValue(file), line.GetValue(noWatch), line.GetValue(fresh), dry);
            },
            Agree = line => new Agreed(line.GetValue(yes)),
            FollowAsync = async (screen, report, json, stop) =>
            {
                if (dry)
                    LocalRunRendering.WritePlan(screen, report, json);
                else
                    code = await LocalRunRendering.FollowAsync(screen, report, json, stop).ConfigureAwait(false);
            },
            Code = (_, _) => code,
        };
    }
}
