using Landfall.Config;
using Landfall.Operations.Deployment;

namespace Landfall.Operations.Tests.Deployment;

public sealed class ForeignStacksTests : IDisposable
{
    private readonly FakeCloudFormation _aws = new();

    public void Dispose() => _aws.Dispose();

    [Theory]
    [InlineData("landfall:app=shop landfall:environment=dev", null)]
    [InlineData("landfall:app=shop landfall:environment=dev landfall:region=eu-west-1", null)]
    [InlineData("landfall:app=shop landfall:environment=dev landfall:region=eu-central-1", "belongs to the environment of the same name in eu-central-1.")]
    [InlineData("landfall:app=shop-dev landfall:environment=api", "belongs to 'api' of app 'shop-dev', whose stacks have the same names.")]
    [InlineData("landfall:app=shop landfall:environment=prod", "belongs to 'prod' of app 'shop', whose stacks have the same names.")]
    [InlineData("copilot-application=store copilot-environment=dev", "was made by AWS Copilot, for its application 'store', and deploying would put Landfall's in its place.")]
    [InlineData("owner=somebody", "was not made by Landfall, and deploying would delete what is in it.")]
    public async Task Refuse_StackOfAWantedName_SaysWhoseItIs(string tags, string? refused)
    {
        var stack = _aws.Add("shop-dev-api", "CREATE_COMPLETE");
        foreach (var tag in tags.Split(' '))
            stack.Tags[tag.Split('=')[0]] = tag.Split('=')[1];

        var failure = (LandfallException?)await Record.ExceptionAsync(() => RefuseAsync());

        Assert.Equal(refused is null ? null : ErrorCodes.StackForeign, failure?.Code);
        if (refused is not null)
            Assert.StartsWith($"'shop-dev-api' in eu-west-1 {refused}", failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuse_StacksThatWereRead_AreNotAskedForAgain()
    {
        var stack = _aws.Add("shop-dev-api", "CREATE_COMPLETE");

        await RefuseAsync(new DeployedStack(stack.Read(), []));

        Assert.Equal(["shop-dev-data"], _aws.Forms("DescribeStacks").Select(form => form["StackName"]));
    }

    private Task RefuseAsync(params IReadOnlyList<DeployedStack> deployed) => ForeignStacks.RefuseAsync(
        new StackRegions(_aws.Session), PlainPlan.Create(), ["shop-dev-data", "shop-dev-api"], deployed, TestContext.Current.CancellationToken);
}
