using System.Net;
using Amazon.Runtime;
using Landfall.Aws;
using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Operations.Deployment;

namespace Landfall.Operations.Tests.Deployment;

/// <summary>An environment in eu-west-1 whose firewall is published in us-east-1.</summary>
public sealed class CarriedValuesTests : IDisposable
{
    private const string Root = "/shop/dev/edge-global";
    private const string Template = """
        { "Resources": { "P": { "Type": "AWS::SSM::Parameter", "Properties": { "Name": "/shop/dev/edge-global/firewall", "Value": { "Ref": "Wall" } } } },
          "Outputs": { "Firewall": { "Value": { "Ref": "Wall" } } } }
        """;

    private readonly HttpStub _http;
    private readonly AwsSession _session;
    private readonly StackRegions _regions;
    private readonly TemporaryFolder _folder = new();
    private readonly FakeParameters _parameters = new();
    private string? _stack = "eu-west-1";
    private bool _forbidden;

    public CarriedValuesTests()
    {
        _http = HttpStub.Answering(request => Forbidden(request) ?? _parameters.Answer(request) ?? CloudFormation(request));
        _session = new AwsSession("eu-west-1", new HurriedTime(), new BasicAWSCredentials("AKIDEXAMPLE", "secret"), name => name == "AWS_ENDPOINT_URL" ? _http.Url : null);
        _regions = new StackRegions(_session, new Dictionary<string, string> { ["shop-dev-edge-global"] = "us-east-1" });
    }

    public void Dispose()
    {
        _regions.Dispose();
        _session.Dispose();
        _http.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task BringAsync_ValueThatIsMissing_IsAdded()
    {
        await BringAsync("firewall: {}");

        Assert.Equal(new Dictionary<string, string> { [$"{Root}/firewall"] = "arn:now" }, _parameters.Values);
        Assert.Contains(_http.Requests, request => request.Headers["Authorization"].Contains("/us-east-1/cloudformation/", StringComparison.Ordinal));
        Assert.All(_http.Requests.Where(request => request.Headers.ContainsKey("X-Amz-Target")), request => Assert.Contains("/eu-west-1/ssm/", request.Headers["Authorization"], StringComparison.Ordinal));
    }

    [Fact]
    public async Task BringAsync_ValueThatDiffersAndOneThatNobodyPublishes_AreSetRight()
    {
        (_parameters.Values[$"{Root}/firewall"], _parameters.Values[$"{Root}/certificate-1"], _parameters.Values[$"{Root}/region"]) = ("arn:before", "arn:old", "us-east-1");

        await BringAsync("firewall: {}");

        Assert.Equal(new Dictionary<string, string> { [$"{Root}/firewall"] = "arn:now", [$"{Root}/region"] = "us-east-1" }, _parameters.Values);
    }

    [Fact]
    public async Task BringAsync_StackThatIsGone_LeavesNothing()
    {
        _stack = null;
        (_parameters.Values[$"{Root}/firewall"], _parameters.Values[$"{Root}/region"]) = ("arn:before", "us-east-1");

        await BringAsync("");

        Assert.Empty(_parameters.Values);
    }

    /// <summary>The stack of that name is the one of an environment that was in another region.</summary>
    [Fact]
    public async Task BringAsync_StackOfAnotherHome_IsNotItsOwn()
    {
        _stack = "eu-central-1";

        await BringAsync("firewall: {}");

        Assert.Empty(_parameters.Values);
    }

    [Theory]
    [InlineData("", false, false, false)]
    [InlineData("", true, false, true)]
    [InlineData("", true, true, false)]
    [InlineData("firewall: {}", false, false, true)]
    public async Task AreThereAsync_WantedOrMarked_IsTrue(string settings, bool marked, bool forbidden, bool expected)
    {
        _forbidden = forbidden;
        if (marked)
            await new CarriedValues(_regions, Plan(settings)).MarkAsync(TestContext.Current.CancellationToken);

        Assert.Equal(expected, await new CarriedValues(_regions, Plan(settings)).AreThereAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task AreThereAsync_EverythingInOneRegion_AsksNobody()
    {
        Assert.False(await new CarriedValues(new StackRegions(_session), Plan("")).AreThereAsync(TestContext.Current.CancellationToken));

        Assert.Empty(_http.Requests);
    }

    private Task BringAsync(string settings) => new CarriedValues(_regions, Plan(settings)).BringAsync(TestContext.Current.CancellationToken);

    private AppPlan Plan(string settings)
    {
        var file = _folder.Write("landfall.yaml", $"app: shop\nregion: eu-west-1\nenvironments: {{ dev: {{}} }}\n{settings}\nservices: {{ page: {{ type: site }} }}\n");
        return PlanResolver.Resolve(ConfigLoader.Load(file, _ => null).Config!, "dev", null);
    }

    private StubAnswer? Forbidden(StubRequest request) =>
        _forbidden && request.Headers.GetValueOrDefault("X-Amz-Target") == "AmazonSSM.GetParameter" ? new StubAnswer(400, """{"__type":"AccessDeniedException"}""") : null;

    private StubAnswer CloudFormation(StubRequest request) => request.Form["Action"] switch
    {
        _ when _stack is null => new StubAnswer(400, "<ErrorResponse><Error><Code>ValidationError</Code><Message>Stack with id shop-dev-edge-global does not exist</Message></Error></ErrorResponse>"),
        "GetTemplate" => new StubAnswer(200, $"<R><TemplateBody>{WebUtility.HtmlEncode(Template)}</TemplateBody></R>"),
        _ => new StubAnswer(200, $"<R><Stacks><member><StackName>shop-dev-edge-global</StackName><StackId>id</StackId><StackStatus>CREATE_COMPLETE</StackStatus><CreationTime>2026-01-01T00:00:00Z</CreationTime>"
            + "<Outputs><member><OutputKey>Firewall</OutputKey><OutputValue>arn:now</OutputValue></member></Outputs>"
            + $"<Tags>{Tag("landfall:app", "shop")}{Tag("landfall:environment", "dev")}{Tag("landfall:region", _stack)}</Tags></member></Stacks></R>"),
    };

    private static string Tag(string key, string value) => $"<member><Key>{key}</Key><Value>{value}</Value></member>";
}
