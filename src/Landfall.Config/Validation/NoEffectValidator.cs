using Landfall.Config.Binding;
using Landfall.Config.Loading;
using Landfall.Config.Model;

namespace Landfall.Config.Validation;

/// <summary>Warns of settings that nothing would come of where they are given: silence would look like consent.</summary>
internal sealed class NoEffectValidator : IEnvironmentValidator
{
    /// <inheritdoc/>
    public void Validate(EnvironmentSettings environment, ProblemList problems)
    {
        foreach (var (name, service) in environment.Settings.Services)
        {
            if (service is { Type: ServiceType.Internal, LoadBalancer: false } && service.Knows("loadBalancer"))
            {
                Warn(service, "health", $"it is the load balancer's check, and '{name}' has none; use 'containerHealth', or add 'loadBalancer: true'", problems);
            }

            if (service is { Type: ServiceType.Worker, Alarms: var alarms })
            {
                foreach (var key in new[] { "errorRate", "latencyP99", "requestCount", "anomaly" })
                {
                    Warn(alarms, key, $"'{name}' is a worker, which answers no requests", problems);
                }
            }
            else
            {
                Warn(service.Alarms, "queueAge", $"'{name}' is no worker, and has no queue", problems);
            }

            if (service is { Exec: true, ReadOnly: true })
            {
                Warn(service, "readOnly", "'exec' needs to write to the root file system", problems);
            }

            if (service is { Type: ServiceType.Site, Api: null } && service.Knows("api"))
            {
                Warn(service, "apiPath", $"'{name}' has no 'api' that the path could lead to", problems);
            }
        }

        if (environment.Settings.Domain is { Dns: DnsPlace.Elsewhere } domain)
        {
            // An environment whose DNS is elsewhere need not take back what the others share.
            foreach (var key in new[] { "zone", "zoneId", "zones" }.Where(key => domain.MarkOfLatest(key, "dns") == domain.MarkOf(key)))
            {
                Warn(domain, key, "'dns' is elsewhere, so that nothing is written to Route 53", problems);
            }
        }

        foreach (var database in environment.Settings.Databases.Values)
        {
            if (database.Rotation is { Enabled: false } rotation)
            {
                Warn(rotation, "every", "the rotation is not enabled", problems);
            }
        }

        if (environment.Settings.Network is { Import: not null, FlowLogs: true } network)
        {
            Warn(network, "flowLogs", "an imported VPC's flow logs are its owner's to switch on; write 'flowLogs: false' for it", problems);
        }

        if (environment.Settings.Network is { Import: not null, Zones: not 2, Subnets: null or { Public.Count: 0 } } imported)
        {
            Warn(imported, "zones", "the subnets that are found in an imported VPC are in two zones; for more give their blocks in 'subnets'", problems);
        }

        if (environment.Settings.Network.Subnets is { Public.Count: > 0 } subnets)
        {
            Warn(subnets, "size", "the blocks are given, so none are looked for", problems);
        }
    }

    private static void Warn(Section section, string key, string reason, ProblemList problems)
    {
        if (section.Has(key) && section.Knows(key))
        {
            problems.Warn(section.MarkOf(key), ErrorCodes.NoEffect, $"'{key}' has no effect: {reason}.");
        }
    }
}
