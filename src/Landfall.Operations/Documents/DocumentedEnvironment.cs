using Landfall.Config.Plan;
using Landfall.Config.Topology;
using Landfall.Operations.Changes.Evaluation;
using Landfall.Operations.Cost;
using Landfall.Operations.Listing;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Documents;

/// <summary>All that a document says of an environment: what the file plans, and what its templates make of that. No AWS is asked.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Environments">The plans of every environment of the file, this one's too, in the file's order.</param>
/// <param name="Pipelines">The pipelines of the file.</param>
/// <param name="Stacks">The stacks, each after those that it depends on.</param>
/// <param name="Topology">What uses what.</param>
/// <param name="Resources">The resources of the templates, in the stacks' order.</param>
/// <param name="Cost">What it costs in a month.</param>
internal sealed record DocumentedEnvironment(
    AppPlan Plan,
    IReadOnlyList<AppPlan> Environments,
    IReadOnlyList<PipelinePlan> Pipelines,
    IReadOnlyList<ListedStack> Stacks,
    AppTopology Topology,
    EstimatedResources Resources,
    EnvironmentCost Cost)
{
    /// <summary>Reads an environment.</summary>
    /// <param name="project">The project and the environment.</param>
    /// <param name="environments">The plans of every environment of the file.</param>
    /// <param name="pipelines">The pipelines of the file.</param>
    /// <param name="templates">The templates of its stacks.</param>
    /// <returns>What there is to say.</returns>
    public static DocumentedEnvironment Of(
        Project project, IReadOnlyList<AppPlan> environments, IReadOnlyList<PipelinePlan> pipelines, IReadOnlyList<EstimatedStack> templates)
    {
        var topology = AppTopology.From(project.Plan);
        return new DocumentedEnvironment(
            project.Plan,
            environments,
            pipelines,
            ListedStack.Of(project),
            LastSynthesis.Of(project)?.AddTo(topology, project.Plan) ?? topology,
            new EstimatedResources(templates.SelectMany(stack => stack.Resources)),
            CostOperation.Of(project, templates));
    }

    /// <summary>Finds the resource that a value stands for.</summary>
    /// <param name="value">An evaluated value.</param>
    /// <returns>The resource; null where the value is no token of one.</returns>
    public EvaluatedResource? Find(string value) =>
        Token.In(value).Select(token => Resources.Find(token.Stack, token.LogicalId)).FirstOrDefault(resource => resource is not null);
}
