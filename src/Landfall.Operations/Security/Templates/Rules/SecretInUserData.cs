using System.Buffers.Text;
using System.Text;
using Landfall.Operations.Security.SecretsInFiles;

namespace Landfall.Operations.Security.Templates.Rules;

/// <summary>A secret stands in the script that an instance begins with, where base64 hides it from whoever reads the template.</summary>
internal sealed class SecretInUserData() : TemplateRule(new(
    "aws-secret-in-user-data", "A secret stands in an instance's first script", Severity.High, "CWE-798",
    "Everybody who reads the template, or on the instance asks for its user data, reads it.",
    "Let the script ask Secrets Manager, with the instance's role."))
{
    private static readonly (string Type, string Path)[] Places =
    [
        ("AWS::EC2::Instance", "UserData"), ("AWS::EC2::LaunchTemplate", "LaunchTemplateData.UserData"), ("AWS::AutoScaling::LaunchConfiguration", "UserData"),
    ];

    /// <inheritdoc />
    public override IEnumerable<Spot> Check(Template template) => Places.SelectMany(place => template.OfType(place.Type)
        .Where(r => r.Text(place.Path) is { Length: > 0 } text && Base64.IsValid(text) && Holds(Convert.FromBase64String(text))).Select(r => r.At(place.Path)));

    private static bool Holds(byte[] script) => SecretRules.All.Any(rule => rule.Check(new SourceFile("user-data.sh", Encoding.UTF8.GetString(script))).Any());
}
