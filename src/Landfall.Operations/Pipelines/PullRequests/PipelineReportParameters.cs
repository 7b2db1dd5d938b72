using System.ComponentModel;

namespace Landfall.Operations.Pipelines.PullRequests;

/// <summary>What to report, and where.</summary>
/// <param name="Service">The service.</param>
/// <param name="Repository">The repository.</param>
/// <param name="Pull">The pull request, or null to find it by its commit.</param>
/// <param name="Branch">Where it goes to, or null.</param>
/// <param name="Commit">The commit that the changes are of.</param>
/// <param name="Changes">The files with the changes.</param>
/// <param name="Name">Whose report it is.</param>
/// <param name="Api">The API's address, or null for the service's own.</param>
/// <param name="Url">Where the build is, or null.</param>
/// <param name="NoStatus">True where the build is the commit's status itself.</param>
/// <param name="DryRun">True to write nothing there.</param>
internal sealed record PipelineReportParameters(
    [property: Description("Where the pull request is.")] PullService Service,
    [property: Description("The repository, such as acme/shop.")] string Repository,
    [property: Description("The number of the pull request; without it, it is found by its commit and '--branch'.")] int? Pull,
    [property: Description("The branch that the pull request goes to, to find it by its commit.")] string? Branch,
    [property: Description("The commit whose change it is, in full: a pull request that has moved on meanwhile gets no report.")] string Commit,
    [property: Description("The files with the changes, which 'diff --output' wrote; one for each environment. Where the build failed, '--failure' instead."), Traits(ParameterTraits.Path)] IReadOnlyList<string> Changes,
    [property: Description("Whose report it is, such as the application's name: the next report of this name takes its place.")] string Name,
    [property: Description("The address of the API, where it is not github.com, gitlab.com or bitbucket.org.")] string? Api,
    [property: Description("The address of the build, which the report links to.")] string? Url,
    [property: Description("Write the comment alone: the build is the commit's status itself, and fails where AWS would refuse the change.")] bool NoStatus,
    [property: Description("Show the comment, and write nothing there.")] bool DryRun)
{
    /// <summary>A folder with what explains a build that failed; null where it did not.</summary>
    [Description("A folder with failure-JOB.txt of each job that failed, as 'build explain' says why; it need not be there. The report is then of the failure, and so is the status."), Traits(ParameterTraits.Path)]
    public string? Failure { get; init; }
}
