using Landfall.Aws.Route53;
using Landfall.Config.Plan;
using Landfall.Operations.Doctor;
using Landfall.Operations.Doctor.Checks;
using Landfall.Operations.Tests.Changes;
using Landfall.Operations.Tests.Deployment;

namespace Landfall.Operations.Tests.Doctor;

public sealed class DoctorChecksTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly StubAws _aws = new();

    public void Dispose() => _aws.Dispose();

    [Theory]
    [InlineData(100, "Well")]
    [InlineData(5, "Soon")]
    [InlineData(3, "Broken")]
    public async Task FargateQuota_VcpusOfAllServices_AreComparedWithTheAccounts(int quota, string expected)
    {
        var plan = PlainPlan.Create("a: { type: internal, image: n, port: 80, cpu: 1024, memory: 2048, scale: { min: 1, max: 3, cpu: 60 } }, b: { type: internal, image: n, port: 81, cpu: 512, memory: 1024 }");
        _aws.On("ListServiceQuotas", $$"""{ "Quotas": [{ "QuotaCode": "L-3032A538", "QuotaName": "x", "Value": {{quota}} }] }""");

        var found = Assert.Single(await LookAsync(new FargateQuota(), plan));

        Assert.Equal(expected, found.State.ToString());
        Assert.Contains($"up to 3.5 vCPUs of Fargate; the account may run {quota} in eu-west-1", found.What, StringComparison.Ordinal);
        Assert.Equal(expected != "Well", found.Fix?.EndsWith("--quota-code L-3032A538 --region eu-west-1 --desired-value 7", StringComparison.Ordinal) ?? false);
    }

    [Fact]
    public void FargateQuota_SpotTasks_CountAsSpot()
    {
        var plan = PlainPlan.Create("a: { type: internal, image: n, port: 80, cpu: 1024, memory: 2048, spot: 25, scale: { min: 4, max: 4 } }");

        Assert.Equal((3.0, 1.0), FargateQuota.Wanted(plan));
    }

    [Theory]
    [InlineData(100, 251, "Well", "Each of 2 subnets has 100 free addresses or more.")]
    [InlineData(7, 251, "Soon", "Subnet subnet-1 (10.0.0.0/24, eu-west-1a) has 7 free addresses: each task takes one, and a load balancer wants 8.")]
    [InlineData(0, 251, "Broken", "Subnet subnet-1 (10.0.0.0/24, eu-west-1a) has no free address: each task takes one, and a load balancer wants 8.")]
    public async Task FreeAddresses_Subnets_AreToldWhereFewAreLeft(int first, int second, string state, string what)
    {
        _aws.On("DescribeSubnets", $"""
            <DescribeSubnetsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><subnetSet>
            <item><subnetId>subnet-1</subnetId><cidrBlock>10.0.0.0/24</cidrBlock><availabilityZone>eu-west-1a</availabilityZone><availableIpAddressCount>{first}</availableIpAddressCount></item>
            <item><subnetId>subnet-2</subnetId><cidrBlock>10.0.1.0/24</cidrBlock><availabilityZone>eu-west-1b</availabilityZone><availableIpAddressCount>{second}</availableIpAddressCount></item>
            </subnetSet></DescribeSubnetsResponse>
            """);

        var found = Assert.Single(await LookAsync(new FreeAddresses(), PlainPlan.Create()));

        Assert.Equal((state, what), (found.State.ToString(), found.What));
    }

    [Theory]
    [InlineData("ISSUED", 200, false, "Well", "is issued, until 2026-09-17.")]
    [InlineData("ISSUED", 29, false, "Soon", "expires on 2026-03-30.")]
    [InlineData("ISSUED", -1, true, "Broken", "has expired on 2026-02-28.")]
    [InlineData("PENDING_VALIDATION", 0, false, "Broken", "waits for a DNS record: whatever wants it cannot be deployed.")]
    [InlineData("EXPIRED", -9, true, "Broken", "is in use and is EXPIRED.")]
    [InlineData("EXPIRED", -9, false, null, "")]
    public async Task Certificates_OfTheDomain_AreJudgedByStateAndEnd(string status, int days, bool inUse, string? state, string what)
    {
        Certificate("shop.example.com", status, days, inUse);

        var found = await LookAsync(new Certificates(), Domain());

        Assert.Equal(state, found.FirstOrDefault()?.State.ToString());
        if (state is not null)
            Assert.Equal($"The certificate of shop.example.com in eu-west-1 {what}", found[0].What);
    }

    [Fact]
    public async Task Certificates_Pending_NamesTheRecord()
    {
        Certificate("shop.example.com", "PENDING_VALIDATION", 0, false);

        Assert.StartsWith("Add _x.shop.example.com. CNAME _y.acm-validations.aws. where the DNS is.", (await LookAsync(new Certificates(), Domain()))[0].Fix, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Certificates_OfOtherNames_AreLeftOut()
    {
        Certificate("other.example.com", "PENDING_VALIDATION", 0, false);

        Assert.Empty(await LookAsync(new Certificates(), Domain()));
    }

    [Theory]
    [InlineData("2029-02-28T00:00:00Z", "Well", "aurora-postgresql 16 of 'orders' is supported until 2029-02-28.")]
    [InlineData("2026-08-27T00:00:00Z", "Soon", "Standard support of aurora-postgresql 16 of 'orders' ends on 2026-08-27.")]
    [InlineData("2026-03-01T00:00:00Z", "Broken", "Standard support of aurora-postgresql 16 of 'orders' ended on 2026-03-01: RDS charges for extended support, or upgrades by itself.")]
    [InlineData("", "Unseen", "RDS does not tell how long aurora-postgresql 16 of 'orders' is supported.")]
    public async Task EngineVersions_EndOfStandardSupport_IsTold(string end, string state, string what)
    {
        var lifecycle = end.Length == 0 ? "" : $"""
            <SupportedEngineLifecycle><LifecycleSupportName>open-source-rds-extended-support</LifecycleSupportName><LifecycleSupportEndDate>2032-02-28T00:00:00Z</LifecycleSupportEndDate></SupportedEngineLifecycle>
            <SupportedEngineLifecycle><LifecycleSupportName>open-source-rds-standard-support</LifecycleSupportName><LifecycleSupportEndDate>{end}</LifecycleSupportEndDate></SupportedEngineLifecycle>
            """;
        _aws.On("DescribeDBMajorEngineVersions", $"<R><DescribeDBMajorEngineVersionsResult><DBMajorEngineVersions><DBMajorEngineVersion><SupportedEngineLifecycles>{lifecycle}</SupportedEngineLifecycles></DBMajorEngineVersion></DBMajorEngineVersions></DescribeDBMajorEngineVersionsResult></R>");

        var found = Assert.Single(await LookAsync(new EngineVersions(), PlainPlan.Create(more: "databases: { orders: { engine: aurora-postgresql, version: \"16.4\" } }")));

        Assert.Equal((state, what), (found.State.ToString(), found.What));
        Assert.Contains("MajorEngineVersion=16&", _aws.Bodies("DescribeDBMajorEngineVersions")[0] + "&", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "Unseen")]
    [InlineData("", "Broken")]
    [InlineData("NS-1.aws.net", "Well")]
    [InlineData("ns-1.aws.net,ns.registrar.com", "Broken")]
    public void Delegation_WhoTheWorldAsks_HasToBeTheZone(string? told, string expected)
    {
        var found = new Delegation().Judge(new HostedZone("example.com", "Z1"), ["ns-1.aws.net", "ns-2.aws.net"], told?.Split(',', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(expected, found.State.ToString());
        Assert.Equal(expected == "Broken", found.Fix?.EndsWith(": ns-1.aws.net, ns-2.aws.net.", StringComparison.Ordinal) ?? false);
    }

    [Fact]
    public async Task LookAsync_OneThatIsRefused_IsUnseenAndTheOthersAreThere()
    {
        _aws.Deny("ListServiceQuotas", "servicequotas:ListServiceQuotas");
        var context = new OperationContext(new Caller("ada@laptop", "test"), new Answering(null), new HurriedTime(), TestContext.Current.CancellationToken);

        var found = await DoctorOperation.LookAsync([new FargateQuota(), new FreeAddresses()], PlainPlan.Create("a: { type: internal, image: n, port: 80 }"), _aws.Target, context);

        var refused = Assert.Single(found);
        Assert.Equal(("fargate-quota", SymptomState.Unseen), (refused.Check, refused.State));
        Assert.Contains("not authorized to perform: servicequotas:ListServiceQuotas", refused.What, StringComparison.Ordinal);
    }

    private static AppPlan Domain() => PlainPlan.Create("a: { type: web, image: n }", "domain: { name: shop.example.com, zone: example.com, zoneId: Z0123456789 }");

    private Task<IReadOnlyList<Symptom>> LookAsync(IDoctorCheck check, AppPlan plan) => check.LookAsync(plan, _aws.Target, Now, TestContext.Current.CancellationToken);

    private void Certificate(string name, string status, int days, bool inUse) => _aws
        .On("ListCertificates", request => new StubAnswer(200, request.Headers["Authorization"].Contains("/eu-west-1/", StringComparison.Ordinal)
            ? $$"""{ "CertificateSummaryList": [{ "CertificateArn": "arn:1", "DomainName": "{{name}}", "Status": "{{status}}", "InUse": {{(inUse ? "true" : "false")}}, "NotAfter": {{Now.AddDays(days).ToUnixTimeSeconds()}} }] }"""
            : "{}"))
        .On("DescribeCertificate", """{ "Certificate": { "DomainValidationOptions": [{ "ResourceRecord": { "Name": "_x.shop.example.com.", "Type": "CNAME", "Value": "_y.acm-validations.aws." } }] } }""");
}
