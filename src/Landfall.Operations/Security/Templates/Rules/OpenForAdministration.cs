namespace Landfall.Operations.Security.Templates.Rules;

/// <summary>SSH or remote desktop is open to the internet.</summary>
internal sealed class OpenForAdministration() : TemplateRule(new(
    "aws-group-open-for-administration", "SSH or remote desktop is open to the internet", Severity.Critical, "AWS Security Hub EC2.13, EC2.14",
    "These ports are tried by robots all day long.",
    "Close 22 and 3389; Session Manager opens a shell without them."))
{
    public static readonly int[] Ports = [22, 3389];

    /// <inheritdoc />
    public override IEnumerable<Spot> Check(Template template) => Opening.Of(template).Where(opening => Ports.Any(opening.Includes)).Select(opening => opening.Spot.FixedBy(opening.All ? [] : opening.Closing));
}
