using System.Text.Json.Nodes;
using Landfall.Config;
using Landfall.Config.Plan;

namespace Landfall.Constructs.Tests.Samples;

/// <summary>Plans of files that tests write: the one way to a plan, so that no test has one that no file gives.</summary>
internal static class TestPlan
{
    /// <summary>The plan of a file's first environment.</summary>
    public static AppPlan Of(string yaml, EnvironmentFacts? facts = null) => Load("landfall.yaml", yaml, facts);

    /// <summary>The plan of a file's first environment.</summary>
    public static AppPlan Of(JsonObject file, EnvironmentFacts? facts = null) => Load("landfall.json", file.ToJsonString(), facts);

    /// <summary>The same plan with tags, and where wanted digests, for the images that are built.</summary>
    public static AppPlan Built(AppPlan plan, string? digest = null) => plan with
    {
        Services = [.. plan.Services.Select(service => service is ContainerServicePlan { Image.Build: not null } container
            ? container with { Image = container.Image with { Tag = "abc", Digest = digest } }
            : service)],
    };

    private static AppPlan Load(string name, string text, EnvironmentFacts? facts)
    {
        using var folder = new TemporaryFolder();
        var loaded = ConfigLoader.Load(folder.Write(name, text), _ => null);
        Assert.DoesNotContain(loaded.Problems, problem => problem.Severity == ProblemSeverity.Error);
        var environment = loaded.EnvironmentNames[0];
        var context = new KnownFacts
        {
            Environments = facts is null ? new Dictionary<string, EnvironmentFacts>() : new Dictionary<string, EnvironmentFacts> { [environment] = facts },
        };
        return PlanResolver.Resolve(loaded.Config!, environment, context);
    }
}
