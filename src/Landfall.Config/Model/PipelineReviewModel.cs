using Landfall.Config.Binding;

namespace Landfall.Config.Model;

/// <summary>A model's review of pull requests.</summary>
[Shorthand(nameof(Model))]
internal sealed record PipelineReviewModel : Section
{
    [Key("The model of Amazon Bedrock in the region of the first environment: its id, or that of an inference profile. It has to be able to call tools.", Required = true,
        Pattern = "[a-z0-9-]+(\\.[a-z0-9-]+)+(:[0-9a-z]+)*", PatternMeaning = "the id of a model or an inference profile such as eu.amazon.nova-pro-v1:0")]
    public string? Model { get; init; }

    [Key("The severity from which on a finding fails the job.", OneOf = ["low", "medium", "high", "critical"], Default = "no finding fails it, nor does a review that cannot be made")]
    public string? FailOn { get; init; }

    [Key("The most tokens that are sent and answered together; files that do not fit are left out, and named.", Min = 4000, Max = 1_000_000)]
    public int MaxTokens { get; init; } = 60_000;
}
