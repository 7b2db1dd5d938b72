using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Landfall.Config.Plan;
using Landfall.Operations.Deployment.Passes;

namespace Landfall.Transitions.Tests;

/// <summary>
/// The same transitions on the local AWS, which refuses what AWS refuses. LANDFALL_LOCAL_TRANSITIONS sets how many, or
/// which: <c>11-20</c>.
/// </summary>
public sealed class LocalTransitionTests
{
    [Fact]
    public async Task Deploy_RandomTransitionOnTheLocalAws_EveryOperationSucceedsAndNothingNamesWhatIsGone()
    {
        using var folder = new TemporaryFolder();
        using var synthesised = new Synthesised();

        // The files of a site need the CDK CLI, which uploads them, and an imported VPC has to be there: both are tried end to end.
        var cases = SeedRange.Of(Environment.GetEnvironmentVariable("LANDFALL_LOCAL_TRANSITIONS"), otherwise: 3);
        var seeds = Enumerable.Range(1000, 100_000).Where(seed => StandsAlone(Transition.Of(seed))).Skip(cases.First - 1).Take(cases.Last - cases.First + 1);
        foreach (var seed in seeds)
            folder.Write($"{seed}.json", JsonSerializer.Serialize(Operations(Transition.Of(seed), synthesised)));

        var (code, output) = await RunAsync(folder.Path);

        Assert.True(code == 0, output);
    }

    private static bool StandsAlone(Transition transition) =>
        transition.Before.Network.Import is null && !transition.Before.Services.Concat(transition.After.Services).Any(s => s is SiteServicePlan);

    private static JsonArray Operations(Transition transition, Synthesised synthesised)
    {
        var cloud = new ModelCloud();
        var operations = new JsonArray();
        foreach (var plan in new[] { transition.Before, transition.After })
        {
            var wanted = synthesised.Of(plan with { Account = "123456789012" });
            foreach (var operation in PassPlanner.Plan(cloud.Deployed, SettledTemplates.Of(cloud.Deployed, wanted)).Operations)
            {
                operations.Add(new JsonObject { ["pass"] = operation.Pass.ToString(), ["stack"] = operation.Stack, ["template"] = operation.Template?.DeepClone() });
                cloud.Apply(operation);
            }
        }

        return operations;
    }

    private static async Task<(int Code, string Output)> RunAsync(string folder)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("LANDFALL_PYTHON") ?? "python3")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(Root(), "tests", "Landfall.LocalAws.Tests", "transitions.py"));
        start.ArgumentList.Add(folder);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output + await error);
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Landfall.slnx")))
            folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
