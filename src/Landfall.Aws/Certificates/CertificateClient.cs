using System.Text.Json.Nodes;
using Landfall.Aws.Containers;
using Landfall.Aws.Protocols;

namespace Landfall.Aws.Certificates;

/// <summary>The part of ACM that tells which certificates there are.</summary>
/// <param name="session">Who calls, and where.</param>
public sealed class CertificateClient(AwsSession session)
{
    private static readonly AwsService Service = new("acm", "acm", "ACM", "CertificateManager");

    // Those that both a load balancer and CloudFront take; without a word ACM lists RSA only (ACM API, ListCertificates).
    private static readonly string[] KeyTypes = ["RSA_2048", "EC_prime256v1"];

    /// <summary>Lists the certificates that can be used.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The certificates, in order of ARN.</returns>
    public async Task<IReadOnlyList<IssuedCertificate>> ListIssuedAsync(CancellationToken cancellation) =>
        [.. (await ListAsync(["ISSUED"], cancellation).ConfigureAwait(false)).Select(one => new IssuedCertificate(one.Arn, one.Names))];

    /// <summary>Lists the certificates in whatever state.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The certificates, in order of ARN.</returns>
    public Task<IReadOnlyList<KnownCertificate>> ListAsync(CancellationToken cancellation) => ListAsync(null, cancellation);

    /// <summary>Lists the DNS records that a certificate waits for.</summary>
    /// <param name="arn">The certificate.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Each as a line: name, type, value.</returns>
    public async Task<IReadOnlyList<string>> ListValidationRecordsAsync(string arn, CancellationToken cancellation)
    {
        var answer = await JsonProtocol.CallAsync<JsonObject>(session, Service, "DescribeCertificate", new { CertificateArn = arn }, cancellation).ConfigureAwait(false);
        var records = (answer["Certificate"]?["DomainValidationOptions"] as JsonArray ?? []).Select(option => option?["ResourceRecord"]).OfType<JsonObject>();
        return [.. records.Select(record => $"{record["Name"]} {record["Type"]} {record["Value"]}").Distinct().Order(StringComparer.Ordinal)];
    }

    private async Task<IReadOnlyList<KnownCertificate>> ListAsync(string[]? statuses, CancellationToken cancellation)
    {
        var found = new List<KnownCertificate>();
        string? next = null;
        do
        {
            var answer = await JsonProtocol.CallAsync<JsonObject>(
                session,
                Service,
                "ListCertificates",
                new { CertificateStatuses = statuses, Includes = new { keyTypes = KeyTypes }, NextToken = next },
                cancellation).ConfigureAwait(false);
            found.AddRange((answer["CertificateSummaryList"] as JsonArray ?? []).Select(Read));
            next = (string?)answer["NextToken"];
        }
        while (next is not null);
        return [.. found.OrderBy(certificate => certificate.Arn, StringComparer.Ordinal)];
    }

    /// <summary>Tells whether a certificate is a CloudFormation stack's, which would take it along when it goes.</summary>
    /// <param name="arn">The certificate.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>True when a stack has made it.</returns>
    public async Task<bool> IsOfStackAsync(string arn, CancellationToken cancellation)
    {
        var answer = await JsonProtocol.CallAsync<JsonObject>(session, Service, "ListTagsForCertificate", new { CertificateArn = arn }, cancellation).ConfigureAwait(false);
        return (answer["Tags"] as JsonArray ?? []).Any(tag => (string?)tag?["Key"] == "aws:cloudformation:stack-name");
    }

    private static KnownCertificate Read(JsonNode? summary)
    {
        // Older services leave the domain's own name out of the others, or have no others.
        var names = (summary!["SubjectAlternativeNameSummaries"] ?? summary["SubjectAlternativeNames"]) as JsonArray ?? [];
        return new(
            (string)summary["CertificateArn"]!,
            [.. names.Select(name => (string)name!).Prepend((string)summary["DomainName"]!).Distinct()],
            TaskReader.Text(summary, "Status"),
            (bool?)summary["InUse"] ?? false,
            TaskReader.Time(summary, "NotAfter"));
    }
}
