using Landfall.Cli.Deployment;
using Landfall.Cli.Projects;
using Landfall.Config;

namespace Landfall.Cli.Tests.Deployment;

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
    public void RequireKnown_HostOfTheUsersOwn_LeavesItToTheAssembly() =>
        StackChoice.RequireKnown(Project("extend: ./infra").Plan, ["records"]);

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
