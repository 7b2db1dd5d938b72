using System.Security.Cryptography;
using System.Text;
using Landfall.Config.Plan;
using Landfall.Config.Stacks;

namespace Landfall.Constructs.Parameters;

/// <summary>What the part of the edge publishes that is in CloudFront's region; read in the environment's own.</summary>
internal static class EdgeGlobalValues
{
    /// <summary>The ARN of the CDN's firewall.</summary>
    public static SharedValue Firewall { get; } = new($"{EdgeGlobal.ValuesPart}/firewall", "Firewall of the CDN", Lasting: true);

    /// <summary>The ARN of a certificate for the CDN; one for other names is another value, so that both can be there.</summary>
    /// <param name="domain">The domain.</param>
    /// <param name="names">The names that are in it.</param>
    public static SharedValue Certificate(DomainPlan domain, IReadOnlyList<string> names) =>
        new($"{EdgeGlobal.ValuesPart}/certificate-{Mark(domain, names)}", "Certificate of the CDN", Lasting: true);

    /// <summary>Stands for what ACM can only be told when a certificate is made (AWS::CertificateManager::Certificate, "Update requires: Replacement").</summary>
    /// <param name="domain">The domain.</param>
    /// <param name="names">The names that are in it.</param>
    public static string Mark(DomainPlan domain, IReadOnlyList<string> names)
    {
        var text = string.Join('\n', names.Select(name => $"{name} {domain.ZoneOf(name)?.Id}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8];
    }
}
