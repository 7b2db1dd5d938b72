using System.Net;
using Landfall.Aws;
using Landfall.Aws.Certificates;
using Landfall.Aws.CloudFormation;
using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Config.Regions;
using Landfall.Config.Stacks;
using Landfall.Config.Values;

namespace Landfall.Operations.Accounts;

/// <summary>
/// Finds certificates that are there already and fit an environment, before it is deployed for the first time: one that
/// serves is not changed for another. Those of a stack are not taken, as they go with it.
/// </summary>
/// <param name="config">The file.</param>
/// <param name="session">The account and region.</param>
internal sealed class CertificateLookup(AppConfig config, AwsSession session)
{
    /// <summary>Finds them.</summary>
    /// <param name="environment">The environment.</param>
    /// <param name="facts">The other facts, as they are now.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The facts with those of the certificates.</returns>
    public async Task<KnownFacts> RunAsync(string environment, KnownFacts facts, CancellationToken cancellation)
    {
        try
        {
            return await FindAsync(environment, facts, cancellation).ConfigureAwait(false);
        }
        catch (AwsException e) when (e.Status == HttpStatusCode.Forbidden)
        {
            return facts; // Without one that is there already a certificate is made, as ever.
        }
    }

    private async Task<KnownFacts> FindAsync(string environment, KnownFacts facts, CancellationToken cancellation)
    {
        var known = facts.Environments[environment];
        var plan = PlanResolver.Resolve(config, environment, facts);
        if (plan.Domain is null || await new CloudFormationClient(session).FindStackAsync(StackNames.Edge(plan), cancellation).ConfigureAwait(false) is not null)
            return facts;

        var given = plan.Domain.CdnCertificate != known.CdnCertificate;
        var cdnRegion = RegionTable.Of(plan.Region).CdnRegion;
        string? cdn = null;
        if (!given && cdnRegion is not null && plan.Services.Any(service => service is SiteServicePlan))
        {
            using var there = session.In(cdnRegion);
            cdn = await FindAsync(there, PublicNames.OfCdn(plan), cancellation).ConfigureAwait(false);
        }

        var balancer = plan.Domain.Certificate != known.Certificate || !plan.Services.Any(service => service is WebServicePlan)
            ? null
            : await FindAsync(session, PublicNames.OfLoadBalancer(plan), cancellation).ConfigureAwait(false);
        return facts.With(environment, known with { CdnCertificate = cdn, Certificate = balancer });
    }

    private static async Task<string?> FindAsync(AwsSession session, IReadOnlyList<string> names, CancellationToken cancellation)
    {
        var client = new CertificateClient(session);
        var fitting = names.Count == 0 ? [] : (await client.ListIssuedAsync(cancellation).ConfigureAwait(false))
            .Where(certificate => names.All(name => certificate.Names.Any(pattern => HostNames.Covers(pattern, name))));
        foreach (var certificate in fitting)
        {
            if (!await client.IsOfStackAsync(certificate.Arn, cancellation).ConfigureAwait(false))
                return certificate.Arn;
        }

        return null;
    }
}
