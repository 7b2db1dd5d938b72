using System.ComponentModel;
using Landfall.Operations.Pipelines.PullRequests;
using Landfall.Operations.Security;

namespace Landfall.Operations.Pipelines.Reviews;

/// <summary>What to review, by whom, and where to say it.</summary>
/// <param name="Folder">A folder of the repository.</param>
/// <param name="Base">What the change goes to.</param>
/// <param name="Commit">The commit with the change, or null for the newest.</param>
/// <param name="Model">The model.</param>
/// <param name="Region">The region, or null.</param>
/// <param name="MaxTokens">The most tokens.</param>
/// <param name="MaxCost">The most dollars, or null.</param>
/// <param name="InputPrice">Dollars for a million tokens sent, or null.</param>
/// <param name="OutputPrice">Dollars for a million tokens answered, or null.</param>
/// <param name="FailOn">The severity from which on it fails, or null for never.</param>
/// <param name="Sarif">A file for the findings as SARIF, or null.</param>
/// <param name="Service">Where the pull request is, or null for none.</param>
/// <param name="Repository">The repository there, or null.</param>
/// <param name="Pull">The pull request, or null to find it by its commit.</param>
/// <param name="Branch">Where it goes to, or null.</param>
/// <param name="Name">Whose review it is, or null.</param>
/// <param name="Api">The API's address, or null for the service's own.</param>
/// <param name="DryRun">True to send nothing.</param>
internal sealed record PipelineReviewParameters(
    [property: Description("A folder of the git repository.")] string Folder,
    [property: Description("The commit or branch that the change goes to. What is reviewed is what '--commit' has changed since it left there.")] string Base,
    [property: Description("The commit with the change; without it the one that is checked out.")] string? Commit,
    [property: Description("The model that reads the change: the id of a model of Amazon Bedrock, of an inference profile, or the ARN of either. It has to be one that can call tools.")] string Model,
    [property: Description("The region whose Bedrock is asked, without it that of the AWS profile.")] string? Region,
    [property: Description("The most tokens that are sent and answered together; a token is counted as two bytes before it is sent. Files that do not fit are left out, and named."), DefaultValue(ReviewBudget.Usual)] int MaxTokens,
    [property: Description("The most dollars that a review may cost. It needs both prices, and cuts what is sent further than '--max-tokens'.")] decimal? MaxCost,
    [property: Description("The model's price in dollars for a million tokens that are sent.")] decimal? InputPrice,
    [property: Description("The model's price in dollars for a million tokens of its answer.")] decimal? OutputPrice,
    [property: Description("End with 1 when a finding is this severe, or more: low, medium, high or critical. Without it findings fail nothing.")] Severity? FailOn,
    [property: Description("Write the findings to this file too, as SARIF 2.1.0, which code hosts show beside the code."), Traits(ParameterTraits.Path)] string? Sarif,
    [property: Description("Where the pull request is that gets the findings as a comment. Without it they are only shown.")] PullService? Service,
    [property: Description("With '--service': the repository, such as acme/shop.")] string? Repository,
    [property: Description("The number of the pull request; without it, it is found by its commit and '--branch'.")] int? Pull,
    [property: Description("The branch that the pull request goes to, to find it by its commit.")] string? Branch,
    [property: Description("With '--service': whose review it is, such as the application's name. The next review of this name takes its place.")] string? Name,
    [property: Description("The address of the API, where it is not github.com, gitlab.com or bitbucket.org.")] string? Api,
    [property: Description("Show what would be sent, with secrets hidden, and ask nobody.")] bool DryRun);
