using Landfall.Config.Topology;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Listing;

/// <summary>The <c>uses</c> graph as data and as a picture.</summary>
internal sealed class GraphOperation : Operation<GraphParameters, ProjectGraph>
{
    /// <inheritdoc />
    public override string Name => "graph";

    /// <inheritdoc />
    public override string Summary => "Draw what uses what, as text or as a Mermaid flowchart.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Reads;

    /// <inheritdoc />
    public override Task<ProjectGraph> RunAsync(GraphParameters parameters, Agreed agreed, OperationContext context)
    {
        var project = ProjectLoader.Load(parameters.Folder, parameters.Environment);
        if (LastSynthesis.Caveat([project]) is { } caveat)
            context.Watcher.Say(caveat);
        var topology = AppTopology.From(project.Plan);
        topology = LastSynthesis.Of(project)?.AddTo(topology, project.Plan) ?? topology;
        var diagram = parameters.Format == GraphFormat.Mermaid ? MermaidDiagram.Render(topology) : TextDiagram.Render(topology);
        return Task.FromResult(new ProjectGraph(project.Plan.App, project.Plan.Environment, topology.Nodes, topology.Edges, diagram));
    }
}
