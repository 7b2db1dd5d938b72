using Landfall.Config.Tree;
using Landfall.Operations.Editing;
using Landfall.Operations.Security.Trees;

namespace Landfall.Operations.Security.Templates.Rules;

/// <summary>A secret parameter that is shown, or has a default.</summary>
internal sealed class VisibleParameter() : TemplateRule(new(
    "aws-visible-parameter", "A secret parameter is shown to everybody", Severity.Medium, "AWS: CloudFormation parameters, NoEcho",
    "Without 'NoEcho' whoever may look at the stack reads it, and a default stands in the repository.",
    "Set 'NoEcho: true' and no default or, better, refer to a secret of Secrets Manager."))
{
    /// <inheritdoc />
    public override IEnumerable<Spot> Check(Template template) =>
        (template.Root.Find("Parameters")?.Value as MapNode)?.Entries
            .Where(p => SecretName.IsOne(p.Key) && p.Value.TextAt("Type") == "String" && (!p.Value.TrueAt("NoEcho") || (p.Value.TextAt("Default") is { } value && SecretValue.IsPlain(value))))
            .Select(p => new Spot(p.KeyMark.Line, $"Parameters/{p.Key}").FixedBy(Fix(p.Value))) ?? [];

    // Without its default the value has to be given at the deployment, which says so: nothing runs with another.
    private static IReadOnlyList<Edit> Fix(ConfigNode parameter) => parameter is not MapNode map ? []
        : [
            .. map.TrueAt("NoEcho") ? (IReadOnlyList<Edit>)[] : [new SetValue(map, "NoEcho", true)],
            .. map.TextAt("Default") is { } value && SecretValue.IsPlain(value) ? (IReadOnlyList<Edit>)[new RemoveEntry(map, "Default")] : [],
        ];
}
