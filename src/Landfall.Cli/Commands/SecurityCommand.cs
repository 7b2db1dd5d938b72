using System.CommandLine;
using Landfall.Cli.Terminal;
using Landfall.Operations;
using Landfall.Operations.Security;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall security</c>.</summary>
internal static class SecurityCommand
{
    public static Command Create(CommandContext context)
    {
        var (folder, env, sarif, noSynth) = (SharedOptions.Folder(), SharedOptions.Env(), new Option<string?>("--sarif") { HelpName = "file" },
            new Option<bool>("--no-synth") { Description = "Do not make and scan the templates of landfall.yaml." });
        var failOn = new Option<Severity>("--fail-on")
        {
            HelpName = "severity",
            DefaultValueFactory = _ => Severity.High,
            Description = "End with 1 when a finding is this severe, or more: low, medium, high or critical.",
        };
        var (fix, dryRun, yes) = (new Option<bool>("--fix"), new Option<bool>("--dry-run"), SharedOptions.Yes());
        return new Door<SecurityParameters, SecurityReport>(context, new SecurityOperation(), folder, env, failOn, sarif, noSynth, fix, dryRun, yes)
        {
            Read = line => new SecurityParameters(line.GetValue(folder)!, line.GetValue(env), line.GetValue(failOn), line.GetValue(sarif), line.GetValue(noSynth), line.GetValue(fix), line.GetValue(dryRun)),
            Agree = line => new Agreed(line.GetValue(yes)),
            Render = (screen, report) => SecurityRendering.Write(screen, report, everything: false),
            Detail = (screen, report) => SecurityRendering.Write(screen, report, everything: true),
            Code = (_, report) => report.Failed ? ExitCode.UserError : ExitCode.Done,
        };
    }
}
