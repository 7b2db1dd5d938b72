using Landfall.Operations.Projects;

namespace Landfall.Operations.Listing;

/// <summary>The stacks of each environment and what is in them; asks no AWS.</summary>
internal sealed class ListOperation : Operation<ListParameters, ProjectListing>
{
    /// <inheritdoc />
    public override string Name => "list";

    /// <inheritdoc />
    public override string Summary => "List the stacks of every environment and what is in them.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Reads;

    /// <inheritdoc />
    public override Task<ProjectListing> RunAsync(ListParameters parameters, Agreed agreed, OperationContext context)
    {
        var projects = ProjectLoader.LoadAll(parameters.Folder, parameters.Environment);
        if (LastSynthesis.Caveat(projects) is { } caveat)
            context.Watcher.Say(caveat);
        return Task.FromResult(new ProjectListing(
            projects[0].Plan.App,
            [.. projects.Select(p => new ListedEnvironment(p.Plan.Environment, p.Plan.Account, p.Plan.Region, ListedStack.Of(p)))]));
    }
}
