using System.CommandLine;
using System.Globalization;
using Landfall.Cli.Terminal;
using Landfall.Config.Plan;
using Landfall.Operations.Builds;
using Landfall.Operations.Images;
using Spectre.Console;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall build</c>: what build servers did.</summary>
internal static class BuildCommand
{
    private const string StandardInput = "-";

    public static Command Create(CommandContext context) => new("build", "Build images, and explain builds of pipelines that failed.")
    {
        Images(context),
        Explain(context),
    };

    private static Door<BuildImagesParameters, BuiltFolder> Images(CommandContext context)
    {
        var (folder, environments, output) = (SharedOptions.Folder(), new Option<string[]>("--env", "-e"), new Option<string>("--output") { HelpName = "folder", Required = true });
        var (architecture, from) = (new Option<CpuArchitecture?>("--architecture"), new Option<string?>("--from") { HelpName = "env" });
        return new(context, new BuildImagesOperation(), folder, environments, architecture, from, output)
        {
            Read = line => new BuildImagesParameters(
                line.GetValue(folder)!, line.GetValue(environments) ?? [], line.GetValue(architecture), line.GetValue(from), line.GetValue(output)!),
            Render = Render,
        };
    }

    private static Door<BuildExplainParameters, BuildExplanation> Explain(CommandContext context)
    {
        var (log, build) = (SharedOptions.Named("log"), new Option<string?>("--build") { HelpName = "id" });
        log.Arity = ArgumentArity.ZeroOrOne;
        return new(context, new BuildExplainOperation(), log, build)
        {
            Read = line => line.GetValue(log) == StandardInput
                ? new BuildExplainParameters(null, context.Screen.Input.ReadToEnd(), line.GetValue(build))
                : new BuildExplainParameters(line.GetValue(log), null, line.GetValue(build)),
            Render = Render,
        };
    }

    private static void Render(Screen screen, BuiltFolder folder)
    {
        foreach (var image in folder.Images)
            screen.Data.Profile.Out.Writer.WriteLine($"{image.Environment}  {image.Service}  {image.Digest}");
        var built = folder.Images.Where(image => image.Built).Select(image => image.Digest).Distinct().Count();
        screen.Talk.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{built} images were built; they are in {folder.Folder}."));
    }

    private static void Render(Screen screen, BuildExplanation explanation)
    {
        var data = screen.Data.Profile.Out.Writer;
        var code = explanation.ExitCode is { } exit ? string.Create(CultureInfo.InvariantCulture, $" (exit code {exit})") : "";
        data.WriteLine(explanation.Step is { } step ? $"Failed: {step.Split('\n')[0]}{code}" : $"The build failed{code}.");
        var width = explanation.Errors.Count == 0 ? 0 : explanation.Errors[^1].Number.ToString(CultureInfo.InvariantCulture).Length;
        foreach (var line in explanation.Errors)
            data.WriteLine($"  {line.Number.ToString(CultureInfo.InvariantCulture).PadLeft(width)}  {line.Text.Trim()}");
        data.WriteLine($"Cause:  {explanation.Cause}");
        data.WriteLine($"Try:    {explanation.Next}");
    }
}
