using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using Landfall.Aws;

namespace Landfall.Operations.Tests.Accounts;

/// <summary>An account that answers what is looked up in it.</summary>
internal sealed class StubAccount : IDisposable
{
    private readonly HttpStub _aws;

    public StubAccount() => _aws = HttpStub.Answering(Answer);

    public string Url => _aws.Url;

    public (string Name, string Id)[] Zones { get; set; } = [("ap-northeast-1a", "apne1-az4"), ("ap-northeast-1b", "apne1-az3"), ("ap-northeast-1c", "apne1-az1"), ("ap-northeast-1d", "apne1-az2")];

    /// <summary>Zones by the service of an interface endpoint.</summary>
    public Dictionary<string, string[]> Endpoints { get; } = [];

    public (string Name, string Id)[] HostedZones { get; set; } = [("example.com.", "Z1")];

    /// <summary>Zones of the network stack's subnets by their ids in the template.</summary>
    public Dictionary<string, string> Deployed { get; } = [];

    public string[] Versions { get; set; } = ["15.13", "16.9"];

    /// <summary>Ids of the lists of the CDN's addresses.</summary>
    public string[] PrefixLists { get; set; } = ["pl-58a04531"];

    public bool Refuses { get; set; }

    /// <summary>Issued certificates: the region, the ARN, the names, and whether a stack made it.</summary>
    public (string Region, string Arn, string[] Names, bool OfStack)[] Certificates { get; set; } = [];

    /// <summary>Quotas: the region, the service, the code, the name and the value.</summary>
    public (string Region, string Service, string Code, string Name, double Value)[] Quotas { get; set; } = [];

    /// <summary>True for an account that may look up everything but quotas.</summary>
    public bool RefusesQuotas { get; set; }

    /// <summary>AWS's services that have a role in the account.</summary>
    public string[] Roles { get; set; } = ["support.amazonaws.com", "ecs.amazonaws.com"];

    /// <summary>Names of stacks that stand.</summary>
    public string[] Stacks { get; set; } = [];

    public List<string> Asked { get; } = [];

    public AwsSession Session() =>
        new("ap-northeast-1", TimeProvider.System, new BasicAWSCredentials("A", "S"), name => name == "AWS_ENDPOINT_URL" ? _aws.Url : null);

    public void Dispose() => _aws.Dispose();

    private StubAnswer Answer(StubRequest request)
    {
        if (request.Headers.TryGetValue("X-Amz-Target", out var target) && target == "ServiceQuotasV20190624.ListServiceQuotas")
            return Listed(request);
        if (target is not null)
            return Refuses ? new StubAnswer(403, """{"__type":"AccessDeniedException","message":"No."}""") : new StubAnswer(200, Json(target, request));
        var operation = request.Method == "GET" ? "ListHostedZones" : request.Form["Action"];
        if (operation == "DescribeStacks")
        {
            return Stacks.Contains(request.Form["StackName"])
                ? new StubAnswer(200, $"<R><DescribeStacksResult><Stacks><member><StackName>{request.Form["StackName"]}</StackName><StackStatus>CREATE_COMPLETE</StackStatus><CreationTime>2026-01-01T00:00:00Z</CreationTime></member></Stacks></DescribeStacksResult></R>")
                : new StubAnswer(400, "<R><Error><Code>ValidationError</Code><Message>Stack does not exist</Message></Error></R>");
        }

        lock (Asked)
            Asked.Add(operation);
        if (Refuses && operation != "GetCallerIdentity")
            return new StubAnswer(403, "<R><Errors><Error><Code>UnauthorizedOperation</Code><Message>No.</Message></Error></Errors><Error><Code>AccessDenied</Code><Message>No.</Message></Error></R>");
        return new StubAnswer(200, $"<R>{Content(operation)}</R>");
    }

    private StubAnswer Listed(StubRequest request)
    {
        if (Refuses || RefusesQuotas)
            return new StubAnswer(400, """{"__type":"AccessDeniedException","Message":"No."}""");
        var service = (string)JsonNode.Parse(request.Body)!["ServiceCode"]!;
        var here = Quotas.Where(quota => quota.Service == service && request.Headers["Authorization"].Contains($"/{quota.Region}/servicequotas/", StringComparison.Ordinal)).ToArray();
        return here.Length == 0
            ? new StubAnswer(400, """{"__type":"NoSuchResourceException","Message":"The request failed because the specified service does not exist."}""")
            : new StubAnswer(200, JsonSerializer.Serialize(new { Quotas = here.Select(quota => new { QuotaCode = quota.Code, QuotaName = quota.Name, quota.Value }) }));
    }

    private string Json(string target, StubRequest request)
    {
        // The region that is asked is in the signature's scope.
        var there = Certificates.Where(certificate => request.Headers["Authorization"].Contains($"/{certificate.Region}/acm/", StringComparison.Ordinal));
        return target == "CertificateManager.ListCertificates"
            ? JsonSerializer.Serialize(new { CertificateSummaryList = there.Select(c => new { CertificateArn = c.Arn, DomainName = c.Names[0], SubjectAlternativeNameSummaries = c.Names }) })
            : JsonSerializer.Serialize(new { Tags = there.Where(c => c.OfStack && request.Body.Contains(c.Arn, StringComparison.Ordinal)).Select(_ => new { Key = "aws:cloudformation:stack-name", Value = "other" }) });
    }

    private string Content(string operation) => operation switch
    {
        "GetCallerIdentity" => "<GetCallerIdentityResult><Account>111111111111</Account></GetCallerIdentityResult>",
        "DescribeAvailabilityZones" => $"<availabilityZoneInfo>{Items(Zones, zone => $"<zoneName>{zone.Name}</zoneName><zoneId>{zone.Id}</zoneId>")}</availabilityZoneInfo>",
        "DescribeVpcEndpointServices" => $"<serviceDetailSet>{Items(Endpoints, pair => $"<serviceName>com.amazonaws.ap-northeast-1.{pair.Key}</serviceName><availabilityZoneSet>{Items(pair.Value, zone => zone)}</availabilityZoneSet>")}</serviceDetailSet>",
        "DescribeSubnets" => $"<subnetSet>{Items(Deployed, pair => $"<subnetId>{pair.Key}</subnetId><availabilityZone>{pair.Value}</availabilityZone><cidrBlock>10.0.0.0/24</cidrBlock><tagSet>{Tag("stack-name", "shop-dev-network")}{Tag("logical-id", pair.Key)}</tagSet>")}</subnetSet>",
        "DescribeManagedPrefixLists" => $"<prefixListSet>{Items(PrefixLists, list => $"<prefixListId>{list}</prefixListId>")}</prefixListSet>",
        "ListRoles" => $"<ListRolesResult><Roles>{string.Concat(Roles.Select(service => $"<member><Path>/aws-service-role/{service}/</Path></member>"))}</Roles><IsTruncated>false</IsTruncated></ListRolesResult>",
        "ListHostedZones" => $"<HostedZones>{string.Concat(HostedZones.Select(zone => $"<HostedZone><Id>/hostedzone/{zone.Id}</Id><Name>{zone.Name}</Name></HostedZone>"))}</HostedZones>",
        "DescribeDBEngineVersions" => $"<DescribeDBEngineVersionsResult><DBEngineVersions>{string.Concat(Versions.Select(version => $"<DBEngineVersion><EngineVersion>{version}</EngineVersion></DBEngineVersion>"))}</DBEngineVersions></DescribeDBEngineVersionsResult>",
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "nobody asks this"),
    };

    private static string Items<T>(IEnumerable<T> values, Func<T, string> content) => string.Concat(values.Select(value => $"<item>{content(value)}</item>"));

    private static string Tag(string key, string value) => $"<item><key>aws:cloudformation:{key}</key><value>{value}</value></item>";
}
