using System.CommandLine;
using Landfall.Cli.Terminal;
using Landfall.Operations.Specs;
using Landfall.Operations.Specs.Judging;
using Spectre.Console;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall spec</c>: requirements that are held against the system.</summary>
internal static class SpecCommand
{
    public static Command Create(CommandContext context) => new("spec", "Work with specifications: requirements in the forms of EARS, design and tasks.")
    {
        New(context),
        Render(context),
        Check(context),
    };

    private static Door<SpecNewParameters, SpecWritten> New(CommandContext context)
    {
        var (feature, folder, env) = (SharedOptions.Named("feature"), SharedOptions.Folder(), SharedOptions.Env());
        return new(context, new SpecNewOperation(), feature, folder, env)
        {
            Read = line => new SpecNewParameters(line.GetValue(feature)!, line.GetValue(folder)!, line.GetValue(env)),
            Render = Files,
        };
    }

    private static Door<SpecRenderParameters, SpecWritten> Render(CommandContext context)
    {
        var (folder, feature) = (SharedOptions.Folder(), new Option<string?>("--feature"));
        return new(context, new SpecRenderOperation(), folder, feature)
        {
            Read = line => new SpecRenderParameters(line.GetValue(folder)!, line.GetValue(feature)),
            Render = Files,
        };
    }

    private static Door<SpecCheckParameters, SpecReport> Check(CommandContext context)
    {
        var (folder, env, feature) = (SharedOptions.Folder(), SharedOptions.Env(), new Option<string?>("--feature"));
        var (running, url) = (new Option<bool>("--running"), new Option<string?>("--url") { HelpName = "address" });
        return new(context, new SpecCheckOperation(), folder, env, feature, running, url)
        {
            Read = line => new SpecCheckParameters(line.GetValue(folder)!, line.GetValue(env), line.GetValue(feature), line.GetValue(running), line.GetValue(url)),
            Render = Report,
            Code = (_, report) => report.Holds ? ExitCode.Done : ExitCode.UserError,
        };
    }

    private static void Files(Screen screen, SpecWritten written)
    {
        foreach (var file in written.Files)
            screen.Data.Profile.Out.Writer.WriteLine(file);
        if (written.Files.Count == 0)
            screen.Talk.WriteLine("Nothing has changed: the specifications are in step with the file.");
    }

    private static void Report(Screen screen, SpecReport report)
    {
        var data = screen.Data.Profile.Out.Writer;
        foreach (var requirement in report.Requirements)
        {
            data.WriteLine($"{Mark(requirement.Outcome)} {requirement.File}:{requirement.Line} {requirement.Id} {requirement.Title}{(requirement.Tasks == 0 ? " (no task is for it)" : "")}");
            foreach (var claim in requirement.Checks)
            {
                data.WriteLine($"             {Mark(claim.Outcome)} {claim.Check}");
                if (claim.Outcome != CheckOutcome.Satisfied)
                    data.WriteLine($"                         {claim.Found}");
            }
        }

        foreach (var fault in report.Faults)
            data.WriteLine($"{fault.File}:{fault.Line} {fault.Message}");
        int Count(CheckOutcome outcome) => report.Requirements.Count(requirement => requirement.Outcome == outcome);
        screen.Talk.WriteLine($"Requirements in {report.Environment}: {Count(CheckOutcome.Satisfied)} satisfied, {Count(CheckOutcome.Violated)} violated, {Count(CheckOutcome.NotChecked)} not checked."
            + (report.Faults.Count > 0 ? $" Problems with the specifications themselves: {report.Faults.Count}." : ""));
    }

    private static string Mark(CheckOutcome outcome) => outcome switch
    {
        CheckOutcome.Satisfied => "satisfied  ",
        CheckOutcome.Violated => "VIOLATED   ",
        _ => "not checked",
    };
}
