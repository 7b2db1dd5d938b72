using System.CommandLine;
using System.Globalization;
using Landfall.Cli.Terminal;
using Landfall.Operations.Builds;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall build</c>: what build servers did.</summary>
internal static class BuildCommand
{
    private const string StandardInput = "-";

    public static Command Create(CommandContext context)
    {
        var log = SharedOptions.Named("log");
        log.Arity = ArgumentArity.ZeroOrOne;
        var build = new Option<string?>("--build") { HelpName = "id" };
        return new Command("build", "Work with the builds of pipelines.")
        {
            new Door<BuildExplainParameters, BuildExplanation>(context, new BuildExplainOperation(), log, build)
            {
                Read = line => line.GetValue(log) == StandardInput
                    ? new BuildExplainParameters(null, context.Screen.Input.ReadToEnd(), line.GetValue(build))
                    : new BuildExplainParameters(line.GetValue(log), null, line.GetValue(build)),
                Render = Render,
            },
        };
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
