using System.Globalization;
using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Validation;

/// <summary>The last number that AWS takes and the first that it does not.</summary>
public class QuotaValidatorTests
{
    [Theory]
    [InlineData("services: { a: { type: web, image: n, sidecars: { %: { image: n } } } }", 9)]
    [InlineData("services: { a: { type: web, image: n, scale: { schedules: { %: { at: 0 8 * * *, min: 1, max: 1 } } } } }", 200)]
    [InlineData("services: { %: { type: web, image: n, path: /%/* } }", 50)]
    [InlineData("services: { %: { type: internal, image: n, loadBalancer: true } }", 50)]
    [InlineData("auth: { callbacks: [ https://%.example.com ] }", 100)]
    [InlineData("queues: { %: {} }", 83)]
    [InlineData("tables: { %: { partitionKey: id } }", 166)]
    [InlineData("buckets: { %: {} }", 166)]
    [InlineData("secrets: { %: {} }", 200)]
    [InlineData("databases: { %: { engine: postgresql } }", 33)]
    [InlineData("files: { %: {} }", 62)]
    public void Validate_MoreThanAwsTakes_IsAnErrorWithNumberSourceAndWayOut(string yaml, int most)
    {
        Assert.Empty(SmallFile.Problems(Repeated(yaml, most)));
        var problems = TestLoad.Problems(SmallFile.Head + Repeated(yaml, most + 1)).Where(problem => problem.Contains(" LF1508 ", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(problems);
        Assert.All(problems, problem => Assert.Matches(@"but AWS takes .+ \(https://docs\.aws\.amazon\.com/.+\)\. .+\.$", problem));
    }

    [Theory]
    [InlineData("services: { %: { type: site } }", 20)]
    [InlineData("services: { a: { type: web, image: n, scale: { min: #, max: # } } }", 500)]
    [InlineData("databases: { d: { engine: postgresql } }\nservices: { %: { type: internal, image: n, uses: [d] } }", 60)]
    public void Validate_MoreThanAQuotaThatAwsRaises_IsAWarning(string yaml, int most)
    {
        Assert.DoesNotContain(SmallFile.Warnings(Repeated(yaml, most)), problem => problem.EndsWith("LF1508", StringComparison.Ordinal));
        Assert.Contains(SmallFile.Warnings(Repeated(yaml, most + 1)), problem => problem.EndsWith("LF1508", StringComparison.Ordinal));
        Assert.Empty(SmallFile.Problems(Repeated(yaml, most + 1)));
    }

    [Theory]
    [InlineData("services: { %: { type: site } }", "AWS::CloudFront::ResponseHeadersPolicy/number", "Response headers policies per AWS account")]
    [InlineData("services: { %: { type: site } }", "AWS::CloudFront::Distribution/number", "Web distributions per AWS account")]
    [InlineData("services: { %: { type: web, image: n, path: /%/* } }", "AWS::ElasticLoadBalancingV2::ListenerRule/number", "Rules per Application Load Balancer")]
    [InlineData("services: { a: { type: web, image: n, scale: { min: 1, max: # } } }", "AWS::ElasticLoadBalancingV2::TargetGroup/targets", "Targets per Application Load Balancer", 2)]
    [InlineData("databases: { d: { engine: postgresql } }\nservices: { %: { type: internal, image: n, uses: [d] } }", "AWS::EC2::SecurityGroupIngress/rules", "Inbound or outbound rules per security group")]
    [InlineData("tables: { t: { partitionKey: id, indexes: { %: { partitionKey: x } } } }", "AWS::DynamoDB::Table/indexes", "Global Secondary Indexes per table")]
    public void Validate_MoreThanTheAccountsQuota_IsAnErrorThatNamesIt(string yaml, string key, string quota, int each = 1)
    {
        Assert.DoesNotContain(ProblemsIn(key, 7 * each, Repeated(yaml, 7)), problem => problem.Contains(quota, StringComparison.Ordinal));
        var problem = Assert.Single(ProblemsIn(key, 7 * each, Repeated(yaml, 8)), problem => problem.Contains(quota, StringComparison.Ordinal));
        Assert.Contains($" has {8 * each} as ", problem, StringComparison.Ordinal);
        Assert.Contains($"but AWS takes at most {7 * each} in this account, by its quota '{quota}' in landfall.context.json (https://", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("warning", problem, StringComparison.Ordinal);
    }

    /// <summary>A certificate has ten names, of which the first one's are two for the domain.</summary>
    [Theory]
    [InlineData(1, 18, true)]
    [InlineData(1, 19, false)]
    [InlineData(2, 19, true)]
    public void Validate_CertificatesOfALoadBalancer_AreAsManyAsTheAccountTakes(double further, int hosts, bool fits)
    {
        var file = "domain: { name: shop.example.com, zone: example.com, zoneId: Z1, zones: { example.org: Z2 } }\n"
            + Repeated("services: { %: { type: web, image: n, host: %.example.org } }", hosts);

        Assert.Equal(fits, !ProblemsIn("AWS::ElasticLoadBalancingV2::ListenerCertificate/number", further, file).Any(problem => problem.Contains("certificates of 10 names", StringComparison.Ordinal)));
    }

    [Fact]
    public void Validate_WithinAQuotaThatAwsHasRaised_IsNoWarningAnyMore()
    {
        var sites = Repeated("services: { %: { type: site } }", 21);

        Assert.Contains(ProblemsIn("AWS::CloudFront::Distribution/number", 600, sites), problem => problem.Contains("unless it has raised your quota", StringComparison.Ordinal));
        Assert.Empty(ProblemsIn("AWS::CloudFront::ResponseHeadersPolicy/number", 21, sites));
    }

    [Theory]
    [InlineData("firewall: { rateLimit: 9 }", "4:24 LF1508")]
    [InlineData("firewall: { rateLimit: 10 }", "")]
    [InlineData("firewall: { rateLimit: 0 }", "")]
    [InlineData("services: { a: { type: web, image: n, path: '/ä' } }", "4:45 LF1315")]
    [InlineData("services: { a: { type: web, image: n, path: '/a(b)/*' } }", "4:45 LF1315")]
    [InlineData("databases: { d: { engine: postgresql, database: Order } }", "4:49 LF1505")]
    [InlineData("databases: { d: { engine: mysql, database: Order } }", "4:44 LF1505")]
    [InlineData("databases: { d: { engine: postgresql, database: rank } }", "")]
    [InlineData("databases: { d: { engine: aurora-mysql, database: rank } }", "4:51 LF1505")]
    public void Validate_ValueThatAwsRefuses_IsReportedWhereItStands(string yaml, string problems) =>
        Assert.Equal(problems, string.Join(' ', SmallFile.Problems(yaml + "\n")));

    [Theory]
    [InlineData(255, "")]
    [InlineData(256, "LF1508")]
    public void Validate_KeyAttribute_HasAtMost255Bytes(int length, string code) =>
        Assert.Equal(code, string.Join(' ', SmallFile.Problems($"tables: {{ t: {{ partitionKey: {new string('k', length)} }} }}\n").Select(problem => problem.Split(' ')[1])));

    [Theory]
    [InlineData(60_000, "")]
    [InlineData(66_000, "LF1508")]
    public void Validate_Variables_FitIntoATaskDefinition(int length, string code) =>
        Assert.Equal(code, string.Join(' ', SmallFile.Problems($"services: {{ a: {{ type: web, image: n, env: {{ X: {new string('v', length)} }} }} }}\n").Select(problem => problem.Split(' ')[1])));

    [Theory]
    [InlineData("aws-shop")]
    [InlineData("ssm")]
    [InlineData("sthree")]
    [InlineData("amzn-s3-demo")]
    public void Validate_NameThatAwsKeepsForItself_IsReported(string app) =>
        Assert.Contains(TestLoad.Problems($"app: {app}\nregion: eu-west-1\nenvironments: {{ dev: {{}} }}\n"), problem => problem.Contains(" LF1505 ", StringComparison.Ordinal));

    [Fact]
    public void Validate_DomainOf65Characters_NeedsACertificateOfItsOwn()
    {
        var name = $"{new string('a', 53)}.example.com";
        Assert.Equal(65, name.Length);
        Assert.Equal(["4:17 LF1508"], SmallFile.Problems($"domain: {{ name: {name}, zone: example.com }}\n"));
        Assert.Empty(SmallFile.Problems($"domain: {{ name: {name}, zone: example.com, certificate: 'arn:aws:acm:eu-west-1:111111111111:certificate/a' }}\n"));
    }

    /// <summary>What is wrong with a file beside which a quota of its account is recorded.</summary>
    private static string[] ProblemsIn(string key, double value, string rest)
    {
        using var folder = new TemporaryFolder();
        new KnownFacts().With(null, "eu-west-1", new RegionFacts { Quotas = new Dictionary<string, double> { [key] = value } }).Write(folder.Path);
        return [.. ConfigLoader.Load(folder.Write("landfall.yaml", SmallFile.Head + rest), _ => null).Problems.Select(problem => problem.ToString())];
    }

    /// <summary>The mapping or list with its entry written so many times, numbered where it has a <c>%</c>.</summary>
    private static string Repeated(string yaml, int times)
    {
        if (yaml.Contains('#', StringComparison.Ordinal))
        {
            return yaml.Replace("#", times.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal) + "\n";
        }

        var at = yaml.IndexOf('%', StringComparison.Ordinal);
        var open = yaml.LastIndexOfAny(['{', '['], at) + 1;
        var depth = 1;
        var end = open;
        while (depth > 0)
        {
            depth += yaml[end] switch { '{' or '[' => 1, '}' or ']' => -1, _ => 0 };
            end++;
        }

        var entry = yaml[open..(end - 1)].Trim();
        return yaml[..open] + string.Join(", ", Enumerable.Range(0, times).Select(i => entry.Replace("%", $"n{i}", StringComparison.Ordinal))) + yaml[(end - 1)..] + "\n";
    }
}
