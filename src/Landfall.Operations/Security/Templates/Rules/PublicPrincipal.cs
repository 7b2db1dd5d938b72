using Landfall.Operations.Security.Templates.Policies;
using Landfall.Operations.Security.Trees;

namespace Landfall.Operations.Security.Templates.Rules;

/// <summary>A resource's policy lets everybody in.</summary>
internal sealed class PublicPrincipal() : TemplateRule(new(
    "aws-public-principal", "A resource's policy lets everybody in", Severity.Critical, "AWS: IAM JSON policy elements, Principal",
    "Everybody with an account of AWS's, or without one, may do what the statement says.",
    "Name the principals, or bound them by a condition such as 'aws:PrincipalOrgID' or 'aws:SourceArn'."))
{
    // An API without an authorizer is open on purpose: the network, or a sign-in of its own, guards it.
    private static readonly string[] OpenByDesign = ["execute-api:Invoke"];

    /// <inheritdoc />
    public override IEnumerable<Spot> Check(Template template) =>
        PolicyPlaces.OnResources(template).Where(s => s.Effect == "Allow" && !s.BoundsCallers && s.IsForEverybody && !(s.Resource.Type == "AWS::ApiGateway::RestApi" && s.Actions.All(OpenByDesign.Contains))).Select(s => s.At(s.Body.At("NotPrincipal") is null ? "Principal" : "NotPrincipal"));
}
