namespace Landfall.Config.Regions;

/// <summary>What there is in one AWS region, as far as it differs from the others.</summary>
internal sealed record RegionCapabilities
{
    /// <summary>The region, for example <c>cn-north-1</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The partition that it is of, the second part of every ARN.</summary>
    public required string Partition { get; init; }

    /// <summary>What the names of its services end with, for example <c>amazonaws.com.cn</c>.</summary>
    public required string DnsSuffix { get; init; }

    /// <summary>The hosted zone of every CloudFront distribution, or null where there is no CloudFront.</summary>
    public required string? CdnZone { get; init; }

    /// <summary>The region whose certificates and firewalls CloudFront takes, or null where it takes none.</summary>
    public required string? CdnRegion { get; init; }

    /// <summary>Ids of the zones that Fargate runs in, or null for all.</summary>
    public required IReadOnlyList<string>? FargateZones { get; init; }

    /// <summary>The last letters of the zones' names, as most accounts have them.</summary>
    public required string ZoneLetters { get; init; }

    /// <summary>The resource types that CloudFormation does not know there.</summary>
    public required IReadOnlySet<string> MissingTypes { get; init; }

    /// <summary>Properties that CloudFormation does not know there, as <c>TYPE/Property</c>; those below one are missing with it.</summary>
    public required IReadOnlySet<string> MissingProperties { get; init; }

    /// <summary>Properties that are needed there and elsewhere not, as <c>TYPE/Property</c>.</summary>
    public required IReadOnlySet<string> NeededProperties { get; init; }

    /// <summary>What AWS's pages say is not there, for example <c>dataApi</c>.</summary>
    public required IReadOnlySet<string> MissingFeatures { get; init; }

    /// <summary>The services whose interface endpoints have a name that begins with <c>cn.</c>.</summary>
    public required IReadOnlySet<string> CnEndpoints { get; init; }

    /// <summary>The resource types that a site is made of.</summary>
    public static IReadOnlyList<string> SiteTypes { get; } =
    [
        "AWS::CloudFront::Distribution", "AWS::CloudFront::Function", "AWS::CloudFront::OriginAccessControl",
        "AWS::CloudFront::ResponseHeadersPolicy",
    ];

    /// <summary>True where a site can be.</summary>
    public bool HasSites => !SiteTypes.Any(MissingTypes.Contains);

    /// <summary>Tells whether a property is needed there, and elsewhere not.</summary>
    /// <param name="type">The resource type.</param>
    /// <param name="property">The property.</param>
    /// <returns>True when CloudFormation refuses the resource without it.</returns>
    public bool Needs(string type, string property) => NeededProperties.Contains($"{type}/{property}");

    /// <summary>The name of a service's interface endpoint.</summary>
    /// <param name="service">The service, for example <c>ecr.api</c>.</param>
    /// <returns>For example <c>com.amazonaws.eu-west-1.ecr.api</c>.</returns>
    public string InterfaceEndpoint(string service) => $"{(CnEndpoints.Contains(service) ? "cn." : "")}{GatewayEndpoint(service)}";

    /// <summary>The name of a service's gateway endpoint, which is the same in every partition.</summary>
    /// <param name="service"><c>s3</c> or <c>dynamodb</c>.</param>
    /// <returns>For example <c>com.amazonaws.eu-west-1.s3</c>.</returns>
    public string GatewayEndpoint(string service) => $"com.amazonaws.{Name}.{service}";
}
