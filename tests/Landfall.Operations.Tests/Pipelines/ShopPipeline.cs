using Landfall.Config;
using Landfall.Config.Plan;

namespace Landfall.Operations.Tests.Pipelines;

/// <summary>A pipeline of a small shop: dev at once, prod in another account after somebody has approved.</summary>
internal static class ShopPipeline
{
    private const string Rest = """

        app: shop
        region: eu-west-1
        notify: [ops@example.com]
        environments: { dev: { account: "111111111111" }, prod: { account: "222222222222", region: us-east-1, protect: true } }
        services:
          api: { type: web, image: { build: ./api }, path: /api/* }
          web: { type: site, source: ./web, api: api }
        """;

    /// <summary>The file.</summary>
    public static string Yaml(string source, string more = "") =>
        $"pipeline: {{ source: {{ {source}, repository: acme/shop }}, stages: [dev, {{ environment: prod, approval: true }}]{more} }}{Rest}";

    /// <summary>The pipeline of the file.</summary>
    public static PipelinePlan Plan(string source, string more = "")
    {
        using var folder = new TemporaryFolder();
        folder.Write("landfall.yaml", Yaml(source, more));
        var loaded = ConfigLoader.Load(folder.Path, _ => null);
        Assert.Empty(loaded.Problems.Where(problem => problem.Severity == ProblemSeverity.Error).Select(problem => problem.Message));
        return PlanResolver.ResolvePipeline(loaded.Config!, "") with { Version = "1.2.3", PackageHash = "aGFzaA==" };
    }
}
