using Landfall.Operations.Builds.Rules;

namespace Landfall.Operations.Builds;

/// <summary>The rules in the order in which they are asked: what makes every tool fail comes before what one tool says then.</summary>
internal static class FailureRules
{
    /// <summary>The rules.</summary>
    public static IReadOnlyList<IFailureRule> All { get; } =
    [
        new OutOfMemory(),
        new DiskFull(),
        new PullRateLimit(),
        new BuildServer(),
        new FailedTests(),
        new ImageVulnerabilities(),
        new PermissionDenied(),
        new RegistrySignIn(),
        new Network(),
        new CloudFormation(),
        new LandfallError(),
        new NpmInstall(),
        new PipInstall(),
        new NugetRestore(),
        new GoModules(),
        new CompileError(),
        new Lint(),
        new SyntaxFault(),
        new DockerBuild(),
        new CommandMissing(),
    ];
}
