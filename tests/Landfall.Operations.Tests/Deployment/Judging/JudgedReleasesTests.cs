using System.Globalization;
using System.Text.RegularExpressions;
using Amazon.Runtime;
using Landfall.Aws;
using Landfall.Operations.Deployment.Judging;
using Microsoft.Extensions.Time.Testing;

namespace Landfall.Operations.Tests.Deployment.Judging;

public sealed partial class JudgedReleasesTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(Noon);
    private readonly List<string> _said = [];
    private readonly List<string> _stopped = [];
    private readonly List<string> _asked = [];
    private readonly HttpStub _http;
    private readonly AwsSession _session;

    // Of one minute, for the new and for the old version.
    private (double Requests, double Failures, double Slow) _new = (500, 100, 0);
    private (double Requests, double Failures, double Slow) _old = (5000, 5, 0);
    private string _share = "10";
    private string _oldGroup = "blue";
    private string? _refused;
    private double _p95 = 0.2;

    public JudgedReleasesTests()
    {
        _http = HttpStub.Answering(Answer);
        _session = new AwsSession("eu-west-1", new HurriedTime(), new BasicAWSCredentials("AKIDEXAMPLE", "secret"), name => name == "AWS_ENDPOINT_URL" ? _http.Url : null);
    }

    public void Dispose()
    {
        _session.Dispose();
        _http.Dispose();
    }

    [Fact]
    public async Task Look_NewVersionFailsMore_IsRolledBackOnceAndSaidInNumbers()
    {
        var judged = Judged();

        await LookAsync(judged, minutes: 2); // one minute is known: one bad one may be one client's
        Assert.Empty(_said);
        await LookAsync(judged, minutes: 1);
        await LookAsync(judged, minutes: 1);
        judged.Conclude();

        const string worse = "the new version of api fails more than the old one: 20 % of its 1,000 requests failed, and 0.1 % of the old version's 10,000 in the same 2 minutes.";
        Assert.Equal(["arn:d ROLLBACK"], _stopped);
        Assert.Equal([$"shop-dev-api: {worse}", "Rolling back shop-dev-api …"], _said);
        Assert.Equal(worse, judged.Of("shop-dev-api"));
    }

    [Fact]
    public async Task Look_VersionsAlike_GoesOnAndSaysWhatWasCompared()
    {
        _new = (500, 1, 0);
        var judged = Judged();

        for (var i = 0; i < 6; i++)
            await LookAsync(judged, minutes: 1);
        judged.Conclude();
        judged.Conclude();

        Assert.Empty(_stopped);
        Assert.Null(judged.Of("shop-dev-api"));
        Assert.Equal(["shop-dev-api: the new version is no worse than the old one, as far as can be told: 0.2 % of its 2,500 requests failed, and 0.1 % of the old version's 25,000 in the same 5 minutes."], _said);
    }

    [Theory]
    [InlineData("alarms: { latencyP99: 800ms }", "0.8")]
    [InlineData("alarms: { latencyP99: 800ms }, slo: { latency: 300ms@95% }", "0.3")]
    [InlineData("cpu: 256", "0.4")] // twice the usual
    public async Task Look_NewVersionIsSlower_IsRolledBackByWhatWasPromisedOrIsUsual(string more, string limit)
    {
        (_new, _old) = ((500, 0, 200), (5000, 0, 50));
        var judged = Judged(more);

        for (var i = 0; i < 6; i++)
            await LookAsync(judged, minutes: 1);

        Assert.Equal(["arn:d ROLLBACK"], _stopped);
        Assert.Equal($"shop-dev-api: the new version of api is slower than the old one: 40 % of its 1,000 requests took longer than {limit} s, and 1 % of the old version's 10,000 in the same 2 minutes.", _said[0]);
        Assert.Contains($"TC(:{limit})", string.Join('&', _asked), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Look_NobodyKnowsWhatIsUsual_ComparesFailuresAlone()
    {
        (_new, _old, _p95) = ((500, 1, 400), (5000, 10, 0), double.NaN);
        var judged = Judged();

        for (var i = 0; i < 6; i++)
            await LookAsync(judged, minutes: 1);

        Assert.Empty(_stopped);
        Assert.DoesNotContain("TC(", string.Join('&', _asked), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Look_NoTrafficYet_CountsNothingOfTheTimeBefore()
    {
        _share = "0";
        var judged = Judged();
        await LookAsync(judged, minutes: 10);
        Assert.Empty(_asked);

        _share = "10";
        await LookAsync(judged, minutes: 4);

        Assert.Contains("StartTime=2026-11-26T12:10:00Z", _asked[^1], StringComparison.Ordinal);
        Assert.Contains("EndTime=2026-11-26T12:13:00Z", _asked[^1], StringComparison.Ordinal);
        Assert.Single(_stopped);
    }

    [Theory]
    [InlineData("GetMetricData", "User is not authorized")]
    [InlineData("ListServiceDeployments", "User is not authorized")]
    public async Task Look_MayNotLook_SaysThatItCouldNotCompareAndRollsNothingBack(string refused, string reason)
    {
        _refused = refused;
        var judged = Judged();

        for (var i = 0; i < 6; i++)
            await LookAsync(judged, minutes: 1);
        judged.Conclude();

        Assert.Empty(_stopped);
        Assert.StartsWith("shop-dev-api: the versions could not be compared: ", Assert.Single(_said), StringComparison.Ordinal);
        Assert.Contains(reason, _said[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Look_MayNotRollBack_SaysSoAndTriesAgain()
    {
        _refused = "StopServiceDeployment";
        var judged = Judged();
        for (var i = 0; i < 6; i++)
            await LookAsync(judged, minutes: 1);
        Assert.Single(_said); // what was compared, once

        judged.Conclude();
        Assert.StartsWith("shop-dev-api: the new version could not be rolled back: ", _said[1], StringComparison.Ordinal);
        Assert.NotNull(judged.Of("shop-dev-api"));

        _refused = null;
        var again = Judged();
        for (var i = 0; i < 6; i++)
            await LookAsync(again, minutes: 1);
        Assert.Equal(["arn:d ROLLBACK"], _stopped);
    }

    [Theory]
    [InlineData("green", "ECS does not say in which target group each of them is.")]
    [InlineData("none", "CloudWatch has no minute in which both had traffic. A longer 'interval' gives them more of these.")]
    public async Task Look_NothingToCompare_SaysWhy(string oldGroup, string reason)
    {
        _oldGroup = oldGroup;
        var judged = Judged();

        for (var i = 0; i < 6; i++)
            await LookAsync(judged, minutes: 1);
        judged.Conclude();

        Assert.Empty(_stopped);
        Assert.Equal([$"shop-dev-api: the versions could not be compared: {reason}"], _said);
    }

    [Theory]
    [InlineData("strategy: canary, judge: false")]
    [InlineData("strategy: blueGreen")]
    [InlineData("strategy: rolling")]
    public async Task Look_ServiceThatIsNotJudged_IsNotLookedAt(string deploy)
    {
        var judged = Judged(deploy: deploy);

        await LookAsync(judged, minutes: 10);
        judged.Conclude();

        Assert.Empty(_http.Requests);
        Assert.Empty(_said);
    }

    private JudgedReleases Judged(string more = "cpu: 256", string deploy = "strategy: canary") => new(
        _session, PlainPlan.Create($"api: {{ type: web, image: n, {more}, deploy: {{ {deploy} }} }}"), _time, _said.Add);

    private Task LookAsync(JudgedReleases judged, int minutes)
    {
        _time.Advance(TimeSpan.FromMinutes(minutes));
        return judged.LookAsync("shop-dev-api", "arn:aws:ecs:eu-west-1:1:service/shop-dev/api", TestContext.Current.CancellationToken);
    }

    private StubAnswer Answer(StubRequest request)
    {
        var operation = request.Headers.TryGetValue("X-Amz-Target", out var target) ? target.Split('.')[^1] : "GetMetricData";
        if (operation == _refused)
        {
            return operation == "GetMetricData"
                ? new StubAnswer(403, "<ErrorResponse><Error><Code>AccessDenied</Code><Message>User is not authorized</Message></Error></ErrorResponse>")
                : new StubAnswer(400, """{"__type":"AccessDeniedException","message":"User is not authorized"}""");
        }

        if (operation == "StopServiceDeployment")
            _stopped.Add(Stop().Replace(request.Body, "$1 $2"));
        return new StubAnswer(200, operation switch
        {
            "GetMetricData" => Metrics(Uri.UnescapeDataString(request.Body)),
            "ListServiceDeployments" => """{"serviceDeployments":[{"serviceDeploymentArn":"arn:d"}]}""",
            "DescribeServiceDeployments" => $$"""
                {"serviceDeployments":[{"serviceDeploymentArn":"arn:d","startedAt":{{Noon.ToUnixTimeSeconds()}},"sourceServiceRevisions":[{"arn":"arn:old"}],
                  "targetServiceRevision":{"arn":"arn:new","requestedProductionTrafficWeight":{{_share}} } }] }
                """,
            "DescribeServiceRevisions" => $$"""{"serviceRevisions":[{{Revision("new", "green")}},{{Revision("old", _oldGroup)}}] }""",
            _ => "{}",
        });
    }

    private static string Revision(string name, string group) => $$"""
        {"serviceRevisionArn":"arn:{{name}}","resolvedConfiguration":{"loadBalancers":[
          {"targetGroupArn":"arn:aws:elasticloadbalancing:eu-west-1:1:targetgroup/{{group}}/1","productionListenerRule":"arn:aws:elasticloadbalancing:eu-west-1:1:listener-rule/app/shop/b/l/r"}] } }
        """;

    /// <summary>The same in every minute that is asked for.</summary>
    private string Metrics(string body)
    {
        _asked.Add(body);
        var form = body.Split('&').Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part[1]);
        var (from, to) = (Time(form["StartTime"]), Time(form["EndTime"]));
        var results = Enumerable.Range(1, form.Keys.Count(key => key.EndsWith(".Id", StringComparison.Ordinal))).Select(number =>
        {
            var place = $"MetricDataQueries.member.{number}.";
            var counts = form[$"{place}MetricStat.Metric.Dimensions.member.1.Value"] switch { "targetgroup/green/1" => _new, "targetgroup/blue/1" => _old, _ => default };
            var value = (form[$"{place}MetricStat.Metric.MetricName"], form[$"{place}MetricStat.Stat"]) switch
            {
                ("RequestCount", "Sum") or ("TargetResponseTime", "SampleCount") => counts.Requests,
                ("HTTPCode_Target_5XX_Count", "Sum") => counts.Failures,
                ("TargetResponseTime", "p95") => _p95,
                ("TargetResponseTime", _) => counts.Requests - counts.Slow,
                _ => double.NaN,
            };
            var times = value is > 0 ? Enumerable.Range(0, (int)(to - from).TotalMinutes).Select(minute => from.AddMinutes(minute)).ToList() : [];
            return $"<member><Id>q{number - 1}</Id><Timestamps>{string.Concat(times.Select(t => $"<member>{t:yyyy-MM-ddTHH:mm:ssZ}</member>"))}</Timestamps>"
                + $"<Values>{string.Concat(times.Select(_ => $"<member>{value.ToString(CultureInfo.InvariantCulture)}</member>"))}</Values></member>";
        });
        return $"<R><GetMetricDataResult><MetricDataResults>{string.Concat(results)}</MetricDataResults></GetMetricDataResult></R>";
    }

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex("""^\{"serviceDeploymentArn":"(.*)","stopType":"(.*)"\}$""")]
    private static partial Regex Stop();
}
