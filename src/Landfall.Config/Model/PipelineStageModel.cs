using Landfall.Config.Binding;

namespace Landfall.Config.Model;

/// <summary>A pipeline's step into an environment.</summary>
[Shorthand(nameof(Environment))]
internal sealed record PipelineStageModel : Section
{
    [Key("The environment.", Required = true)]
    public string? Environment { get; init; }

    [Key("Somebody has to approve the change of the environment first; true, or how. Without it only a change that does harm waits for somebody.")]
    public ApprovalModel? Approval { get; init; }
}
