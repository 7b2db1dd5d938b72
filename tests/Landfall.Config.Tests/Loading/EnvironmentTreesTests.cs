using Landfall.Config.Plan;
using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Loading;

public class EnvironmentTreesTests
{
    private const string Base = """
        app: shop
        region: eu-west-1
        notify: [a@example.com, b@example.com]
        tags: { team: shop, tier: web }
        auth: {}
        services:
          api:
            type: web
            image: { build: . }
            scale: { min: 1, max: 4, cpu: 60 }
            environments: { dev: { scale: { max: 2 } } }
          extra: { type: internal, image: { build: . } }

        """;

    private static AppPlan Dev(string dev) => TestLoad.Plan($"{Base}environments:\n  dev: {dev}\n  prod: {{}}\n", "dev");

    [Fact]
    public void Of_Mappings_MergeKeyByKey() =>
        Assert.Equal("shop/edge", string.Join('/', Dev("{ tags: { tier: edge } }").Tags.Values));

    [Fact]
    public void Of_Lists_Replace() =>
        Assert.Equal(["c@example.com"], Dev("{ notify: [c@example.com] }").Notify);

    [Fact]
    public void Of_Null_RemovesWhatIsInherited()
    {
        var plan = Dev("{ auth: null, services: { extra: null } }");

        Assert.Null(plan.Auth);
        Assert.Equal(["api"], plan.Services.Select(service => service.Name));
    }

    [Fact]
    public void Of_NewServiceInAnEnvironment_IsAdded() =>
        Assert.Equal(["api", "extra", "more"], Dev("{ services: { more: { type: internal, image: { build: . } } } }").Services.Select(service => service.Name));

    [Fact]
    public void Of_ServicesOwnEnvironment_WinsOverTheEnvironments()
    {
        var api = Assert.IsType<WebServicePlan>(Dev("{ services: { api: { scale: { min: 2, max: 9 } } } }").Services[0]);

        Assert.Equal((2, 2, 60), (api.Scale.Min, api.Scale.Max, api.Scale.Cpu));
    }

    [Fact]
    public void Of_OtherEnvironment_IsNotTouched()
    {
        var plan = TestLoad.Plan($"{Base}environments:\n  dev: {{ tags: {{ tier: edge }} }}\n  prod: {{}}\n", "prod");

        Assert.Equal("web", plan.Tags["tier"]);
        Assert.Equal(4, Assert.IsType<WebServicePlan>(plan.Services[0]).Scale.Max);
    }

    [Fact]
    public void Of_ProblemInTheDefaults_IsReportedOnceForAllEnvironments() =>
        Assert.Equal(
            ["landfall.yaml:4:10 LF1501 'account' is '1', but an AWS account is twelve digits, in quotes such as \"123456789012\"."],
            TestLoad.Problems("app: shop\nregion: eu-west-1\nenvironments: { dev: {}, prod: {} }\naccount: \"1\"\n"));

    [Theory]
    [InlineData("tagss: {}", "landfall.yaml:5:10 LF1101 'dev' has no key 'tagss'. Did you mean 'tags'? It has account, ")]
    [InlineData("services: { api: { cpuu: 1 } }", "landfall.yaml:5:29 LF1101 'api' has no key 'cpuu'. Did you mean 'cpu'? It has alarms, architecture, ")]
    [InlineData("services: { api: { deploy: { strateggy: canary } } }", "landfall.yaml:5:39 LF1101 'deploy' has no key 'strateggy'. Did you mean 'strategy'?")]
    public void Of_UnknownKeyInAnEnvironment_IsReportedOnce(string settings, string expected)
    {
        var problem = Assert.Single(TestLoad.Problems(
            $"app: shop\nregion: eu-west-1\nservices: {{ api: {{ type: web, image: tool }} }}\nenvironments:\n  dev: {{ {settings} }}\n  prod: {{}}\n"));

        Assert.StartsWith(expected, problem, StringComparison.Ordinal);
        Assert.DoesNotContain("source", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_OverrideThatDoesNotFitTheDefaults_IsReportedAtTheOverrideWithItsEnvironment()
    {
        var problems = TestLoad.Problems("""
            app: shop
            region: eu-west-1
            network: { nat: one }
            services:
              api:
                type: web
                image: tool
                cpu: 1024
                memory: 8192
                scale: { min: 3, max: 9, cpu: 60 }
                environments:
                  dev: { cpu: 256 }
            environments:
              dev: {}
              prod: { services: { api: { scale: { max: 2 } } } }
              test: {}
            """);

        Assert.Equal(2, problems.Length);
        Assert.StartsWith("landfall.yaml:12:19 LF1301 'api' has 256 CPU units with 8192 MiB", problems[0], StringComparison.Ordinal);
        Assert.EndsWith(" (In dev.)", problems[0], StringComparison.Ordinal);
        Assert.StartsWith("landfall.yaml:15:44 LF1304 'min' is 3, which is more than 'max', which is 2.", problems[1], StringComparison.Ordinal);
        Assert.EndsWith(" (In prod.)", problems[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Of_EnvironmentWithoutRegion_IsReportedAtItsName() =>
        Assert.Equal(
            ["landfall.yaml:2:45 LF1502 There is no 'region' here. Give one for this environment, or one for all at the top of the file. (In prod.)"],
            TestLoad.Problems("app: shop\nenvironments: { dev: { region: eu-west-1 }, prod: {} }\n"));
}
