using Landfall.Aws.Containers;
using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Operations.Rollouts;

namespace Landfall.Operations.Tests.Rollouts;

public sealed class RolloutDecisionTests
{
    private static readonly PausedRollout Paused = new("arn:d", "h", "POST_SCALE_UP", null, "ROLLBACK");

    private static readonly Lazy<AppPlan> Shop = new(Plan);

    [Theory]
    [InlineData(null, "api inner")]
    [InlineData("api", "api")]
    public void Candidates_NamedOrNot_AreTheServicesThatShiftTraffic(string? name, string expected) =>
        Assert.Equal(expected, string.Join(' ', RolloutDecision.Candidates(Shop.Value, name).Select(s => s.Title)));

    [Theory]
    [InlineData("web")]
    [InlineData("nothing")]
    public void Candidates_ServiceThatDoesNotShift_IsRefusedWithThoseThatDo(string name)
    {
        var error = Assert.Throws<LandfallException>(() => RolloutDecision.Candidates(Shop.Value, name));

        Assert.Equal((ErrorCodes.RolloutNotPaused, $"'{name}' is no service that shifts traffic in 'dev'. These do: api, inner."), (error.Code, error.Message));
    }

    [Fact]
    public void Candidates_NoneShifts_SaysWhatAPauseNeeds()
    {
        var rolling = Shop.Value with { Services = [.. Shop.Value.Services.Where(s => s.Title == "web")] };

        Assert.Equal(
            "No service shifts traffic in 'dev'. A rollout can wait where 'deploy.strategy' is blueGreen, linear or canary.",
            Assert.Throws<LandfallException>(() => RolloutDecision.Candidates(rolling, null)).Message);
    }

    [Fact]
    public void TheOne_OneWaits_IsIt()
    {
        var (service, rollout) = RolloutDecision.TheOne([(Service("inner"), Paused)], Shop.Value, null);

        Assert.Equal("inner", service.Title);
        Assert.Same(Paused, rollout);
    }

    [Theory]
    [InlineData(null, "No rollout waits for somebody in 'dev': it has not come to its pause yet, somebody has decided, or its time is up.")]
    [InlineData("api", "No rollout of 'api' waits for somebody in 'dev': it has not come to its pause yet, somebody has decided, or its time is up.")]
    public void TheOne_NoneWaits_IsRefused(string? name, string message) =>
        Assert.Equal(message, Assert.Throws<LandfallException>(() => RolloutDecision.TheOne([], Shop.Value, name)).Message);

    [Fact]
    public void TheOne_SeveralWait_AsksForAName() =>
        Assert.Equal(
            "Several rollouts wait in 'dev'. Name one with --service: api, inner.",
            Assert.Throws<LandfallException>(() => RolloutDecision.TheOne([(Service("api"), Paused), (Service("inner"), Paused)], Shop.Value, null)).Message);

    [Theory]
    [InlineData("POST_SCALE_UP", "the new version runs, without traffic")]
    [InlineData("POST_PRODUCTION_TRAFFIC_SHIFT", "the new version has all the traffic, and the old one still runs")]
    [InlineData("POST_TEST_TRAFFIC_SHIFT", "POST_TEST_TRAFFIC_SHIFT")]
    public void Place_Stage_IsSaidInWords(string stage, string words) => Assert.Equal(words, RolloutDecision.Place(Paused with { Stage = stage }));

    [Fact]
    public void PreviewOf_Decision_SaysWhatComesOfItAndDiffersByIt()
    {
        var back = RolloutDecision.PreviewOf(Shop.Value, "rollout rollback", Service("api"), Paused, goesOn: false);
        var on = RolloutDecision.PreviewOf(Shop.Value, "rollout continue", Service("api"), Paused, goesOn: true);

        Assert.Equal("api: its rollout waits (the new version runs, without traffic) and is rolled back: the old version has all the traffic, and the new one's tasks stop.", Assert.Single(back.Effects).Text);
        Assert.Empty(back.Harm);
        Assert.NotEqual(back.Digest, on.Digest);
        Assert.NotEqual(back.Digest, RolloutDecision.PreviewOf(Shop.Value, "rollout rollback", Service("api"), Paused with { Hook = "i" }, goesOn: false).Digest);
    }

    private static ScaledServicePlan Service(string title) => Shop.Value.Services.OfType<ScaledServicePlan>().Single(s => s.Title == title);

    private static AppPlan Plan()
    {
        using var folder = new TemporaryFolder();
        folder.Write("landfall.yaml", """
            app: shop
            region: eu-west-1
            environments: { dev: { account: "111111111111" } }
            services:
              api: { type: web, image: nginx, deploy: { strategy: blueGreen, pause: beforeTraffic } }
              inner: { type: internal, image: nginx, loadBalancer: true, deploy: { strategy: canary } }
              web: { type: internal, image: nginx }
            """);
        return PlanResolver.Resolve(ConfigLoader.Load(folder.Path, _ => null).Config!, "dev", null);
    }
}
