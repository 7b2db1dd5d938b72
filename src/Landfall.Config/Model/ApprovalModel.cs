using Landfall.Config.Binding;

namespace Landfall.Config.Model;

/// <summary>How a change is approved.</summary>
[Shorthand(nameof(Required))]
internal sealed record ApprovalModel : Section
{
    [Key("Whether every change of the environment waits for approval.")]
    public bool Required { get; init; } = true;

    [Key("Mail addresses and https:// webhooks that are told of a change that waits.", Default = "the environment's 'notify'")]
    public IReadOnlyList<string>? Notify { get; init; }

    // CodePipeline User Guide, "Quotas": 5 minutes to 60 days for a manual approval.
    [Key("How long a change waits before it counts as rejected.", Step = "1m", Shortest = "5m", Longest = "60d")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromDays(7);
}
