using Landfall.Aws.Route53;
using Landfall.Config.Plan;
using Landfall.Operations.Deployment;

namespace Landfall.Operations.Doctor.Checks;

/// <summary>Whether the world asks the hosted zones' own name servers: a zone that nobody is led to answers nobody.</summary>
internal sealed class Delegation : IDoctorCheck
{
    /// <inheritdoc />
    public string Id => "delegation";

    /// <inheritdoc />
    public async Task<IReadOnlyList<Symptom>> LookAsync(AppPlan plan, AwsTarget target, DateTimeOffset now, CancellationToken stop)
    {
        if (plan.Domain is null || plan.Domain.Zones.Count == 0)
            return [];
        var client = new HostedZoneClient(target.Session);
        var zones = await client.ListPublicAsync(stop).ConfigureAwait(false);
        var found = new List<Symptom>();
        foreach (var wanted in plan.Domain.Zones)
        {
            if (zones.FirstOrDefault(zone => wanted.Id is { } id ? zone.Id == id : zone.Name == wanted.Name) is not { } zone)
            {
                found.Add(new Symptom(Id, SymptomState.Broken, $"The account has no hosted zone of {wanted.Name}.", "Make it in Route 53, or write 'domain.dns: elsewhere'."));
                continue;
            }

            var own = await client.ListNameServersAsync(zone.Id, stop).ConfigureAwait(false);
            found.Add(target.IsLocal ? NotAsked(zone) : Judge(zone, own, await NameServers.AskAsync(zone.Name, null, stop).ConfigureAwait(false)));
        }

        return found;
    }

    /// <summary>Compares what the zone has with what the world is told.</summary>
    internal Symptom Judge(HostedZone zone, IReadOnlyList<string> own, IReadOnlyList<string>? told) => told switch
    {
        null => new Symptom(Id, SymptomState.Unseen, $"No name server of this machine answered who is asked for {zone.Name}.", null),
        [] => new Symptom(Id, SymptomState.Broken, $"Nobody in the world is led to the hosted zone of {zone.Name}.", Fix(zone, own)),
        _ when told.All(name => own.Contains(name, StringComparer.OrdinalIgnoreCase)) => new Symptom(Id, SymptomState.Well, $"{zone.Name} is delegated to its hosted zone.", null),
        _ => new Symptom(Id, SymptomState.Broken, $"For {zone.Name} the world asks {string.Join(", ", told)}, and not the hosted zone {zone.Id}.", Fix(zone, own)),
    };

    private static string Fix(HostedZone zone, IReadOnlyList<string> own) => $"Enter these as the name servers of {zone.Name}, at its registrar or in the zone above it: {string.Join(", ", own)}.";

    private Symptom NotAsked(HostedZone zone) => new(Id, SymptomState.Unseen, $"The world knows nothing of {zone.Name} of the local AWS.", null);
}
