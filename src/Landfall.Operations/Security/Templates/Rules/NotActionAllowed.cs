using Landfall.Operations.Security.Templates.Policies;

namespace Landfall.Operations.Security.Templates.Rules;

/// <summary>Everything but some actions is allowed.</summary>
internal sealed class NotActionAllowed() : TemplateRule(new(
    "aws-iam-not-action", "A policy allows everything but what it lists", Severity.High, "AWS: IAM JSON policy elements, NotAction",
    "It allows every other action of every service, also those that come later.",
    "List what is allowed by 'Action'."))
{
    /// <inheritdoc />
    public override IEnumerable<Spot> Check(Template template) =>
        PolicyPlaces.OfPrincipals(template).Concat(PolicyPlaces.OnResources(template)).Where(s => s.Effect == "Allow" && s.Resource.Find(s.Body, "NotAction") is not null).Select(s => s.At("NotAction"));
}
