using System.Text.Json.Serialization;

namespace Landfall.Operations.Restoring;

/// <summary>A database or table that 'data restore' has made beside the one that services use.</summary>
/// <param name="Name">Its name in AWS.</param>
/// <param name="From">What it was made of: a snapshot, a backup, or a moment.</param>
/// <param name="State">AWS's word, in lower case, for example <c>available</c>.</param>
internal sealed record RestoredCopy(string Name, string From, string State)
{
    /// <summary>True when it can be used.</summary>
    public bool Ready { get; init; }

    /// <summary>A database's host name; null until it has one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Host { get; init; }

    /// <summary>A database's port.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Port { get; init; }

    /// <summary>The ARN of the secret with a database's user and password.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Secret { get; init; }
}
