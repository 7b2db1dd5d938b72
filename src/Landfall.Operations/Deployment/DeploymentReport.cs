using System.Text.Json.Serialization;
using Landfall.Aws.CloudFormation;
using Landfall.Config;
using Landfall.Operations.LocalAws;

namespace Landfall.Operations.Deployment;

/// <summary>What a deployment did.</summary>
/// <param name="App">The application.</param>
/// <param name="Environment">The environment.</param>
/// <param name="Stacks">Every stack, in order of deployment.</param>
/// <param name="Outputs">The outputs of every stack, by stack and name.</param>
/// <param name="RecordedTypes">Resource types that the local AWS only recorded, with how many there are; empty on AWS.</param>
internal sealed record DeploymentReport(
    string App,
    string Environment,
    IReadOnlyList<StackReport> Stacks,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Outputs,
    IReadOnlyDictionary<string, int> RecordedTypes)
{
    /// <summary>The region.</summary>
    public required string Region { get; init; }

    /// <summary>How long it took, in seconds.</summary>
    public required double Seconds { get; init; }

    /// <summary>The address of the local AWS, or null on AWS.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? LocalEndpoint { get; init; }

    /// <summary>What a command line needs after the command's name to mean this environment.</summary>
    [JsonIgnore]
    public string Selection { get; init; } = "";

    /// <summary>Whether a stack that is no longer in the file was left in place: all that is in the file runs as it says, and more.</summary>
    [JsonIgnore]
    public bool LeavesSomething => Stacks.Any(s => s.Outcome == StackOutcome.LeftInPlace);

    /// <summary>Reports on a deployment.</summary>
    /// <param name="ground">Where.</param>
    /// <param name="parameters">What was asked for.</param>
    /// <param name="reports">How each stack ended.</param>
    /// <param name="stacks">The environment's stacks as they are now.</param>
    /// <param name="recorded">What the local AWS only recorded, of all its stacks.</param>
    /// <param name="took">How long it took.</param>
    /// <returns>The report.</returns>
    public static DeploymentReport Of(
        DeploymentGround ground, DeployParameters parameters, IReadOnlyList<StackReport> reports, IReadOnlyList<Stack> stacks, IReadOnlyList<RecordedResource> recorded, TimeSpan took)
    {
        var plan = ground.Project.Plan;
        var names = stacks.Select(s => s.Name).ToHashSet(StringComparer.Ordinal);
        var types = recorded.Where(r => names.Contains(r.Stack)).GroupBy(r => r.Type).ToDictionary(g => g.Key, g => g.Count());
        return new DeploymentReport(
            plan.App, plan.Environment, reports, EnvironmentStacks.Outputs(stacks), new SortedDictionary<string, int>(types, StringComparer.Ordinal))
        {
            Region = ground.Target.Region,
            Seconds = Math.Round(took.TotalSeconds, 1),
            LocalEndpoint = ground.Local?.Endpoint,
            Selection = $"{(parameters.Folder == "." ? "" : $" {FolderArgument.Of(parameters.Folder)}")} --env {plan.Environment}{(parameters.Local ? " --local" : "")}",
        };
    }
}
