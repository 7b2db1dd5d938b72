using Amazon.Runtime;
using Landfall.Aws;
using Landfall.Config.Plan;
using Landfall.Operations.Deployment;

namespace Landfall.Operations.Tests.Deployment;

public sealed class PausedRolloutsTests : IDisposable
{
    private static readonly AppPlan Plan = PlainPlan.Create(
        "api: { type: web, image: n, path: /a, deploy: { strategy: blueGreen, pause: beforeTraffic } }, plain: { type: web, image: n, path: /b, deploy: { strategy: blueGreen } }");

    private readonly HttpStub _http;
    private readonly AwsSession _session;
    private readonly List<string> _said = [];
    private string _hook = "h";
    private string _then = "ROLLBACK";
    private string _expires = ""","expiresAt":1767225660""";
    private int _status = 200;

    public PausedRolloutsTests()
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
    public async Task Look_RolloutWaits_IsSaidOnceForEachPause()
    {
        var pauses = new PausedRollouts(_session, Plan, _said.Add);

        await LookAsync(pauses);
        await LookAsync(pauses);
        Assert.Equal(
            [
                "shop-dev-api: the rollout of api waits for somebody until 2026-01-01 00:01 UTC, and is then rolled back: the new version runs, without traffic.",
                "  'landfall rollout continue' lets it go on, 'landfall rollout rollback' takes it back; with the same folder and environment.",
            ],
            _said);

        _hook = "another";
        await LookAsync(pauses);
        Assert.Equal(4, _said.Count);
    }

    [Theory]
    [InlineData("CONTINUE", ""","expiresAt":1767225660""", "waits for somebody until 2026-01-01 00:01 UTC, and is then continued: ")]
    [InlineData("ROLLBACK", "", "waits for somebody: ")]
    public async Task Look_OtherEnd_IsSaidAsEcsTellsIt(string then, string expires, string words)
    {
        (_then, _expires) = (then, expires);

        await LookAsync(new PausedRollouts(_session, Plan, _said.Add));

        Assert.Contains(words, _said[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Look_MayNotLook_SaysNothing()
    {
        _status = 403;

        await LookAsync(new PausedRollouts(_session, Plan, _said.Add));

        Assert.Empty(_said);
    }

    [Theory]
    [InlineData("arn:aws:ecs:eu-west-1:1:service/api")]
    [InlineData("arn:aws:ecs:eu-west-1:1:service/shop-dev/plain")]
    public async Task Look_ArnWithoutItsClusterOrServiceWithoutPause_IsNotLookedAt(string arn)
    {
        await LookAsync(new PausedRollouts(_session, Plan, _said.Add), arn);

        Assert.Empty(_http.Requests);
    }

    private static Task LookAsync(PausedRollouts pauses, string arn = "arn:aws:ecs:eu-west-1:1:service/shop-dev/api") =>
        pauses.LookAsync("shop-dev-api", arn, TestContext.Current.CancellationToken);

    private StubAnswer Answer(StubRequest request) => new(_status, request.Headers["X-Amz-Target"].EndsWith("ListServiceDeployments", StringComparison.Ordinal)
        ? """{"__type":"AccessDeniedException","serviceDeployments":[{"serviceDeploymentArn":"arn:d"}]}"""
        : $$"""
            {"serviceDeployments":[{"serviceDeploymentArn":"arn:d","lifecycleStage":"POST_SCALE_UP","lifecycleHookDetails":[
              {"hookId":"{{_hook}}","targetType":"PAUSE","status":"AWAITING_ACTION","timeoutAction":"{{_then}}"{{_expires}}}]}]}
            """);
}
