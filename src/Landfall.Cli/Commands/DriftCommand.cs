using System.CommandLine;
using System.Globalization;
using Landfall.Cli.Terminal;
using Landfall.Operations.Drifting;
using Spectre.Console;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall drift</c>.</summary>
internal static class DriftCommand
{
    public static Command Create(CommandContext context)
    {
        var (folder, env, local) = (SharedOptions.Folder(), SharedOptions.Env(), SharedOptions.Local());
        var exitCode = new Option<bool>("--exit-code") { Description = "End with 4 when there is drift." };
        return new Door<DriftParameters, EnvironmentDrift>(context, new DriftOperation(), folder, env, local, exitCode)
        {
            Read = line => new DriftParameters(line.GetValue(folder)!, line.GetValue(env), line.GetValue(local)),
            Render = Render,
            Code = (line, drift) => line.GetValue(exitCode) && drift.Resources.Count > 0 ? ExitCode.Change : ExitCode.Done,
        };
    }

    internal static void Render(Screen screen, EnvironmentDrift drift)
    {
        DiffCommand.Write(screen, drift.Resources.SelectMany(resource => Lines(resource, drift.At)));
        foreach (var part in drift.Unread)
            screen.Talk.WriteLine($"Not looked at: {part.What}. {part.Reason}");
        var rest = drift.Unchecked.Values.Sum();
        screen.Talk.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{drift.App} {drift.Environment}: {drift.Resources.Count} differ of {drift.Checked} resources that were compared; {rest} are of types that CloudFormation does not compare, or were not reached."));
        if (drift.Resources.Count > 0)
            screen.Talk.WriteLine("A deployment does not set back what its template does not change: change it back in AWS, or in the file and deploy.");
    }

    private static IEnumerable<string> Lines(DriftedResource resource, DateTimeOffset now)
    {
        yield return $"{resource.Stack} {resource.Resource} ({resource.Type} {resource.Id})";
        if (resource.Deleted)
            yield return "  It is not there any more.";
        foreach (var property in resource.Properties)
            yield return $"  {property.Words}";
        yield return resource.LastChange is { } last
            ? $"  Last changed by {last.By} with {last.Call}, {Ago.Of(last.At, now)} ago."
            : $"  By whom is not known. {resource.NotKnown}";
    }
}
