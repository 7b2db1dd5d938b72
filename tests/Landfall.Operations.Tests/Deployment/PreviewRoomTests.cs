using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Operations.Deployment;

namespace Landfall.Operations.Tests.Deployment;

public sealed class PreviewRoomTests : IDisposable
{
    private readonly FakeCloudFormation _aws = new();

    public void Dispose() => _aws.Dispose();

    [Fact]
    public async Task Require_AsManyAsAreAllowed_RefusesOneMoreAndSaysWhichThereAre()
    {
        Add("shop", "pr-12", "network", "api");
        Add("shop", "pr-3", "network");

        var refused = await Assert.ThrowsAsync<LandfallException>(() => RequireAsync("pr-7", 2));

        Assert.Equal(ErrorCodes.PreviewLimit, refused.Code);
        Assert.Equal(
            "'pr-7' was not deployed: the file allows pull requests 2 copies of 'dev' at once, and there are pr-12, pr-3. 'landfall destroy --env pr-12' takes one down; 'limit' of 'preview' allows more.",
            refused.Message);
    }

    [Fact]
    public async Task Require_OthersThatAreNoPreviewsOfIt_LeaveRoom()
    {
        Add("shop", "pr-12", "network");
        Add("shop", "dev", "network");
        Add("other", "pr-1", "network");
        Add("shop", "pr-7", "network");

        await RequireAsync("pr-7", 2);
    }

    [Fact]
    public async Task Require_EnvironmentOfTheFile_AsksNothing()
    {
        await PreviewRoom.RequireAsync(_aws.Session, PlainPlan.Create(), TestContext.Current.CancellationToken);

        Assert.Empty(_aws.Forms("DescribeStacks"));
    }

    private void Add(string app, string environment, params string[] parts)
    {
        foreach (var part in parts)
        {
            var stack = _aws.Add($"{app}-{environment}-{part}", "CREATE_COMPLETE");
            stack.Tags["landfall:app"] = app;
            stack.Tags["landfall:environment"] = environment;
        }
    }

    private Task RequireAsync(string environment, int limit) =>
        PreviewRoom.RequireAsync(_aws.Session, PlainPlan.Create() with { Environment = environment, Preview = new PreviewPlan("dev", limit) }, TestContext.Current.CancellationToken);
}
