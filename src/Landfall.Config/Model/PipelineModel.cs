using Landfall.Config.Binding;
using Landfall.Config.Plan;

namespace Landfall.Config.Model;

/// <summary>A way from a push to environments.</summary>
internal sealed record PipelineModel : Section
{
    [Key("Where the code comes from.", Required = true)]
    public PipelineSourceModel? Source { get; init; }

    [Key("The environments that it deploys to, one after the other; an environment's name stands for { environment: NAME }.", Required = true, MinItems = 1)]
    public IReadOnlyList<PipelineStageModel> Stages { get; init; } = [];

    [Key("When a run waits for another one to leave a stage: superseded lets the newest of those that wait go on, queued all of them, one by one.")]
    public PipelineMode Mode { get; init; } = PipelineMode.Superseded;

    [Key("With github or gitlab, and pullRequest: a model that reads the change of every pull request without secrets, and comments on it; its id, or how.")]
    public PipelineReviewModel? Review { get; init; }

    [Key("With github or gitlab, and pullRequest: every pull request gets a small environment pr-NUMBER of its own, which is destroyed when it is closed; true, or how. See docs/pipelines.md.")]
    public PreviewModel? Preview { get; init; }
}
