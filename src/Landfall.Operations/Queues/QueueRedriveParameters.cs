using System.ComponentModel;

namespace Landfall.Operations.Queues;

/// <summary>Which messages to bring back.</summary>
/// <param name="Queue">The queue.</param>
/// <param name="Folder">The project's folder.</param>
/// <param name="Environment">The environment, or null for the first in the file.</param>
/// <param name="Local">True for the local AWS.</param>
/// <param name="Rate">How many messages a second at most; null for as fast as SQS can.</param>
/// <param name="DryRun">True to move nothing.</param>
internal sealed record QueueRedriveParameters(
    [property: Description("The queue's name in the file.")] string Queue,
    [property: Description(ParameterText.Folder)] string Folder,
    [property: Description(ParameterText.Environment)] string? Environment,
    [property: Description(ParameterText.Local)] bool Local,
    [property: Description("How many messages a second at most, 1 to 500, so that their reader keeps up; without it as fast as SQS can.")] int? Rate,
    [property: Description("Show what would be done, and do nothing.")] bool DryRun);
