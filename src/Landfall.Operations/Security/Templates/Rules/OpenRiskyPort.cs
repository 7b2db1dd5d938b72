using System.Globalization;

namespace Landfall.Operations.Security.Templates.Rules;

/// <summary>A port that attackers look for is open to the internet.</summary>
internal sealed class OpenRiskyPort() : TemplateRule(new(
    "aws-group-open-risky-port", "A port with high risk is open to the internet", Severity.High, "AWS FSBP EC2.19",
    "Databases, file shares and consoles listen there, which were not made for the internet.",
    "Open it to security groups or to your own addresses."))
{
    // Those of the control, without SSH and remote desktop, and those of Redis, MongoDB, Memcached, etcd, the kubelet and Docker.
    private static readonly int[] Ports =
    [
        20, 21, 23, 25, 110, 135, 143, 445, 1433, 1434, 1521, 2375, 2376, 2379, 3000, 3306, 4333, 5000, 5432, 5500, 5601, 5900, 6379, 6443, 8080, 8088, 8888, 9200, 9300, 10250, 11211, 27017,
    ];

    // Ports that sites are served on: whether everybody is to see them, a person has to say.
    private static readonly int[] Sites = [3000, 5000, 8080, 8088, 8888];

    /// <inheritdoc />
    public override IEnumerable<Spot> Check(Template template) =>
        Opening.Of(template).Where(opening => Ports.Any(opening.Includes) && !OpenForAdministration.Ports.Any(opening.Includes))
            .Select(opening => opening.Spot.FixedBy(opening.All || Sites.Any(opening.Includes) ? [] : opening.Closing) with { Detail = string.Create(CultureInfo.InvariantCulture, $"Port {Ports.First(opening.Includes)} is open. {Facts.Reason}") });

    /// <summary>True for an opening that has such a port.</summary>
    public static bool Has(Opening opening) => Ports.Any(opening.Includes);
}
