using System.Text.Json.Nodes;
using Amazon.CDK;
using Landfall.Config.Plan;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Hosting;
using Landfall.Constructs.Tests.Samples;

namespace Landfall.Constructs.Tests.Foundation;

public sealed class AddedStacksTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("landfall-added-");

    [Fact]
    public void Adopt_StackInPlainCdk_GetsTheTagsAndTheProtectionOfItsEnvironment()
    {
        Assert.Equal(0, Run(app => _ = new Stack(app, "shop-dev-own"), SmallPlan.Create() with { Protect = true }));

        var stack = JsonNode.Parse(File.ReadAllText(Path.Combine(_folder.FullName, "out", "manifest.json")))!["artifacts"]!["shop-dev-own"]!["properties"]!;
        Assert.Equal("shop", (string?)stack["tags"]!["landfall:app"]);
        Assert.Equal("dev", (string?)stack["tags"]!["landfall:environment"]);
        Assert.True((bool?)stack["terminationProtection"]);
    }

    [Fact]
    public void Run_StackThatEveryEnvironmentWouldShare_IsRefused() => Assert.Equal(1, Run(app => _ = new Stack(app, "own")));

    [Fact]
    public void Run_StackInsideAnotherStack_IsRefused() =>
        Assert.Equal(1, Run(app => _ = new Stack(new Stack(app, "shop-dev-outer"), "inner")));

    [Fact]
    public void Run_StackOfAnotherRegion_IsRefused() => Assert.Equal(1, Run(app => _ = new Stack(
        app, "shop-dev-own", new StackProps { Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" } })));

    [Fact]
    public void Run_Stage_IsRefused() => Assert.Equal(1, Run(app => _ = new Stack(new Stage(app, "Stage"), "shop-dev-own")));

    public void Dispose() => _folder.Delete(recursive: true);

    private int Run(Action<LandfallApp> add, AppPlan? plan = null)
    {
        var file = Path.Combine(_folder.FullName, "plan.json");
        File.WriteAllText(file, PlanFile.Write(plan ?? SmallPlan.Create()));
        string[] args = ["--plan", file, "--project", ".", "--output", Path.Combine(_folder.FullName, "out")];
        return Synthesis.Alone(() => LandfallHost.Run(args, (read, options) =>
        {
            var app = new LandfallApp(read, options);
            add(app);
            return app;
        }));
    }
}
