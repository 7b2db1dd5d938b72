using Landfall.Config.Tree;
using Landfall.Operations.Security.Trees;

namespace Landfall.Operations.Security.Templates.Rules;

/// <summary>A data warehouse takes plain connections, which it does unless it is told otherwise.</summary>
internal sealed class PlainWarehouse() : TemplateRule(new(
    "aws-redshift-plain", "A data warehouse takes plain connections", Severity.Medium, "AWS FSBP Redshift.2",
    "Who is on the way reads and changes what is asked and answered.",
    "Set the parameter 'require_ssl' to true."))
{
    /// <inheritdoc />
    public override IEnumerable<Spot> Check(Template template) =>
        template.OfType("AWS::Redshift::ClusterParameterGroup").Where(r => r.Find("Parameters") is null or ListNode && !r.Items("Parameters").Any(one => Demands(r, one))).Select(r => r.At("Parameters"));

    private static bool Demands(TemplateResource group, ConfigNode parameter) =>
        group.Text(parameter, "ParameterName") == "require_ssl" && group.Find(parameter, "ParameterValue") is var value && (value is UnknownNode || NodeReading.IsTrue(value));
}
