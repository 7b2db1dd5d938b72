namespace Landfall.Operations.Security.Templates.Rules;

/// <summary>A key is never exchanged.</summary>
internal sealed class KeyRotation() : TemplateRule(new(
    "aws-kms-no-rotation", "A key is never exchanged", Severity.Medium, "AWS Security Hub KMS.4",
    "What one version of the key has encrypted grows without end.",
    "Set 'EnableKeyRotation: true'."))
{
    /// <inheritdoc />
    public override IEnumerable<Spot> Check(Template template) =>
        template.OfType("AWS::KMS::Key").Where(r => r.Find("EnableKeyRotation") is not UnknownNode && !r.IsTrue("EnableKeyRotation")
                && r.Text("KeySpec") is null or "SYMMETRIC_DEFAULT" && r.Text("Origin") is null or "AWS_KMS" && r.Find("KeySpec") is not UnknownNode)
            .Select(r => r.At("EnableKeyRotation").FixedBy(r.Set("EnableKeyRotation", true)));
}
