namespace Landfall.Operations.Security.Templates.Rules;

/// <summary>A port other than the web's is open to the internet.</summary>
internal sealed class OpenOtherPort() : TemplateRule(new(
    "aws-group-open-other-port", "A port other than 80 and 443 is open to the internet", Severity.Medium, "AWS FSBP EC2.18",
    "What listens there can be reached by everybody, past the load balancer.",
    "Open it to security groups or to your own addresses."))
{
    /// <inheritdoc />
    public override IEnumerable<Spot> Check(Template template) =>
        Opening.Of(template).Where(o => !o.All && !OpenRiskyPort.Has(o) && !OpenForAdministration.Ports.Any(o.Includes) && !(o.First == o.Last && o.First is 80 or 443)).Select(o => o.Spot);
}
