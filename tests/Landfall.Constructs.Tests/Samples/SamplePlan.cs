using Landfall.Config;
using Landfall.Config.Plan;

namespace Landfall.Constructs.Tests.Samples;

/// <summary>
/// The plans of the samples that the repository ships. One with a host of its own is not for the default app: its
/// overrides name what that host adds. The end-to-end tests run it.
/// </summary>
internal static class SamplePlan
{
    public static IReadOnlyList<(string Sample, string Environment)> All { get; } =
    [
        .. Directory.GetDirectories(Path.Combine(Repository.Root, "samples"))
            .Where(folder => File.Exists(Path.Combine(folder, "landfall.yaml")))
            .Select(folder => Path.GetFileName(folder)!)
            .Order(StringComparer.Ordinal)
            .SelectMany(sample => Load(sample).EnvironmentNames.Select(environment => (sample, environment)))
            .Where(pair => Of(pair.sample, pair.environment).Extend is null),
    ];

    public static AppPlan Of(string sample, string environment)
    {
        var loaded = Load(sample);
        return PlanResolver.Resolve(loaded.Config!, environment, KnownFacts.Read(loaded.Root));
    }

    /// <summary>The plan of a sample's pipeline, as a repository that pins a version gives it.</summary>
    public static AppPlan OfPipeline(string sample)
    {
        var config = Load(sample).Config!;
        return PlanResolver.ResolvePipelineStack(config, PlanResolver.ResolvePipeline(config, "") with { Version = "1.2.3", PackageHash = "aGFzaA==" });
    }

    private static LoadedConfig Load(string sample)
    {
        var loaded = ConfigLoader.Load(Path.Combine(Repository.Root, "samples", sample), _ => null);
        Assert.DoesNotContain(loaded.Problems, problem => problem.Severity == ProblemSeverity.Error);
        return loaded;
    }
}
