using Landfall.Config.Tree;

namespace Landfall.Operations.Security.Templates.Rules;

/// <summary>A database takes plain connections.</summary>
internal sealed class PlainDatabase() : TemplateRule(new(
    "aws-rds-plain", "A database takes plain connections", Severity.Medium, "AWS: RDS encryption in transit",
    "Who is on the way reads and changes what is asked and answered.",
    "Set 'rds.force_ssl' to 1, or 'require_secure_transport' to ON."))
{
    // The names have dots, so that they are no paths.
    private static readonly Dictionary<string, string[]> Plain = new(StringComparer.Ordinal) { ["rds.force_ssl"] = ["0"], ["require_secure_transport"] = ["0", "OFF", "false"] };

    /// <inheritdoc />
    public override IEnumerable<Spot> Check(Template template) =>
        template.OfType("AWS::RDS::DBParameterGroup", "AWS::RDS::DBClusterParameterGroup").SelectMany(r => (r.Find("Parameters") as MapNode)?.Entries
            .Where(entry => Plain.TryGetValue(entry.Key, out var values) && r.Intrinsics.Resolve(entry.Value) is ScalarNode { Text: var value } && values.Contains(value, StringComparer.OrdinalIgnoreCase))
            .Select(entry => new Spot(entry.KeyMark.Line, $"{r.Id}/Parameters/{entry.Key}")) ?? []);
}
