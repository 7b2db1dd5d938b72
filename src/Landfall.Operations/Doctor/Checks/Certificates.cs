using System.Globalization;
using Landfall.Aws;
using Landfall.Aws.Certificates;
using Landfall.Config.Plan;
using Landfall.Config.Regions;
using Landfall.Config.Values;
using Landfall.Operations.Deployment;

namespace Landfall.Operations.Doctor.Checks;

/// <summary>Whether certificates of the environment's names wait for their DNS records, or are about to expire.</summary>
internal sealed class Certificates : IDoctorCheck
{
    // "ACM attempts to renew … 60 days before expiration" (AWS Certificate Manager User Guide, "Managed certificate renewal"): what is
    // left of that when something is wrong.
    private static readonly TimeSpan Soon = TimeSpan.FromDays(30);

    /// <inheritdoc />
    public string Id => "certificates";

    /// <inheritdoc />
    public async Task<IReadOnlyList<Symptom>> LookAsync(AppPlan plan, AwsTarget target, DateTimeOffset now, CancellationToken stop)
    {
        if (plan.Domain is null)
            return [];
        var found = new List<Symptom>();
        foreach (var region in new[] { target.Region, RegionTable.Of(target.Region).CdnRegion }.OfType<string>().Distinct())
        {
            using var there = region == target.Region ? null : target.Session.In(region);
            found.AddRange(await LookAsync(there ?? target.Session, plan.Domain, now, stop).ConfigureAwait(false));
        }

        return found;
    }

    private async Task<IEnumerable<Symptom>> LookAsync(AwsSession session, DomainPlan domain, DateTimeOffset now, CancellationToken stop)
    {
        var client = new CertificateClient(session);
        var ours = (await client.ListAsync(stop).ConfigureAwait(false)).Where(one => one.Names.Any(name => Concerns(name, domain.Name)));
        return (await Task.WhenAll(ours.Select(one => JudgeAsync(client, one, session.Region, now, stop))).ConfigureAwait(false)).OfType<Symptom>();
    }

    private static bool Concerns(string name, string domain) =>
        HostNames.Base(name) is var host && (HostNames.IsWithin(host, domain) || HostNames.Covers(name, domain));

    private async Task<Symptom?> JudgeAsync(CertificateClient client, KnownCertificate certificate, string region, DateTimeOffset now, CancellationToken stop)
    {
        var name = $"The certificate of {certificate.Names[0]} in {region}";
        switch (certificate.Status)
        {
            case "PENDING_VALIDATION":
                var records = await client.ListValidationRecordsAsync(certificate.Arn, stop).ConfigureAwait(false);
                return new Symptom(
                    Id, SymptomState.Broken, $"{name} waits for {(records.Count == 1 ? "a DNS record" : $"{records.Count} DNS records")}: whatever wants it cannot be deployed.",
                    records.Count == 0 ? "Look again in a minute: ACM makes the records up." : $"Add {string.Join(" and ", records)} where the DNS is. In a hosted zone of this account the deployment does it itself.");
            case "ISSUED" when certificate.Expires is { } end && end - now < Soon:
                return new Symptom(
                    Id, end <= now ? SymptomState.Broken : SymptomState.Soon, $"{name} {(end <= now ? "has expired" : "expires")} on {end.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.",
                    "ACM renews what it has issued while its DNS records are there and it is in use: put them back. One that was imported has to be imported anew.");
            case "ISSUED":
                return new Symptom(Id, SymptomState.Well, $"{name} is issued{(certificate.Expires is { } until ? $", until {until.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}" : "")}.", null);
            case var status when certificate.InUse:
                return new Symptom(Id, SymptomState.Broken, $"{name} is in use and is {status}.", "Deploy, or ask for another one in ACM, so that what uses it gets one that counts.");
            default:
                return null; // left over, and used by nothing
        }
    }
}
