using Landfall.Config.Binding;

namespace Landfall.Config.Model;

/// <summary>A public DNS name.</summary>
internal sealed record DomainModel : Section
{
    [Key("The full name that users type, for example shop.example.com.", Required = true)]
    public string? Name { get; init; }

    [Key("Where the name's DNS is: in Route 53, or elsewhere, so that deploy and 'outputs' print the records to set there.")]
    public DnsPlace Dns { get; init; } = DnsPlace.Route53;

    [Key("The Route 53 hosted zone that the name is in, for example example.com. Needed unless 'dns' is elsewhere.")]
    public string? Zone { get; init; }

    [Key("The hosted zone's id.", Default = "looked up once and recorded in landfall.context.json",
        Pattern = "Z[A-Z0-9]{1,31}", PatternMeaning = "a hosted zone's id such as Z0123456789ABC")]
    public string? ZoneId { get; init; }

    [Key("Further hosted zones that names are in, with their ids; of several that fit a name the deepest has it.",
        Pattern = "Z[A-Z0-9]{1,31}", PatternMeaning = "a hosted zone's id such as Z0123456789ABC")]
    public IReadOnlyDictionary<string, string> Zones { get; init; } = new Dictionary<string, string>();

    [Key("ARN of an existing ACM certificate for the load balancer.", Default = "one is created and validated by DNS",
        Pattern = "arn:aws[a-z-]*:acm:[a-z0-9-]+:[0-9]{12}:certificate/.+", PatternMeaning = "the ARN of an ACM certificate")]
    public string? Certificate { get; init; }

    [Key("Tell browsers to use HTTPS alone for the name and all below it, for two years. It cannot be taken back: they remember.")]
    public bool Hsts { get; init; }

    [Key("ARN of an existing ACM certificate in us-east-1 for the CDN.", Default = "one is created there and validated by DNS",
        Pattern = "arn:aws[a-z-]*:acm:us-east-1:[0-9]{12}:certificate/.+", PatternMeaning = "the ARN of an ACM certificate in us-east-1")]
    public string? CdnCertificate { get; init; }
}
