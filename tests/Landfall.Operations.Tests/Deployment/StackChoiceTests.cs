using Landfall.Config;
using Landfall.Operations.Deployment;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Tests.Deployment;

public sealed class StackChoiceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("apii", "Did you mean 'api'?")]
    [InlineData("shop-dev-api", "Did you mean 'api'?")]
    [InlineData("payments", "There are network, edge, api.")]
    public void RequireKnown_NoStackOfThePlan_NamesTheNearestOne(string name, string advice)
    {
        var e = Assert.Throws<LandfallException>(() => StackChoice.RequireKnown(Project().Plan, ["network", name]));

        Assert.Equal("LF5052", e.Code);
        Assert.Contains($"'{name}'", e.Message, StringComparison.Ordinal);
        Assert.Contains(advice, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Choose_Names_AreTheAssemblysStacksInItsOrder()
    {
        Assert.Same(Assembly.Stacks, StackChoice.Choose(Assembly, Project().Plan, []));
        Assert.Equal(["shop-dev-edge", "shop-dev-api"], StackChoice.Choose(Assembly, Project().Plan, ["api", "edge"]).Select(s => s.Name));

        var refused = Assert.Throws<LandfallException>(() => StackChoice.Choose(Assembly, Project("extend: ./infra").Plan, ["api", "records"]));
        Assert.Equal(ErrorCodes.UnknownStack, refused.Code);
        Assert.Equal("--only names 'records', which is no stack of 'dev'. There are network, edge, api.", refused.Message);
    }

    [Fact]
    public void RequireKnown_HostOfTheUsersOwn_LeavesItToTheAssembly() =>
        StackChoice.RequireKnown(Project("extend: ./infra").Plan, ["records"]);

    [Fact]
    public void RequireFoundations_NeitherChosenNorDeployed_NamesAllThatIsMissing()
    {
        var e = Assert.Throws<LandfallException>(() => StackChoice.RequireFoundations(Assembly, Project().Plan, [Assembly.Stacks[2]], ["shop-dev-web"]));

        Assert.Equal("LF5055", e.Code);
        Assert.Equal(
            "--only leaves out network, edge: needed by api, and not deployed to 'dev' yet. Deploy without --only, or with --only network edge api.", e.Message);
    }

    [Theory]
    [InlineData("shop-dev-network", "shop-dev-edge")]
    [InlineData("shop-dev-edge")] // what a deployed stack stands on is its own affair
    public void RequireFoundations_Deployed_IsContent(params string[] deployed) =>
        StackChoice.RequireFoundations(Assembly, Project().Plan, [Assembly.Stacks[2]], deployed);

    [Fact]
    public void RequireFoundations_Chosen_IsContent() =>
        StackChoice.RequireFoundations(Assembly, Project().Plan, Assembly.Stacks, []);

    private static Assembly Assembly { get; } = new(
        "", [Stack("network"), Stack("edge", "shop-dev-edge.assets", "shop-dev-network"), Stack("api", "shop-dev-edge")]);

    private static AssemblyStack Stack(string part, params string[] dependencies) =>
        new($"shop-dev-{part}", $"shop-dev-{part}", dependencies, $"shop-dev-{part}.template.json", []);

    private Project Project(string more = "")
    {
        _folder.Write("landfall.yaml", $$"""
            app: shop
            region: us-east-1
            environments: { dev: {} }
            services:
              api: { type: web, image: "public.ecr.aws/nginx/nginx:1.27", port: 80 }
            {{more}}
            """);
        return ProjectLoader.Load(_folder.Path, null);
    }
}
