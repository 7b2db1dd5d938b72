namespace Landfall.Operations.Security.Templates.Rules;

/// <summary>A security group opens every port to the internet.</summary>
internal sealed class OpenToAllTraffic() : TemplateRule(new(
    "aws-group-open-to-all", "Every port is open to the internet", Severity.Critical, "AWS FSBP EC2.18, EC2.19",
    "Whatever listens can be reached by everybody, also what is started later.",
    "Open single ports, to security groups or to your own addresses."))
{
    /// <inheritdoc />
    public override IEnumerable<Spot> Check(Template template) => Opening.Of(template).Where(opening => opening.All).Select(opening => opening.Spot);
}
