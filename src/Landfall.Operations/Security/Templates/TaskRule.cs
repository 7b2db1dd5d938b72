using Landfall.Config.Tree;
using Landfall.Operations.Editing;
using Landfall.Operations.Security.Trees;

namespace Landfall.Operations.Security.Templates;

/// <summary>A rule for the containers of ECS tasks.</summary>
/// <param name="facts">What people are told about it.</param>
/// <param name="path">The container's property.</param>
internal abstract class TaskRule(RuleFacts facts, string path) : TemplateRule(facts)
{
    /// <inheritdoc />
    public sealed override IEnumerable<Spot> Check(Template template) =>
        template.OfType("AWS::ECS::TaskDefinition").Where(r => r.Text("RuntimePlatform.OperatingSystemFamily")?.StartsWith("WINDOWS", StringComparison.Ordinal) != true)
            .SelectMany(r => r.Items("ContainerDefinitions").Where(c => Breaks(r.Find(c, path))).Select(c => new Spot(c.LineOf(path, c.Mark.Line), $"{r.Id}/{r.Text(c, "Name") ?? "-"}").FixedBy(c is MapNode map ? Fix(r, map) : [])));

    /// <summary>The edits after which it holds; none where a person has to decide.</summary>
    protected virtual IReadOnlyList<Edit> Fix(TemplateResource task, MapNode container) => [];

    /// <summary>Tells whether a value of the property breaks the rule.</summary>
    protected abstract bool Breaks(ConfigNode? value);
}
